/** The sample table: planned, invited, reached and coded, with response rates; counts of few people hidden. */
import { useMemo } from 'react';
import type { HeardCounts, HeardTable as Table } from '#shared/analysis/heard.ts';
import { suppressSmallCounts } from '#shared/analysis/suppression.ts';
import { useHeardLabel } from '#renderer/features/evaluation/use-heard.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type HeardTableProps = { readonly table: Table; readonly hidesSmall: boolean };

const columns = ['planned', 'invited', 'declined', 'reached', 'people', 'rate', 'coded', 'quotes'] as const;

/** The table. */
export function HeardTable({ table, hidesSmall }: HeardTableProps) {
  const words = useWords();
  const labelOf = useHeardLabel();
  const { lines, total, dimensions } = table;
  const hidden = useMemo(() => suppressSmallCounts(lines.map(({ people }) => [people])).hidden, [lines]);
  if (lines.length === 0) return <EmptyState isSmall title={words('evaluation.heard.nobody')} />;
  const isHidden = (place: number): boolean => hidesSmall && (hidden[place]?.[0] ?? false);
  return (
    <div className="evaluation-table__scroll">
      <table className="evaluation-table">
        <caption className="ui-hidden-text">{words('evaluation.view.heard')}</caption>
        <thead>
          <tr>
            {dimensions.map((dimension) => (
              <th key={dimension} scope="col">
                {words(`matrix.dimension.${dimension}`)}
              </th>
            ))}
            {dimensions.length === 0 && <th scope="col">{words('evaluation.heard.everybody')}</th>}
            {columns.map((column) => (
              <th key={column} scope="col" className="evaluation-table__number">
                {words(`evaluation.heard.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, place) => (
            <tr key={line.values.join('|')}>
              {dimensions.map((dimension, at) =>
                at === 0 ? (
                  <th key={dimension} scope="row">
                    {labelOf(dimension, line.values[at] ?? '')}
                  </th>
                ) : (
                  <td key={dimension}>{labelOf(dimension, line.values[at] ?? '')}</td>
                ),
              )}
              {dimensions.length === 0 && <th scope="row">{words('evaluation.heard.everybody')}</th>}
              <CountCells counts={line} isHidden={isHidden(place)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={Math.max(1, dimensions.length)}>
              {words('evaluation.heard.total')}
            </th>
            <CountCells counts={total} isHidden={isHidden(lines.length)} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** What was planned says nothing of a person; what was reached may. */
function CountCells({ counts, isHidden }: { readonly counts: HeardCounts; readonly isHidden: boolean }) {
  const words = useWords();
  const { number, percent } = useFormats();
  const { planned, invited, reached } = counts;
  const rate = invited !== null && invited > 0 ? percent(reached / invited) : '';
  const write = (value: number | null): string => (value === null ? '' : number(value));
  const small = (text: string) =>
    isHidden ? (
      <span className="evaluation-table__hidden" title={words('evaluation.heard.hidden')}>
        <span aria-hidden>·</span>
        <span className="ui-hidden-text">{words('evaluation.heard.hidden')}</span>
      </span>
    ) : (
      text
    );
  const cells = [
    write(planned),
    write(invited),
    small(write(counts.declined)),
    small(number(reached)),
    small(number(counts.people)),
    small(rate),
    small(number(counts.coded)),
    small(number(counts.quotes)),
  ];
  return (
    <>
      {cells.map((cell, place) => (
        <td key={columns[place]} className="evaluation-table__number">
          {cell}
        </td>
      ))}
    </>
  );
}
