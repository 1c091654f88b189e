/** What each column says and how often, the pairs in plain words, and who is silent and why. */
import type { ColumnVoices } from '#shared/analysis/convergence.ts';
import { prominenceOf, stanceOf } from '#shared/analysis/convergence.ts';
import type { Matrix, MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumns } from '#shared/analysis/matrix-scope.ts';
import { reasonsOf, silentColumns } from '#renderer/features/matrix/convergence-reasons.ts';
import { columnLabel } from '#renderer/features/matrix/matrix-words.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type ConvergenceReasonsProps = {
  readonly matrix: Matrix;
  readonly row: MatrixRow;
  readonly dimension: MatrixColumns;
};

const SHOWN_REASONS = 6;

/** The reasons. */
export function ConvergenceReasons({ matrix, row, dimension }: ConvergenceReasonsProps) {
  const words = useWords();
  const { list, percent } = useFormats();
  const labels = new Map(matrix.columns.map((column) => [column.id, columnLabel(column, dimension, words)]));
  const nameOf = (id: string): string => labels.get(id) ?? id;
  const reasons = reasonsOf(row.convergence);
  const [first, rest] = [reasons.slice(0, SHOWN_REASONS), reasons.slice(SHOWN_REASONS)];
  return (
    <>
      {row.convergence.speaking < 2 && (
        <p className="matrix-details__text">{words('matrix.tooFewSpeak', { count: row.convergence.speaking })}</p>
      )}
      <ul className="matrix-details__facts">
        {first.map((reason) => (
          <li key={`${reason.a} ${reason.b}`}>
            {words(`matrix.reason.${reason.key}`, {
              a: nameOf(reason.a),
              b: nameOf(reason.b),
              stanceA: words(`matrix.stance.${reason.stanceA}`),
              stanceB: words(`matrix.stance.${reason.stanceB}`),
              shareA: percent(reason.shareA),
              shareB: percent(reason.shareB),
            })}
          </li>
        ))}
        {rest.length > 0 && <li>{words('matrix.morePairs', { count: rest.length })}</li>}
        {(['nothing-said', 'not-asked'] as const).map((kind) => {
          const silent = silentColumns(row.convergence, kind);
          if (silent.length === 0) return null;
          return (
            <li key={kind}>
              {words(`matrix.silent.${kind}`, { count: silent.length, columns: list(silent.map(nameOf)) })}
            </li>
          );
        })}
      </ul>
      <ul className="matrix-shares" aria-label={words('matrix.sharesLabel')}>
        {speakingColumns(matrix, row).map((voices) => {
          const stance = stanceOf(voices);
          const share = prominenceOf(voices);
          return (
            <li key={voices.column} className={`matrix-share matrix-share--${stance}`}>
              <span className="matrix-share__name">{nameOf(voices.column)}</span>
              <span className="matrix-share__bar" aria-hidden>
                <span style={{ width: percent(share).replace(/\s/gu, '') }} />
              </span>
              <span className="matrix-share__value">
                {words('matrix.share', { stance: words(`matrix.stance.${stance}`), share: percent(share) })}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="matrix-details__rule">{words('matrix.convergenceRule')}</p>
    </>
  );
}

/** The columns as the rule compared them. */
function speakingColumns(matrix: Matrix, row: MatrixRow): readonly ColumnVoices[] {
  return matrix.columns.flatMap((column, place) => {
    const cell = row.cells[place];
    if (!cell || !column.isStated || cell.independentSources === 0) return [];
    const { independentSources: voices, supports, contradicts, mixed } = cell;
    return [
      { column: column.id, voices, supports, contradicts, mixed, potential: column.potentialVoices, asked: null },
    ];
  });
}
