/**
 * Counting for the matrix: one pass puts codings in rows, then each row is counted in arrays that all rows share.
 * A slot (voice, column) belongs to a row when it carries the row's stamp, so that nothing is cleared in between.
 */
import { NOBODY, type SourceFacts } from '#shared/analysis/coding-facts.ts';
import type { MatrixScope } from '#shared/analysis/matrix-scope.ts';
import type { StatisticVote } from '#shared/analysis/matrix-statistics.ts';
import type { RowsOfCoding } from '#shared/analysis/matrix-rows.ts';
import { CONTRADICTS, methodBit, SUPPORTS, VoteTally } from '#shared/analysis/strength.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import { sourceMethods, type SourceMethod } from '#shared/domain/source/source.ts';

export type CellCounts = {
  /** In the order of sources, then of the text. */
  readonly codings: readonly CodingId[];
  readonly sources: number;
  readonly independentSources: number;
  /** Participants whose words are in the cell; all of a source where it is not known who speaks. */
  readonly participants: number;
  /** Voices by stance, one vote each; one that speaks both ways is mixed. The rest is neutral. */
  readonly supports: number;
  readonly contradicts: number;
  readonly mixed: number;
};

export type RowCounts = {
  readonly codings: number;
  readonly sources: number;
  readonly independentSources: number;
  readonly methods: readonly SourceMethod[];
  readonly votes: VoteTally;
  cell(column: number): CellCounts;
};

/** How many voices could have spoken in each column. */
export function tallyPotential(sources: readonly SourceFacts[], scope: MatrixScope): readonly number[] {
  const voices: Set<number>[] = [];
  for (const { source, potential } of sources) {
    for (const { voice, participant } of potential) {
      for (const column of scope.columnsOf(source, participant) ?? []) (voices[column] ??= new Set()).add(voice);
    }
  }
  return Array.from(voices, (set) => set?.size ?? 0);
}

/** Codings that count, side by side in arrays: reading them from their records over and over is what takes time. */
type Entries = {
  /** Null for the vote of a survey result. */
  readonly ids: (CodingId | null)[];
  readonly stances: Uint8Array;
  readonly voices: Int32Array;
  readonly speakers: Int32Array;
  readonly sources: Int32Array;
  readonly columns: (readonly number[])[];
  /** Places in the arrays above, by row. */
  readonly ofRow: readonly number[][];
};

type RowsToCount = {
  readonly of: RowsOfCoding;
  readonly count: number;
  /** Respondents who speak in a row through a survey result. */
  readonly votes?: (row: number) => readonly StatisticVote[];
  /** Stakeholder groups of who speaks in a source, by the number of the participant. */
  readonly groupsOf: (source: SourceFacts, speaker: number) => readonly string[];
};

/** Puts every coding in its rows; the returned function counts one row. */
export function countRows(
  sources: readonly SourceFacts[],
  scope: MatrixScope,
  rows: RowsToCount,
  sizes: { readonly voices: number; readonly participants: number },
): (row: number) => RowCounts {
  const entries = sortIntoRows(sources, scope, rows);
  const methodsOfSources = Uint8Array.from(sources, ({ source }) => methodBit(source.method));
  const columns = scope.columnCount;
  const cellMarks = new RowMarks(sizes.voices * columns, sources.length * columns, sizes.participants * columns);
  const rowMarks = new RowMarks(sizes.voices, sources.length, 0);
  const groups = new GroupBits(sources, rows.groupsOf);
  return (row) => {
    const own = entries.ofRow[row] ?? [];
    const cells = Array.from({ length: columns }, () => new CellTally());
    for (const entry of own) {
      const source = entries.sources[entry] as number;
      const speaker = entries.speakers[entry] as number;
      for (const column of entries.columns[entry] as readonly number[]) {
        const cell = cells[column] as CellTally;
        const id = entries.ids[entry];
        if (id) cell.codings.push(id);
        cell.add(
          cellMarks,
          row,
          (entries.voices[entry] as number) * columns + column,
          entries.stances[entry] as number,
        );
        if (cellMarks.sources.add(source * columns + column, row)) cell.sources += 1;
        if (speaker !== NOBODY) {
          if (cellMarks.participants.add(speaker * columns + column, row)) cell.participants += 1;
        } else {
          for (const one of (sources[source] as SourceFacts).participants) {
            if (cellMarks.participants.add(one * columns + column, row)) cell.participants += 1;
          }
        }
      }
    }
    const finished = cells.map((cell) => cell.finish(cellMarks.stances));
    return {
      ...countWhole(entries, own, rowMarks, row, methodsOfSources, groups),
      cell: (column) => finished[column] ?? NOTHING,
    };
  };
}

