/** `matrix`: the triangulation matrix with suggested convergence and strength. */
import type { Command, CommandCall } from '#electron/headless/command.ts';
import { describeConvergence, describeStrength } from '#electron/headless/matrix-words.ts';
import { openToRead, type ProjectSession } from '#electron/headless/project-session.ts';
import { splitOnce } from '#electron/headless/words-of-command.ts';
import { buildMatrix, type Matrix, type MatrixCell, type MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumns, WhereClause } from '#shared/analysis/matrix-scope.ts';
import type { MatrixRows } from '#shared/analysis/matrix-rows.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { codingLayers } from '#shared/domain/coding/coding-sight.ts';
import { directionGlyphs } from '#shared/domain/coding/coding.ts';
import { wordsOfExports } from '#electron/headless/export-words.ts';
import { columnName } from '#shared/formats/deliverable/matrix-table.ts';
import { neededContents } from '#shared/formats/deliverable/material.ts';

export const matrixCommand: Command = {
  name: 'matrix',
  summary: 'the triangulation matrix, with suggested convergence and strength',
  operands: ['FILE'],
  options: {
    rows: { value: 'criterion|question|code|finding', about: 'what the rows are; criterion when left out' },
    columns: { value: 'method|group|intervention|attribute:NAME', about: 'what the columns are; method when left out' },
    layer: {
      value: 'agreed|coders',
      about: 'where a round was agreed on: its consensus (when left out), or each coder',
    },
    where: {
      value: 'NAME=VALUE',
      many: true,
      about: 'only those; NAME is method, group, gender, intervention, coder, source or an attribute',
    },
  },
  details: [
    'Several --where of one name are alternatives, of different names hold together.',
    'The column "not-stated" holds what nobody can be named for; it is compared with nothing.',
  ],
  run: async (call) => {
    const rows = readRows(call);
    const columns = readColumns(call);
    const where = readWhere(call);
    const session = await openToRead(call);
    const layer = call.choice('layer', codingLayers);
    if (layer) session.project.lookAs({ layer });
    const matrix = await matrixOf(session, rows, columns, where);
    const words = wordsOfExports(session.project.evaluation.language);
    const labelled = matrix.columns.map((column) => ({ ...column, label: columnName(column, columns, words) }));
    return {
      json: {
        rows: matrix.rows.map((row) => describeRow(session.project, row)),
        columns: labelled.map(({ id, label, planned, potentialVoices }) => ({ id, label, planned, potentialVoices })),
      },
      text: table({ ...matrix, columns: labelled }),
    };
  },
};

/** Builds the matrix of an open project. */
export async function matrixOf(
  session: ProjectSession,
  rows: MatrixRows,
  columns: MatrixColumns,
  where: readonly WhereClause[],
): Promise<Matrix> {
  const { segmentsOf, tableOf } = await session.readContents(neededContents(session.project));
  return buildMatrix(session.project, { rows, columns, where, segmentsOf, tableOf });
}

export function readRows(call: CommandCall): MatrixRows {
  return call.choice('rows', ['criterion', 'question', 'code', 'finding'] as const) ?? 'criterion';
}

export function readColumns(call: CommandCall): MatrixColumns {
  const value = call.value('columns') ?? 'method';
  if (value.startsWith('attribute:') && value.length > 'attribute:'.length) return value as MatrixColumns;
  return call.choice('columns', ['method', 'group', 'gender', 'intervention'] as const) ?? 'method';
}

export function readWhere(call: CommandCall): readonly WhereClause[] {
  return call.values('where').map((text) => {
    const [name, value] = splitOnce(text, '=');
    if (value === undefined || name.trim() === '') call.misuse(`--where is NAME=VALUE, not "${text}".`);
    return { name: name.trim(), value: value ?? '' };
  });
}

function describeRow(project: Project, row: MatrixRow): unknown {
  const { judgement } = row.convergence;
  return {
    id: row.id,
    label: row.label,
    depth: row.depth,
    convergence: {
      suggested: row.convergence.suggested,
      judged: judgement?.convergence ?? null,
      reason: judgement?.reason ?? describeConvergence(row.convergence),
      pairs: row.convergence.pairs.map(({ a, b, result, reason }) => ({ a, b, result, reason })),
      silent: row.convergence.silent,
    },
    strength: {
      suggested: row.strength.suggested,
      judged: row.strength.judged,
      reason: row.strength.reason || describeStrength(row.strength),
    },
    codings: row.codings,
    sources: row.sources,
    independentSources: row.independentSources,
    methods: row.methods.length,
    cells: row.cells.map((cell) => describeCell(project, cell)),
  };
}

function describeCell(project: Project, cell: MatrixCell): unknown {
  return {
    column: cell.column,
    codings: cell.codings.length,
    sources: cell.sources,
    independentSources: cell.independentSources,
    participants: cell.participants,
    supports: cell.supports,
    contradicts: cell.contradicts,
    mixed: cell.mixed,
    statistics: cell.statistics.map(({ id, direction, figure, isWhole }) => {
      const statistic = project.get('statistic', id);
      return {
        id,
        label: statistic?.label ?? '',
        source: statistic?.source ?? null,
        result: statistic?.result ?? null,
        direction,
        value: figure.value,
        count: figure.counted,
        n: figure.answered,
        low: figure.interval?.low ?? null,
        high: figure.interval?.high ?? null,
        isWhole,
      };
    }),
  };
}

function table(matrix: Matrix): string {
  const head = ['', ...matrix.columns.map((column) => column.label), 'convergence', 'strength'];
  const lines = matrix.rows.map((row) => [
    `${'  '.repeat(row.depth)}${row.label}`,
    ...row.cells.map((cell, place) => shortCell(cell, matrix.columns[place]?.potentialVoices ?? 0)),
    row.convergence.judgement?.convergence ?? `${row.convergence.suggested}?`,
    row.strength.judged ?? `${row.strength.suggested}?`,
  ]);
  const all = [head, ...lines];
  const widths = head.map((_, place) => Math.max(...all.map((line) => line[place]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((text, place) => text.padEnd(widths[place] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `9▲ 1▼ of 12`, or a dot where nobody speaks. */
function shortCell(cell: MatrixCell, potential: number): string {
  if (cell.independentSources === 0) return '·';
  const neutral = cell.independentSources - cell.supports - cell.contradicts - cell.mixed;
  const votes = { supports: cell.supports, contradicts: cell.contradicts, mixed: cell.mixed, neutral };
  const parts = (['supports', 'contradicts', 'mixed', 'neutral'] as const).flatMap((direction) =>
    votes[direction] > 0 ? [`${votes[direction]}${directionGlyphs[direction]}`] : [],
  );
  return `${parts.join(' ')} of ${Math.max(potential, cell.independentSources)}`;
}
