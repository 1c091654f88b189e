/**
 * Counting for the matrix: one pass puts codings in rows, then each row is counted in arrays that all rows share.
 * A slot (voice, column) belongs to a row when it carries the row's stamp, so that nothing is cleared in between.
 */
import { NOBODY, type SourceFacts } from '#shared/analysis/coding-facts.ts';
import type { MatrixScope } from '#shared/analysis/matrix-scope.ts';
import type { RowsOfCoding } from '#shared/analysis/matrix-rows.ts';
import { CONTRADICTS, methodBit, stanceBits, SUPPORTS, VoteTally } from '#shared/analysis/strength.ts';
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

/** What the columns and rows of a coding are, side by side in arrays. */
type Entries = {
  readonly codings: Coding[];
  readonly voices: number[];
  readonly speakers: number[];
  readonly sources: number[];
  readonly columns: (readonly number[])[];
  /** Places in the arrays above, by row. */
  readonly ofRow: readonly number[][];
};

/** Puts every coding in its rows; the returned function counts one row. */
export function countRows(
  sources: readonly SourceFacts[],
  scope: MatrixScope,
  rows: { readonly of: RowsOfCoding; readonly count: number },
  sizes: { readonly voices: number; readonly participants: number },
): (row: number) => RowCounts {
  const entries = sortIntoRows(sources, scope, rows);
  const columnCount = scope.columnCount;
  // One column more than there are: the last holds the row as a whole.
  const slots = columnCount + 1;
  const marks = {
    voices: new Marks(sizes.voices * slots),
    sources: new Marks(sources.length * slots),
    participants: new Marks(sizes.participants * slots),
    bits: new Uint8Array(sizes.voices * slots),
    methods: new Uint8Array(sizes.voices),
  };
  return (row) => {
    const cells = Array.from({ length: slots }, () => new CellTally());
    const count = (entry: number, column: number): void => {
      const cell = cells[column] as CellTally;
      const coding = entries.codings[entry] as Coding;
      const source = entries.sources[entry] as number;
      cell.codings.push(coding.id);
      if (marks.sources.add(source * slots + column, row)) cell.sources += 1;
      const slot = (entries.voices[entry] as number) * slots + column;
      const stance = stanceBits[coding.direction];
      if (marks.voices.add(slot, row)) {
        cell.voiceSlots.push(slot);
        marks.bits[slot] = stance;
      } else marks.bits[slot] = (marks.bits[slot] as number) | stance;
      const speaker = entries.speakers[entry] as number;
      const participants = speaker === NOBODY ? (sources[source] as SourceFacts).participants : [speaker];
      for (const one of participants) if (marks.participants.add(one * slots + column, row)) cell.participants += 1;
    };
    const whole = cells[columnCount] as CellTally;
    let methods = 0;
    for (const entry of entries.ofRow[row] ?? []) {
      for (const column of entries.columns[entry] as readonly number[]) count(entry, column);
      const before = whole.voiceSlots.length;
      count(entry, columnCount);
      const voice = entries.voices[entry] as number;
      if (whole.voiceSlots.length > before) marks.methods[voice] = 0;
      const bit = methodBit((sources[entries.sources[entry] as number] as SourceFacts).source.method);
      marks.methods[voice] = (marks.methods[voice] as number) | bit;
      methods |= bit;
    }
    const votes = new VoteTally();
    for (const slot of whole.voiceSlots) {
      votes.add(marks.bits[slot] as number, marks.methods[(slot - columnCount) / slots] as number);
    }
    const finished = cells.map((cell) => cell.finish(marks.bits));
    return {
      codings: whole.codings.length,
      sources: whole.sources,
      independentSources: whole.voiceSlots.length,
      methods: sourceMethods.filter((method) => (methods & methodBit(method)) !== 0),
      votes,
      cell: (column) => finished[column] ?? new CellTally().finish(marks.bits),
    };
  };
}

function sortIntoRows(
  sources: readonly SourceFacts[],
  scope: MatrixScope,
  rows: { readonly of: RowsOfCoding; readonly count: number },
): Entries {
  const ofRow = Array.from({ length: rows.count }, (): number[] => []);
  const entries: Entries = { codings: [], voices: [], speakers: [], sources: [], columns: [], ofRow };
  sources.forEach((facts, source) => {
    let lastSpeaker: number | null = null;
    let columns: readonly number[] | null = null;
    facts.codings.forEach((coding, place) => {
      const places = rows.of(coding);
      if (places.length === 0 || !scope.admits(coding)) return;
      const speaker = facts.speakers[place] as number;
      if (speaker !== lastSpeaker) {
        columns = scope.columnsOf(facts.source, speaker);
        lastSpeaker = speaker;
      }
      if (columns === null) return;
      const entry = entries.codings.push(coding) - 1;
      entries.voices.push(facts.voices[place] as number);
      entries.speakers.push(speaker);
      entries.sources.push(source);
      entries.columns.push(columns);
      for (const row of places) (ofRow[row] as number[]).push(entry);
    });
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

class CellTally {
  readonly codings: CodingId[] = [];
  readonly voiceSlots: number[] = [];
  sources = 0;
  participants = 0;

  finish(bits: Uint8Array): CellCounts {
    let supports = 0;
    let contradicts = 0;
    let mixed = 0;
    for (const slot of this.voiceSlots) {
      const stance = bits[slot];
      if (stance === SUPPORTS) supports += 1;
      else if (stance === CONTRADICTS) contradicts += 1;
      else if (stance === (SUPPORTS | CONTRADICTS)) mixed += 1;
    }
    const { codings, sources, participants, voiceSlots } = this;
    return { codings, sources, independentSources: voiceSlots.length, participants, supports, contradicts, mixed };
  }
}