/** The row as a whole: a voice that speaks in two columns is one voice here. */
function countWhole(
  entries: Entries,
  own: readonly number[],
  marks: RowMarks,
  row: number,
  methodsOfSources: Uint8Array,
  groups: GroupBits,
): Omit<RowCounts, 'cell'> {
  const whole = new CellTally();
  let methods = 0;
  let codings = 0;
  for (const entry of own) {
    const source = entries.sources[entry] as number;
    const voice = entries.voices[entry] as number;
    const method = methodsOfSources[source] as number;
    const isNew = whole.add(marks, row, voice, entries.stances[entry] as number);
    marks.methods[voice] = isNew ? method : (marks.methods[voice] as number) | method;
    const group = groups.of(source, entries.speakers[entry] as number);
    marks.groups[voice] = isNew ? group : (marks.groups[voice] as number) | group;
    methods |= method;
    if (entries.ids[entry] !== null) codings += 1;
    if (marks.sources.add(source, row)) whole.sources += 1;
  }
  const votes = new VoteTally();
  for (const voice of whole.voices) {
    const names = groups.names(marks.groups[voice] as number);
    votes.add(marks.stances[voice] as number, marks.methods[voice] as number, names);
  }
  return {
    codings,
    sources: whole.sources,
    independentSources: whole.voices.length,
    methods: sourceMethods.filter((method) => (methods & methodBit(method)) !== 0),
    votes,
  };
}

function sortIntoRows(sources: readonly SourceFacts[], scope: MatrixScope, rows: RowsToCount): Entries {
  const votes = Array.from({ length: rows.count }, (_, row) => rows.votes?.(row) ?? []);
  const extra = votes.reduce((sum, list) => sum + list.length, 0);
  const total = sources.reduce((sum, { codings }) => sum + codings.length, extra);
  const entries: Entries = {
    ids: [],
    stances: new Uint8Array(total),
    voices: new Int32Array(total),
    speakers: new Int32Array(total),
    sources: new Int32Array(total),
    columns: [],
    ofRow: Array.from({ length: rows.count }, (): number[] => []),
  };
  sources.forEach((facts, source) => {
    let lastSpeaker: number | null = null;
    let columns: readonly number[] | null = null;
    for (let place = 0; place < facts.codings.length; place += 1) {
      const own = rows.of(facts, place);
      const coding = facts.codings[place] as Coding;
      if (own.length === 0 || !scope.admits(coding)) continue;
      const speaker = facts.speakers[place] as number;
      if (speaker !== lastSpeaker) {
        columns = scope.columnsOf(facts.source, speaker);
        lastSpeaker = speaker;
      }
      const ownColumns = facts.scoped.has(place) ? scope.columnsOfCoding(facts.source, speaker, coding) : columns;
      if (ownColumns === null) continue;
      const entry = entries.ids.push(coding.id) - 1;
      entries.columns.push(ownColumns);
      entries.stances[entry] = facts.stances[place] as number;
      entries.voices[entry] = facts.voices[place] as number;
      entries.speakers[entry] = speaker;
      entries.sources[entry] = source;
      for (const row of own) (entries.ofRow[row] as number[]).push(entry);
    }
  });
  votes.forEach((list, row) => {
    for (const vote of list) {
      const entry = entries.ids.push(null) - 1;
      entries.columns.push(vote.columns);
      entries.stances[entry] = vote.stance;
      entries.voices[entry] = vote.voice;
      entries.speakers[entry] = vote.participant;
      entries.sources[entry] = vote.source;
      (entries.ofRow[row] as number[]).push(entry);
    }
  });
  return entries;
}

