/** Co-occurrence: which criteria are coded on the same words. */
import { useMemo } from 'react';
import { countCoOccurrences } from '#shared/analysis/co-occurrence.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { ChartFrame } from '#renderer/charts/ChartFrame.tsx';
import { HeatMap } from '#renderer/charts/HeatMap.tsx';
import { openCell } from '#renderer/features/charts/overview/use-counted.ts';
import { useSavePicture } from '#renderer/features/charts/use-save-picture.ts';
import { useCodebook, useSession, useVersion } from '#renderer/data/hooks.ts';
import { codingFactsOf } from '#renderer/view-state/coding-facts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The chart. */
export function CoOccurrenceChart() {
  const words = useWords();
  const { number } = useFormats();
  const session = useSession();
  const codebook = useCodebook();
  const version = useVersion(['coding', 'source', 'code']);
  const picture = useSavePicture(words('charts.co-occurrence.title'));
  const pairs = useMemo(
    () => countCoOccurrences(codingFactsOf(session), ({ code }) => codebook.rootOf(code)?.id ?? null),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [codebook, session, version],
  );
  const criteria = codebook.flat.map(({ code }) => code).filter((code) => isCriterion(code) && !code.hidden);
  const most = Math.max(1, ...pairs.map((pair) => pair.pairs));
  const named = (id: string): string => criteria.find((code) => code.id === id)?.name ?? '';
  const shown = [...pairs].filter(({ a, b }) => named(a) && named(b)).sort((a, b) => b.pairs - a.pairs);
  return (
    <ChartFrame
      title={words('charts.co-occurrence.title')}
      caption={words('charts.co-occurrence.caption')}
      {...picture}
      isWide
      columns={[
        { id: 'a', label: words('findings.criterion') },
        { id: 'b', label: words('charts.co-occurrence.with') },
        { id: 'pairs', label: words('charts.co-occurrence.pairs'), isNumber: true },
        { id: 'sources', label: words('charts.co-occurrence.sources'), isNumber: true },
      ]}
      rows={shown.map(({ a, b, pairs: count, sources }) => ({
        id: `${a} ${b}`,
        cells: [
          ...[a, b].map((id) => (
            <Button key={id} variant="quiet" onPress={() => openCell('criterion', 'method', id)}>
              {named(id)}
            </Button>
          )),
          number(count),
          number(sources),
        ],
      }))}
    >
      <HeatMap
        rows={criteria.map(({ id, name }) => ({ id, name }))}
        columns={criteria.map(({ id, name }) => ({ id, name }))}
        cells={criteria.flatMap((row) =>
          criteria.map((column) => {
            const pair = pairs.find(
              ({ a, b }) => (a === row.id && b === column.id) || (a === column.id && b === row.id),
            );
            const count = pair?.pairs ?? 0;
            return {
              row: row.id,
              column: column.id,
              heat: count / most,
              text: row.id === column.id ? '' : String(count),
              label: `${row.name} × ${column.name}: ${count}`,
            };
          }),
        )}
        onPick={(row) => openCell('criterion', 'method', row)}
      />
    </ChartFrame>
  );
}
