/** What stands in the cells of the matrix: counts with directions, the row's total, convergence and strength. */
import type { MatrixCell, MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumn } from '#shared/analysis/matrix-scope.ts';
import { convergenceGlyphs } from '#shared/domain/evidence/judgement.ts';
import { strengthLevels, type StrengthLevel } from '#shared/analysis/strength.ts';
import { useRecord } from '#renderer/data/hooks.ts';
import { ShortStatistics } from '#renderer/features/matrix/CellStatistics.tsx';
import { neutralVoices } from '#renderer/features/matrix/matrix-lines.ts';
import { useStrengthWord } from '#renderer/view-state/strength-words.ts';
import { directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './MatrixCells.css';

/** How many independent sources say what. */
export function CountCell({ cell, column }: { readonly cell: MatrixCell; readonly column: MatrixColumn }) {
  const words = useWords();
  if (cell.independentSources === 0) {
    return (
      <span className="matrix-silent">
        {words(column.potentialVoices > 0 ? 'matrix.nothingSaid' : 'matrix.notAsked')}
      </span>
    );
  }
  const directions = [
    ['supports', cell.supports],
    ['contradicts', cell.contradicts],
    ['mixed', cell.mixed],
    ['neutral', neutralVoices(cell)],
  ] as const;
  return (
    <>
      <span className="matrix-count">
        <span className="matrix-count__number">{cell.independentSources}</span>
        {column.isStated && (
          <span className="matrix-count__of">{words('matrix.of', { count: column.potentialVoices })}</span>
        )}
        {cell.codings.length > 0 && (
          <span className="matrix-count__excerpts">
            {words('matrix.excerptsShort', { count: cell.codings.length })}
          </span>
        )}
      </span>
      <span className="matrix-directions">
        {directions
          .filter(([, count]) => count > 0)
          .map(([direction, count]) => (
            <span key={direction} className={`matrix-direction matrix-direction--${direction}`}>
              <span className="matrix-direction__glyph">{directionShapes[direction]}</span>
              {count}
            </span>
          ))}
      </span>
      <ShortStatistics statistics={cell.statistics} />
    </>
  );
}

/** The row over all columns: a source in two columns counts once. */
export function TotalCell({ row }: { readonly row: MatrixRow }) {
  const words = useWords();
  return (
    <>
      <span className="matrix-count">
        <span className="matrix-count__number">{row.independentSources}</span>
        <span className="matrix-count__excerpts">{words('matrix.excerptsShort', { count: row.codings })}</span>
      </span>
      <span className="matrix-small">{words('matrix.methods', { count: row.methods.length })}</span>
    </>
  );
}

/** The judgement of a person when there is one, else the suggestion, marked as such. */
export function ConvergenceCell({ row }: { readonly row: MatrixRow }) {
  const words = useWords();
  const { judgement, suggested, speaking, silent } = row.convergence;
  const judge = useRecord('person', judgement?.by ?? null);
  if (row.independentSources === 0) return <span className="matrix-silent">—</span>;
  const shown = judgement?.convergence ?? suggested;
  const differs = judgement !== null && judgement.convergence !== suggested;
  return (
    <>
      <span className={`matrix-mark matrix-mark--${shown}${judgement ? ' matrix-mark--judged' : ''}`}>
        <span className="matrix-mark__glyph" aria-hidden>
          {convergenceGlyphs[shown]}
        </span>
        {words(`matrix.convergenceWord.${shown}`)}
      </span>
      <span className="matrix-small">
        {judgement
          ? words(differs ? 'matrix.judgedAgainst' : 'matrix.judgedBy', {
              name: judge?.name ?? words('common.unknown'),
              suggested: words(`matrix.convergenceWord.${suggested}`),
            })
          : speaking < 2
            ? words('matrix.tooFewSpeak', { count: speaking })
            : words('matrix.suggestedSilent', { count: silent.length })}
      </span>
    </>
  );
}

/** How strong the evidence is: for a finding what a person decided, else what the facts suggest. */
export function StrengthCell({ row }: { readonly row: MatrixRow }) {
  const words = useWords();
  const { suggested, judged, facts } = row.strength;
  const wordStrength = useStrengthWord(words);
  if (row.independentSources === 0) return <span className="matrix-silent">—</span>;
  return (
    <>
      <span className="matrix-strength">
        <StrengthDots level={suggested} />
        {judged ? wordStrength(judged) : words(`matrix.strengthLevel.${suggested}`)}
      </span>
      <span className="matrix-small">
        {judged
          ? words('matrix.strengthDecided', { suggested: words(`matrix.strengthLevel.${suggested}`) })
          : words('matrix.strengthFacts', {
              glyph: directionShapes[facts.direction ?? 'neutral'],
              supporting: facts.supporting,
              contrary: facts.contrary + facts.mixed,
            })}
      </span>
    </>
  );
}

const DOTS: Readonly<Record<StrengthLevel, number>> = {
  triangulated: 4,
  contested: 2,
  partial: 3,
  'single-source': 1,
  none: 0,
};

function StrengthDots({ level }: { readonly level: StrengthLevel }) {
  const full = DOTS[level];
  return (
    <span className={`matrix-dots matrix-dots--${level}`} aria-hidden>
      {strengthLevels.slice(1).map((other, place) => (
        <i key={other} data-full={place < full || undefined} />
      ))}
    </span>
  );
}