/** A set of slots for one row at a time; another row's stamp makes it empty. */
class Marks {
  private readonly stamps: Int32Array;

  constructor(size: number) {
    this.stamps = new Int32Array(size);
  }

  /** Adds a slot; false when the row has it already. */
  add(slot: number, row: number): boolean {
    if (this.stamps[slot] === row + 1) return false;
    this.stamps[slot] = row + 1;
    return true;
  }
}

/** What the rows share: who was seen in the present row, and with what stance. */
class RowMarks {
  readonly voices: Marks;
  readonly sources: Marks;
  readonly participants: Marks;
  readonly stances: Uint8Array;
  readonly methods: Uint8Array;
  readonly groups: Uint32Array;

  constructor(voices: number, sources: number, participants: number) {
    this.voices = new Marks(voices);
    this.sources = new Marks(sources);
    this.participants = new Marks(participants);
    this.stances = new Uint8Array(voices);
    this.methods = new Uint8Array(voices);
    this.groups = new Uint32Array(voices);
  }
}

/** Stakeholder groups as bits, so that counting them costs next to nothing; more than 32 share the last bit. */
class GroupBits {
  private readonly sources: readonly SourceFacts[];
  private readonly groupsOf: RowsToCount['groupsOf'];
  private readonly numbers = new Map<string, number>();
  private readonly groups: string[] = [];
  private readonly known: Map<number, number>[];
  private readonly namesOfBits = new Map<number, readonly string[]>();

  constructor(sources: readonly SourceFacts[], groupsOf: RowsToCount['groupsOf']) {
    this.sources = sources;
    this.groupsOf = groupsOf;
    this.known = sources.map(() => new Map<number, number>());
  }

  of(source: number, speaker: number): number {
    const known = this.known[source] as Map<number, number>;
    let bits = known.get(speaker);
    if (bits === undefined) {
      bits = 0;
      for (const group of this.groupsOf(this.sources[source] as SourceFacts, speaker)) bits |= this.bitOf(group);
      known.set(speaker, (bits >>>= 0));
    }
    return bits;
  }

  names(bits: number): readonly string[] {
    let names = this.namesOfBits.get(bits);
    if (!names) {
      names = this.groups.filter((_, place) => (bits & (1 << Math.min(place, 31))) !== 0);
      this.namesOfBits.set(bits, names);
    }
    return names;
  }

  private bitOf(group: string): number {
    let number = this.numbers.get(group);
    if (number === undefined) this.numbers.set(group, (number = this.groups.push(group) - 1));
    return 1 << Math.min(number, 31);
  }
}

class CellTally {
  readonly codings: CodingId[] = [];
  /** Slots of the voices that speak. */
  readonly voices: number[] = [];
  sources = 0;
  participants = 0;

  /** Adds what a voice says; true when it had not spoken yet. */
  add(marks: RowMarks, row: number, slot: number, stance: number): boolean {
    const isNew = marks.voices.add(slot, row);
    if (isNew) this.voices.push(slot);
    marks.stances[slot] = isNew ? stance : (marks.stances[slot] as number) | stance;
    return isNew;
  }

  finish(stances: Uint8Array): CellCounts {
    const counts = [0, 0, 0, 0];
    for (const slot of this.voices) {
      const stance = stances[slot] as number;
      counts[stance] = (counts[stance] as number) + 1;
    }
    const { codings, sources, participants } = this;
    return {
      codings,
      sources,
      independentSources: this.voices.length,
      participants,
      supports: counts[SUPPORTS] ?? 0,
      contradicts: counts[CONTRADICTS] ?? 0,
      mixed: counts[SUPPORTS | CONTRADICTS] ?? 0,
    };
  }
}

const NOTHING: CellCounts = new CellTally().finish(new Uint8Array());
