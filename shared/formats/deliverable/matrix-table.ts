/** The triangulation matrix as deliverables read it. What analysis builds fits; formats do not depend on how. */
import type { ShownCount } from '#shared/analysis/small-cells.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { convergenceGlyphs, type Convergence, type Judgement } from '#shared/domain/evidence/judgement.ts';
import type { Strength } from '#shared/domain/findings/finding.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

export type MatrixTableColumn = {
  readonly id: string;
  /** As stated; a method's id for a method; '' where nothing is stated. */
  readonly label: string;
  /** How many voices were planned; null as long as there is no plan. */
  readonly planned: number | null;
  readonly potentialVoices: number;
};

export type MatrixTableCell = {
  readonly column: string;
  readonly codings: readonly CodingId[];
  /** Null where a small count is hidden. */
  readonly independentSources: ShownCount;
  readonly supports: ShownCount;
  readonly contradicts: ShownCount;
  readonly mixed: ShownCount;
};

/** What is known on a row as a whole. */
export type RowJudgement = {
  readonly id: string;
  readonly convergence: {
    readonly suggested: Convergence;
    readonly silent: readonly { readonly column: string; readonly kind: 'not-asked' | 'nothing-said' }[];
    readonly judgement: Pick<Judgement, 'convergence' | 'reason'> | null;
  };
  readonly strength: {
    /** A level of the rule, such as `triangulated`. */
    readonly suggested: string;
    readonly judged: Strength | null;
    readonly reason: string;
    /** Which way most independent sources point: what points away from it is contrary (docs/decisions/0032). */
    readonly facts?: { readonly direction: 'supports' | 'contradicts' | null };
  };
};

export type MatrixTableRow = RowJudgement & {
  readonly label: string;
  /** Depth in the codebook, 0 for the rest. */
  readonly depth: number;
  readonly cells: readonly MatrixTableCell[];
  readonly independentSources: ShownCount;
  readonly methods: readonly string[];
};

export type MatrixTable = {
  readonly columns: readonly MatrixTableColumn[];
  readonly rows: readonly MatrixTableRow[];
};

/** What a column is called: methods in words, and a word for those of whom it is not stated. */
export function columnName(column: MatrixTableColumn, dimension: string, words: Words): string {
  if (dimension === 'method') return words(`methods.${column.id}`);
  return column.label === '' ? words('matrix.not-stated') : column.label;
}

/** Glyph and word, such as `≠ dissonance`. */
export function convergenceInWords(convergence: Convergence, words: Words): string {
  return `${convergenceGlyphs[convergence]} ${words(`convergence.${convergence}`)}`;
}
