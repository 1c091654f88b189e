/** Counts one code over all texts: who has it in which units, and the spans themselves, block by block. */
import type { AgreementUnit } from '#shared/analysis/agreement/text-units.ts';
import {
  blockAt,
  byRater,
  touchedPieces,
  type CodedText,
  type CodedTexts,
  type SpansByText,
} from '#shared/analysis/agreement/coded-texts.ts';
import { MISSING, NominalTally } from '#shared/analysis/agreement/nominal-tally.ts';
import { addTo } from '#shared/analysis/agreement/resampling.ts';
import { joinOverlapping, walkSpans, type Span } from '#shared/analysis/agreement/spans.ts';
import { addContinuum } from '#shared/analysis/agreement/tally-continuum.ts';
import { UnitizingTally } from '#shared/analysis/agreement/unitizing-tally.ts';

const WITHOUT = 0;
const WITH = 1;
const CODED_VALUES = 2;

/** Presence of one code, by block; and by who of two has it, over all. */
export class PresenceCount {
  readonly blocks: readonly NominalTally[];
  readonly pairs: ReadonlyMap<string, NominalTally>;
  private readonly coders: number;
  /** Units by who read them, then by who has the code. */
  private readonly weights = new Map<number, Map<number, number>>();

  constructor(coders: number, blockCount: number) {
    this.coders = coders;
    this.blocks = Array.from({ length: blockCount }, () => new NominalTally(coders, CODED_VALUES));
    this.pairs = new Map(
      listPairs(coders).map(([one, other]) => [`${one} ${other}`, new NominalTally(2, CODED_VALUES)]),
    );
  }

  /** Adds units of one block in which the coders in the bits of `having` have the code, those of `reading` read. */
  add(block: number, reading: number, having: number, weight: number): void {
    if (weight === 0) return;
    this.blocks[block]?.add(this.ratings(reading, having), weight);
    let weights = this.weights.get(reading);
    if (!weights) this.weights.set(reading, (weights = new Map<number, number>()));
    weights.set(having, (weights.get(having) ?? 0) + weight);
  }

  /** Adds another count of the same coders and blocks. */
  addAll(other: PresenceCount): void {
    this.blocks.forEach((tally, block) => addTo(tally.sums, (other.blocks[block] as NominalTally).sums));
    for (const [pair, tally] of this.pairs) addTo(tally.sums, (other.pairs.get(pair) as NominalTally).sums);
  }

  /** Works out the pairs; once, when everything has been added. */
  finish(): this {
    for (const [reading, byHaving] of this.weights) {
      for (const [having, weight] of byHaving) {
        const ratings = this.ratings(reading, having);
        for (const [one, other] of listPairs(this.coders)) {
          this.pairs.get(`${one} ${other}`)?.add([ratings[one] as number, ratings[other] as number], weight);
        }
      }
    }
    return this;
  }

  /** All blocks in one. */
  total(): NominalTally {
    const total = new NominalTally(this.coders, CODED_VALUES);
    for (const { sums } of this.blocks) addTo(total.sums, sums);
    return total;
  }

  private ratings(reading: number, having: number): readonly number[] {
    return Array.from({ length: this.coders }, (_, coder) => {
      const bit = 1 << coder;
      return (reading & bit) === 0 ? MISSING : (having & bit) === 0 ? WITHOUT : WITH;
    });
  }
}

/** Each two of so many coders, by number. */
function listPairs(coders: number): readonly (readonly [number, number])[] {
  return Array.from({ length: coders }, (_, one) =>
    Array.from({ length: coders - one - 1 }, (__, place) => [one, one + 1 + place] as const),
  ).flat();
}

/** The counts of one code. */
export type CodeCount = { readonly presence: PresenceCount; readonly continuum: readonly UnitizingTally[] };

/** Counts the spans of a code in the wanted unit. */
export function countCode(
  { texts, blockCount }: CodedTexts,
  spansByText: SpansByText,
  coders: number,
  unit: AgreementUnit,
): CodeCount {
  const presence = new PresenceCount(coders, blockCount);
  const continuum = Array.from({ length: blockCount }, () => new UnitizingTally(CODED_VALUES));
  texts.forEach((text, place) => {
    const spans = byRater(text, spansByText.get(place) ?? []).map((own) => joinOverlapping(own, WITH));
    const end = text.firstBlock + text.cuts.length + 1;
    addContinuum(continuum.slice(text.firstBlock, end), text.length, spans, text.cuts);
    if (unit === 'character') addCharacters(presence, text, spans);
    else addPieces(presence, text, spans);
  });
  return { presence: presence.finish(), continuum };
}

function readingBits(text: CodedText): number {
  return text.raters.reduce((bits, coder) => bits | (1 << coder), 0);
}

function addCharacters(presence: PresenceCount, text: CodedText, spans: readonly (readonly Span[])[]): void {
  const reading = readingBits(text);
  let block = 0;
  walkSpans(text.length, spans, text.cuts, (start, end, held) => {
    while (block < text.cuts.length && (text.cuts[block] as number) <= start) block += 1;
    let having = 0;
    held.forEach((span, place) => {
      if (span) having |= 1 << (text.raters[place] as number);
    });
    presence.add(text.firstBlock + block, reading, having, end - start);
  });
}

function addPieces(presence: PresenceCount, text: CodedText, spans: readonly (readonly Span[])[]): void {
  const reading = readingBits(text);
  const having = new Map<number, number>();
  spans.forEach((own, place) => {
    const bit = 1 << (text.raters[place] as number);
    for (const { start, end } of own) {
      const [first, last] = touchedPieces(text.pieces, start, end);
      for (let piece = first; piece < last; piece += 1) having.set(piece, (having.get(piece) ?? 0) | bit);
    }
  });
  const untouched = countPiecesByBlock(text);
  for (const [piece, bits] of having) {
    const block = blockAt(text.cuts, text.pieces[2 * piece] as number);
    untouched[block] = (untouched[block] as number) - 1;
    presence.add(text.firstBlock + block, reading, bits, 1);
  }
  untouched.forEach((count, block) => presence.add(text.firstBlock + block, reading, 0, count));
}

const piecesByBlock = new WeakMap<CodedText, readonly number[]>();

function countPiecesByBlock(text: CodedText): number[] {
  let counts = piecesByBlock.get(text);
  if (!counts) {
    const fresh = Array<number>(text.cuts.length + 1).fill(0);
    for (let place = 0; place < text.pieces.length; place += 2) {
      const block = blockAt(text.cuts, text.pieces[place] as number);
      fresh[block] = (fresh[block] as number) + 1;
    }
    piecesByBlock.set(text, (counts = fresh));
  }
  return [...counts];
}
