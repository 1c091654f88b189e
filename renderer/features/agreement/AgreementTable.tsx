/** The measures of each code and of all together; a row in hand shows what stands behind it. */
import { useRef, type KeyboardEvent } from 'react';
import type { AgreementFigures, AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import {
  headlineOf,
  judgeFigures,
  toneOf,
  writeMeasure,
  writeShare,
} from '#renderer/features/agreement/agreement-words.ts';
import { lookAtAgreement } from '#renderer/view-state/agreement-view.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type AgreementTableProps = {
  readonly report: AgreementReport;
  readonly selected: CodeId | 'overall' | null;
};

const CELLS = ['a', 'b', 'c', 'd'] as const;
const MEASURES = ['percent', 'kappa', 'ac1', 'alpha', 'binaryUAlpha'] as const;

/** The table, in the order of the codebook. */
export function AgreementTable({ report, selected }: AgreementTableProps) {
  const words = useWords();
  const codebook = useCodebook();
  const body = useRef<HTMLTableSectionElement>(null);
  const byCode = new Map(report.codes.map((figures) => [figures.code, figures]));
  const rows = codebook.flat.flatMap(({ code, depth }) => {
    const figures = byCode.get(code.id);
    return figures ? [{ id: code.id, name: code.name, depth, figures }] : [];
  });
  const all = [
    { id: 'overall' as const, name: words('agreement.overall'), depth: 0, figures: report.overall },
    ...rows,
  ];
  const isPair = report.coders.length === 2;
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const place = all.findIndex(({ id }) => id === selected);
    const next = all[place + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    lookAtAgreement({ selected: next.id });
    body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.id)}"] button`)?.focus();
  };
  return (
    <div className="agreement-scroll">
      <table className="agreement-table">
        <caption className="ui-hidden-text">{words('agreement.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('agreement.column.code')}</th>
            <th scope="col">{words('agreement.column.verdict')}</th>
            {MEASURES.map((measure) => (
              <th
                key={measure}
                scope="col"
                title={words(`agreement.measure.${measure}.name`)}
                className={classNames(
                  'agreement-table__number',
                  measure === headlineOf(report.unit) && 'agreement-table__headline',
                )}
              >
                {words(`agreement.measure.${measure}.short`)}
              </th>
            ))}
            <th scope="col" className="agreement-table__number" title={words('agreement.column.nHint')}>
              {words('agreement.column.n')}
            </th>
            {isPair &&
              CELLS.map((cell) => (
                <th key={cell} scope="col" className="agreement-table__number" title={words(`agreement.cell.${cell}`)}>
                  {cell}
                </th>
              ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={walk}>
          {all.map((row) => (
            <Row key={row.id} {...row} report={report} isSelected={row.id === selected} isPair={isPair} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  readonly id: CodeId | 'overall';
  readonly name: string;
  readonly depth: number;
  readonly figures: AgreementFigures;
  readonly report: AgreementReport;
  readonly isSelected: boolean;
  readonly isPair: boolean;
};

function Row({ id, name, depth, figures, report, isSelected, isPair }: RowProps) {
  const words = useWords();
  const { number } = useFormats();
  const verdict = judgeFigures(figures, report.unit);
  return (
    <tr
      data-row={id}
      className={classNames(
        isSelected && 'agreement-table__row--selected',
        id === 'overall' && 'agreement-table__row--all',
      )}
      onClick={() => lookAtAgreement({ selected: id })}
    >
      <th scope="row" style={{ paddingInlineStart: `calc(${depth} * 1rem + var(--space-3))` }}>
        <button type="button" className="agreement-table__open" aria-pressed={isSelected}>
          {name}
        </button>
      </th>
      <td>
        <Badge tone={toneOf(verdict)}>{words(`agreement.verdict.${verdict}.name`)}</Badge>
      </td>
      {MEASURES.map((measure) => (
        <td
          key={measure}
          className={classNames(
            'agreement-table__number',
            measure === headlineOf(report.unit) && 'agreement-table__headline',
          )}
        >
          {measure === 'percent' ? writeShare(figures.percent, number) : writeMeasure(figures[measure], number)}
        </td>
      ))}
      <td className="agreement-table__number">{number(figures.n)}</td>
      {isPair &&
        CELLS.map((cell) => (
          <td key={cell} className="agreement-table__number">
            {number(figures.counts?.[cell] ?? 0)}
          </td>
        ))}
    </tr>
  );
}
