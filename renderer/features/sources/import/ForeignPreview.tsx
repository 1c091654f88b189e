/** A project of another program or a codebook before it comes in: what it holds, and what to know about it. */
import { countCodes, type ImportedCode } from '#shared/formats/codebook/imported-codebook.ts';
import type { RefiProject } from '#shared/formats/refi/refi-text.ts';
import { everyElement } from '#shared/formats/refi/xml-tree.ts';
import type { BatchFile, ForeignState } from '#renderer/features/sources/import/import-batch.ts';
import { LossList } from '#renderer/features/sources/import/LossList.tsx';
import type { ImportControls } from '#renderer/features/sources/import/use-import.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useMemo } from 'react';
import './ForeignPreview.css';

export type ForeignPreviewProps = {
  readonly entry: BatchFile;
  readonly state: ForeignState;
  readonly controls: ImportControls;
};

/** The preview. */
export function ForeignPreview({ entry, state, controls }: ForeignPreviewProps) {
  const words = useWords();
  const { key, file } = entry;
  const { foreign, isWanted } = state;
  return (
    <div className="import-foreign">
      <h3>{file.name}</h3>
      <Checkbox isSelected={isWanted} onChange={(next) => controls.dispatch({ type: 'want', key, isWanted: next })}>
        {words('import.want')}
      </Checkbox>
      {foreign.kind === 'project' ? (
        <ProjectFacts project={foreign.project} />
      ) : (
        <>
          <p>{words('import.foreign.codebookHelp')}</p>
          <p role="status">{words('import.foreign.count.codes', { count: countCodes(foreign.codebook.codes) })}</p>
          <h4>{words('import.foreign.codeList')}</h4>
          <CodeList codes={foreign.codebook.codes} />
          {foreign.codebook.format !== 'qdc' && (
            <Button onPress={() => void controls.readAgain(entry, { isSource: true })}>
              {words('import.foreign.asSource')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function ProjectFacts({ project }: { readonly project: RefiProject }) {
  const words = useWords();
  const counts = useMemo(() => countsOf(project), [project]);
  const { origin, losses } = project;
  return (
    <>
      <p>{origin === '' ? words('import.foreign.projectUnknown') : words('import.foreign.projectOf', { origin })}</p>
      <h4>{words('import.foreign.holds')}</h4>
      <ul className="import-foreign__counts">
        {Object.entries(counts).map(([what, count]) => (
          <li key={what}>{words(`import.foreign.count.${what}`, { count })}</li>
        ))}
      </ul>
      {losses.length > 0 && (
        <>
          <h4>{words('import.foreign.remarksHead')}</h4>
          <LossList losses={losses} />
        </>
      )}
    </>
  );
}

function countsOf({ root, texts }: RefiProject): Readonly<Record<string, number>> {
  const elements: Record<string, number> = {};
  for (const { name } of everyElement(root)) elements[name] = (elements[name] ?? 0) + 1;
  return {
    sources: texts.length,
    codes: elements['Code'] ?? 0,
    codings: texts.reduce((sum, { codings }) => sum + codings.length, 0),
    people: elements['User'] ?? 0,
    cases: elements['Case'] ?? 0,
    notes: elements['Note'] ?? 0,
  };
}

/** Enough to see whether the tree was read right. */
const SHOWN = 40;

function CodeList({ codes }: { readonly codes: readonly ImportedCode[] }) {
  const flat: { readonly name: string; readonly depth: number }[] = [];
  const add = (list: readonly ImportedCode[], depth: number): void => {
    for (const { name, children } of list) {
      if (flat.length >= SHOWN) return;
      flat.push({ name, depth });
      add(children, depth + 1);
    }
  };
  add(codes, 0);
  return (
    <ul className="import-foreign__codes">
      {flat.map(({ name, depth }, place) => (
        <li key={place} style={{ paddingInlineStart: `${Math.min(depth, 8)}rem` }}>
          {name}
        </li>
      ))}
    </ul>
  );
}
