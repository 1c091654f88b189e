/** The codebook then and now: what the team changed since a day, read from the log of changes. */
import { useEffect, useMemo, useState } from 'react';
import type { Change } from '#shared/domain/change/change.ts';
import { codesAfter, diffCodebooks, type CodeDifference } from '#shared/domain/codebook/codebook-diff.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

const SEPARATOR = ' / ';

/** The box of the versions. */
export function CodebookVersions({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const formats = useFormats();
  const session = useSession();
  const codes = useRecords('code');
  const changes = useCodebookChanges(session);
  // A version is the codebook at the end of a day on which it changed.
  const days = useMemo(() => [...new Set(changes?.map(({ at }) => dayOf(at)))].sort().reverse(), [changes]);
  const [chosen, setChosen] = useState<string | null>(null);
  const day = chosen ?? days[1] ?? days[0];
  const differences = useMemo(() => {
    if (!changes || day === undefined) return [];
    return diffCodebooks(codesAfter(changes.filter(({ at }) => dayOf(at) <= day)), codes);
  }, [changes, codes, day]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={words('coding.versions.title')}
      actions={<Button onPress={onClose}>{words('common.close')}</Button>}
    >
      {!changes || day === undefined ? (
        <p>{words('coding.versions.reading')}</p>
      ) : (
        <div className="code-versions">
          <Select
            label={words('coding.versions.since')}
            choices={days.map((id) => ({ id, label: words('coding.versions.endOf', { date: formats.date(id) }) }))}
            value={day}
            onChange={setChosen}
          />
          {differences.length === 0 ? (
            <p>{words('coding.versions.same')}</p>
          ) : (
            <ul className="code-versions__list">
              {differences.map((difference) => (
                <Difference key={JSON.stringify(difference)} difference={difference} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Dialog>
  );
}

function Difference({ difference }: { readonly difference: CodeDifference }) {
  const words = useWords();
  const name = difference.path.join(SEPARATOR);
  switch (difference.what) {
    case 'renamed':
      return (
        <li>
          {words('coding.versions.renamed')} <del>{difference.before}</del> → <ins>{difference.after}</ins>
        </li>
      );
    case 'moved':
      return (
        <li>
          <strong>{difference.path.at(-1)}</strong> {words('coding.versions.moved')}{' '}
          <del>{difference.before.join(SEPARATOR) || words('coding.theTop')}</del> →{' '}
          <ins>{difference.after.join(SEPARATOR) || words('coding.theTop')}</ins>
        </li>
      );
    case 'reworded':
      return (
        <li>
          <strong>{name}</strong>: {words(`coding.${difference.field}`)}
          {difference.before !== '' && <del className="code-versions__text">{difference.before}</del>}
          {difference.after !== '' && <ins className="code-versions__text">{difference.after}</ins>}
        </li>
      );
    default:
      return (
        <li>
          {words(`coding.versions.${difference.what}`)} <strong>{name}</strong>
        </li>
      );
  }
}

/** Changes of codes and nothing else of them; null while the log is read. */
function useCodebookChanges(session: ProjectSession): readonly Change[] | null {
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const found: Change[] = [];
      for await (const portion of session.log.newestFirst()) {
        if (!isCurrent) return;
        for (const change of portion) {
          const ops = change.ops.filter(({ kind, op }) => kind === 'code' && (op === 'remove' || op === 'set'));
          if (ops.length > 0) found.push({ ...change, ops });
        }
      }
      if (isCurrent) setChanges(found);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [session]);
  return changes;
}

function dayOf(at: string): string {
  return at.slice(0, 10);
}
