/**
 * Statistics in the matrix. The respondents whose answer a statistic counts speak with its direction, as if the answer
 * had been coded; its figure stands in the cell, worked out for the respondents of that column.
 */
import type { CodingFacts, PotentialVoice, SourceFacts } from '#shared/analysis/coding-facts.ts';
import { rowBases, unite, type RowHead } from '#shared/analysis/matrix-rows.ts';
import type { MatrixScope } from '#shared/analysis/matrix-scope.ts';
import { stanceBits, type StanceBits } from '#shared/analysis/strength.ts';
import { figureOfRows, rowsOfStatistic, type StatisticFigure } from '#shared/analysis/survey/statistic-figures.ts';
import type { Direction } from '#shared/domain/coding/coding.ts';
import type { Statistic, StatisticId } from '#shared/domain/evidence/statistic.ts';
import type { QuestionnaireTable } from '#shared/domain/source/source-content.ts';

/** A statistic as it stands in one cell. */
export type CellStatistic = {
  readonly id: StatisticId;
  readonly direction: Direction;
  readonly figure: StatisticFigure;
  /** Whether all its respondents stand in this column; else the figure is of those who do. */
  readonly isWhole: boolean;
};

/** One respondent whose answer a statistic counts. */
export type StatisticVote = PotentialVoice & {
  /** Place of the source among all. */
  readonly source: number;
  readonly columns: readonly number[];
  readonly stance: StanceBits;
};

export type RowStatistics = {
  readonly votes: readonly StatisticVote[];
  cell(column: number): readonly CellStatistic[];
};

/** Places the statistics of the project in the rows and columns of a matrix. */
export function placeStatistics(
  facts: CodingFacts,
  sources: readonly SourceFacts[],
  heads: readonly RowHead[],
  scope: MatrixScope,
): (row: number) => RowStatistics {
  const { project } = facts;
  const places = new Map(sources.map(({ source }, place) => [source.id, place]));
  const rows: RowEntry[] = heads.map(() => ({ votes: [], cells: [] }));
  const rowsOf = statisticRows(facts, heads);
  for (const statistic of project.all('statistic')) {
    const place = places.get(statistic.source);
    const own = rowsOf(statistic);
    if (place === undefined || own.length === 0 || !scope.admits({ coder: statistic.by })) continue;
    const source = sources[place] as SourceFacts;
    const table = facts.tableOf(source.source);
    if (!table) continue;
    const placed = placeOne(statistic, table, source, place, scope);
    for (const row of own) addTo(rows[row] as RowEntry, placed);
  }
  return (row) => {
    const entry = rows[row];
    return { votes: entry?.votes ?? [], cell: (column) => entry?.cells[column] ?? [] };
  };
}

type RowEntry = { readonly votes: StatisticVote[]; readonly cells: CellStatistic[][] };
type Placed = { readonly votes: readonly StatisticVote[]; readonly cells: ReadonlyMap<number, CellStatistic> };

function addTo(entry: RowEntry, { votes, cells }: Placed): void {
  for (const vote of votes) entry.votes.push(vote);
  for (const [column, cell] of cells) (entry.cells[column] ??= []).push(cell);
}

type ColumnRows = { answered: number; readonly counted: number[] };

function placeOne(
  statistic: Statistic,
  table: QuestionnaireTable,
  facts: SourceFacts,
  place: number,
  scope: MatrixScope,
): Placed {
  const voices = voicesByLabel(facts);
  const { answered, counted } = rowsOfStatistic(table, statistic);
  const isCounted = new Set(counted);
  const stance = stanceBits[statistic.direction];
  const votes: StatisticVote[] = [];
  const byColumn = new Map<number, ColumnRows>();
  for (const row of answered) {
    const voice = voices.get(table.respondents[row] ?? '');
    const columns = voice && scope.columnsOf(facts.source, voice.participant);
    if (!voice || !columns) continue;
    if (isCounted.has(row)) votes.push({ ...voice, source: place, columns, stance });
    for (const column of columns) {
      let rows = byColumn.get(column);
      if (!rows) byColumn.set(column, (rows = { answered: 0, counted: [] }));
      rows.answered += 1;
      if (isCounted.has(row)) rows.counted.push(row);
    }
  }
  const cells = new Map<number, CellStatistic>();
  for (const [column, rows] of byColumn) {
    const figure = figureOfRows(table, statistic, rows.answered, rows.counted);
    const isWhole = rows.answered === answered.length;
    cells.set(column, { id: statistic.id, direction: statistic.direction, figure, isWhole });
  }
  return { votes, cells };
}

const voicesBySource = new WeakMap<SourceFacts, ReadonlyMap<string, PotentialVoice>>();

function voicesByLabel(facts: SourceFacts): ReadonlyMap<string, PotentialVoice> {
  let voices = voicesBySource.get(facts);
  if (!voices) {
    voices = new Map(facts.potential.flatMap((one) => (one.label === null ? [] : [[one.label, one] as const])));
    voicesBySource.set(facts, voices);
  }
  return voices;
}

/** In which rows a statistic counts: those that hold its code, or a finding that rests on it. */
function statisticRows(facts: CodingFacts, heads: readonly RowHead[]): (statistic: Statistic) => readonly number[] {
  const ofCode = new Map<string, number[]>();
  const ofFinding = new Map<string, number[]>();
  const add = (rows: Map<string, number[]>, id: string, place: number): void => {
    const own = rows.get(id);
    if (own) own.push(place);
    else rows.set(id, [place]);
  };
  rowBases(facts.project, heads).forEach(({ codes, findings }, place) => {
    for (const id of codes) add(ofCode, id, place);
    for (const id of new Set(findings.flatMap(({ statistics }) => Object.keys(statistics)))) add(ofFinding, id, place);
  });
  return (statistic) => unite(ofCode.get(statistic.code) ?? [], ofFinding.get(statistic.id) ?? []);
}
