/** People by two of five dimensions crossed, with totals; small counts hidden, and others that would give them back. */
import { useMemo, useState } from 'react';
import { ANY, heardDimensions, type HeardDimension } from '#shared/analysis/heard.ts';
import { suppressSmallCounts } from '#shared/analysis/suppression.ts';
import { useHeard, useHeardLabel } from '#renderer/features/evaluation/use-heard.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The section. */
export function HeardCrossSection({ hidesSmall }: { readonly hidesSmall: boolean }) {
  const words = useWords();
  const { number } = useFormats();
  const labelOf = useHeardLabel();
  const [down, setDown] = useState<HeardDimension>('group');
  const [across, setAcross] = useState<HeardDimension>('gender');
  const { lines } = useHeard([down, across]);
  const { rows, columns, table } = useMemo(() => {
    const people = lines.filter((line) => line.people > 0 && !line.values.includes(ANY));
    const named = (place: number): readonly string[] => [...new Set(people.map(({ values }) => values[place] ?? ''))];
    const [rowNames, columnNames] = [named(0), named(1)];
    const counts = rowNames.map((row) =>
      columnNames.map((column) => people.find(({ values }) => values[0] === row && values[1] === column)?.people ?? 0),
    );
    return { rows: rowNames, columns: columnNames, table: suppressSmallCounts(counts) };
  }, [lines]);
  const choices = heardDimensions.map((id) => ({ id, label: words(`matrix.dimension.${id}`) }));
  const isHidden = (row: number, column: number): boolean => hidesSmall && (table.hidden[row]?.[column] ?? false);
  const heads = [...rows.map((value) => labelOf(down, value)), words('evaluation.heard.total')];
  return (
    <section aria-label={words('evaluation.heard.crossed')}>
      <h2>{words('evaluation.heard.crossed')}</h2>
      <div className="evaluation-actions">
        <Select label={words('evaluation.heard.rows')} choices={choices} value={down} onChange={setDown} />
        <Select label={words('evaluation.heard.columns')} choices={choices} value={across} onChange={setAcross} />
      </div>
      {rows.length === 0 || down === across ? (
        <p className="evaluation-page__text">
          {words(down === across ? 'evaluation.heard.twoDimensions' : 'evaluation.heard.nobody')}
        </p>
      ) : (
        <div className="evaluation-table__scroll">
          <table className="evaluation-table">
            <caption className="ui-hidden-text">{words('evaluation.heard.crossed')}</caption>
            <thead>
              <tr>
                <td />
                {columns.map((value) => (
                  <th key={value} scope="col" className="evaluation-table__number">
                    {labelOf(across, value)}
                  </th>
                ))}
                <th scope="col" className="evaluation-table__number">
                  {words('evaluation.heard.total')}
                </th>
              </tr>
            </thead>
            <tbody>
              {table.cells.map((cells, row) => (
                <tr key={heads[row]}>
                  <th scope="row">{heads[row]}</th>
                  {cells.map((count, column) => (
                    <td key={columns[column] ?? 'total'} className="evaluation-table__number">
                      {isHidden(row, column) ? (
                        <span className="evaluation-table__hidden">
                          <span aria-hidden>·</span>
                          <span className="ui-hidden-text">{words('evaluation.heard.hidden')}</span>
                        </span>
                      ) : (
                        number(count)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
