/**
 * The triangulation matrix: rows are criteria, questions, codes or findings, columns are methods, groups,
 * interventions or an attribute; a cell counts independent voices and their stance. Every count is of what is in memory, never stored.
 */
import { CodingFacts, type SourceFacts } from '#shared/analysis/coding-facts.ts';
import { suggestConvergence, type ColumnVoices, type ConvergenceSuggestion } from '#shared/analysis/convergence.ts';
import { countRows, tallyPotential, type CellCounts, type RowCounts } from '#shared/analysis/matrix-counting.ts';
import { MatrixScope, type MatrixColumn, type MatrixColumns, type WhereClause } from '#shared/analysis/matrix-scope.ts';
import { placeStatistics, type CellStatistic } from '#shared/analysis/matrix-statistics.ts';
import { listRows, rowFinder, type MatrixRows, type RowHead } from '#shared/analysis/matrix-rows.ts';
import { readPlan, type WasAsked } from '#shared/analysis/plan.ts';
import {
  answerOf,
  groupsOf,
  strengthRuleOf,
  suggestStrength,
  type StrengthSuggestion,
} from '#shared/analysis/strength.ts';
import type { SegmentsOf, TableOf } from '#shared/analysis/voices.ts';
import { judgementId, type Judgement } from '#shared/domain/evidence/judgement.ts';
import type { Strength } from '#shared/domain/findings/finding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { SourceMethod } from '#shared/domain/source/source.ts';

export type MatrixRequest = {
  readonly rows: MatrixRows;
  readonly columns: MatrixColumns;
  /** Only what fits every name; several values of one name are alternatives. */
  readonly where?: readonly WhereClause[];
  /** What was asked of whom; what the evaluation matrix plans when it is left out. */
  readonly wasAsked?: (row: string, column: string) => boolean | null;
};

export type MatrixCell = CellCounts & { readonly column: string; readonly statistics: readonly CellStatistic[] };

export type MatrixRow = RowHead & {
  readonly cells: readonly MatrixCell[];
  /** Codings, sources and voices over all columns: a voice in two columns counts once here. */
  readonly codings: number;
  readonly sources: number;
  readonly independentSources: number;
  readonly methods: readonly SourceMethod[];
  readonly convergence: ConvergenceSuggestion & { readonly judgement: Judgement | null };
  readonly strength: StrengthSuggestion & { readonly judged: Strength | null; readonly reason: string };
};

export type Matrix = { readonly columns: readonly MatrixColumn[]; readonly rows: readonly MatrixRow[] };

/**
 * Builds the matrix. Pass `CodingFacts` to keep voices between calls (the app does), or where segments come from
 * to have them computed for this call.
 */
export function buildMatrix(
  project: Project,
  request: MatrixRequest &
    ({ readonly facts: CodingFacts } | { readonly segmentsOf: SegmentsOf; readonly tableOf?: TableOf }),
): Matrix {
  const facts = 'facts' in request ? request.facts : new CodingFacts(project, request.segmentsOf, request.tableOf);
  const sources = facts.read();
  const scope = new MatrixScope(facts, request.columns, request.where ?? []);
  const heads = listRows(project, request.rows);
  const potential = tallyPotential(sources, scope);
  const statistics = placeStatistics(facts, sources, heads, scope);
  const counting = {
    of: rowFinder(facts, heads),
    count: heads.length,
    votes: (row: number) => statistics(row).votes,
    groupsOf: (source: SourceFacts, speaker: number) =>
      groupsOf(project, source.source, facts.participantId(speaker) ?? null),
  };
  const counts = countRows(sources, scope, counting, facts.sizes);
  const columns = scope.columns(potential);
  const plan = readPlan(project, request.columns);
  const wasAsked: WasAsked = (row, column) => (request.wasAsked ? request.wasAsked(row.id, column) : plan(row, column));
  const rows = heads.map((head, place): MatrixRow => {
    const row = counts(place);
    const cells = columns.map((column): MatrixCell => {
      const number = scope.numberOf(column.id);
      return { column: column.id, ...row.cell(number), statistics: statistics(place).cell(number) };
    });
    return { ...head, ...describeRow(project, request, head, row, { columns, cells, wasAsked }) };
  });
  return { columns, rows };
}

function describeRow(
  project: Project,
  request: MatrixRequest,
  head: RowHead,
  row: RowCounts,
  table: {
    readonly columns: readonly MatrixColumn[];
    readonly cells: readonly MatrixCell[];
    readonly wasAsked: WasAsked;
  },
): Omit<MatrixRow, keyof RowHead> {
  const compared = table.columns.flatMap((column, place): ColumnVoices[] => {
    const cell = table.cells[place];
    // What is not stated is no set of sources that could agree or disagree with another.
    if (!cell || !column.isStated) return [];
    return [
      {
        column: column.id,
        voices: cell.independentSources,
        supports: cell.supports,
        contradicts: cell.contradicts,
        mixed: cell.mixed,
        potential: column.potentialVoices,
        asked: table.wasAsked(head, column.id),
      },
    ];
  });
  const finding = head.finding ? project.get('finding', head.finding) : undefined;
  return {
    cells: table.cells,
    codings: row.codings,
    sources: row.sources,
    independentSources: row.independentSources,
    methods: row.methods,
    convergence: {
      ...suggestConvergence(compared),
      judgement: project.get('judgement', judgementId(head.id, request.columns)) ?? null,
    },
    strength: {
      ...suggestStrength(row.votes, strengthRuleOf(project), finding ? answerOf(finding) : 'no-finding'),
      judged: finding?.strength ?? null,
      reason: finding?.strengthReason ?? '',
    },
  };
}
