/** Where coders of a code differ, with what each of them made of the passage; Enter or a double click opens the text. */
import { useMemo, useState } from 'react';
import {
  comparePassages,
  disagreementKinds,
  type DisagreementKind,
  type Passage,
} from '#shared/analysis/agreement/disagreements.ts';
import { codingsToCompare } from '#shared/analysis/agreement/collect-agreement.ts';
import type { AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook, useSession, useVersion } from '#renderer/data/hooks.ts';
import { PassageRow } from '#renderer/features/agreement/PassageRow.tsx';
import { showCoding } from '#renderer/view-state/navigation.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type DisagreementListProps = {
  readonly report: AgreementReport;
  readonly selected: CodeId | 'overall';
};

/** The list, with how many there are of each kind and what that asks for. */
export function DisagreementList({ report, selected }: DisagreementListProps) {
  const words = useWords();
  const passages = usePassages(report, selected);
  const [kind, setKind] = useState<DisagreementKind | null>(null);
  const [key, setKey] = useState<string | null>(null);
  const differing = useMemo(() => passages.filter(({ kinds }) => kinds.length > 0), [passages]);
  const counts = disagreementKinds.map((one) => ({
    one,
    count: differing.filter(({ kinds }) => kinds.includes(one)).length,
  }));
  const commonest = counts.reduce((most, next) => (next.count > most.count ? next : most), { one: null, count: 0 } as {
    one: DisagreementKind | null;
    count: number;
  });
  const shown = kind === null ? differing : differing.filter(({ kinds }) => kinds.includes(kind));
  if (passages.length === 0) return <EmptyState isSmall title={words('agreement.nothingCoded')} />;
  return (
    <div className="agreement-passages">
      <p className="agreement-passages__facts">
        {words('agreement.passageCount', { count: passages.length, differing: differing.length })}{' '}
        {commonest.one && words(`agreement.next.${commonest.one}`)}
      </p>
      <div className="agreement-passages__chips" role="group" aria-label={words('agreement.byKind')}>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ one, count }) => (
            <Chip key={one} isSelected={kind === one} onChange={(isOn) => setKind(isOn ? one : null)}>
              {words('agreement.kindCount', { kind: words(`agreement.kind.${one}`), count })}
            </Chip>
          ))}
      </div>
      {shown.length === 0 ? (
        <EmptyState isSmall title={words('agreement.allAgree')} />
      ) : (
        <VirtualList
          className="agreement-passages__list"
          label={words('agreement.passages')}
          items={shown}
          keyOf={(passage) => passage.key}
          estimateHeight={150}
          selectedKey={key}
          onSelect={(passage) => setKey(passage.key)}
          onOpen={(passage) => {
            const [first] = passage.codings;
            if (first) showCoding(first);
          }}
          renderItem={(passage, { isSelected }) => (
            <PassageRow passage={passage} coders={report.coders} isSelected={isSelected} />
          )}
        />
      )}
      <p className="agreement-passages__hint">{words('agreement.openHint')}</p>
    </div>
  );
}

/** The passages of a code and of the codes below it. */
function usePassages(report: AgreementReport, selected: CodeId | 'overall'): readonly Passage[] {
  const { project } = useSession();
  const codebook = useCodebook();
  const version = useVersion(['coding', 'code']);
  return useMemo(
    () => {
      const wanted = selected === 'overall' ? null : new Set(codebook.withDescendants(selected));
      const counted = new Set(report.codes.map(({ code }) => code));
      return report.sources.flatMap((source) =>
        comparePassages(
          codingsToCompare(project, source).filter(({ code }) => counted.has(code)),
          report.coders,
        ).filter(({ codes }) => !wanted || codes.some((code) => wanted.has(code))),
      );
    },
    // The version stands for the codings.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [codebook, project, report, selected, version],
  );
}
