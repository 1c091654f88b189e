/** Finer comparisons of one code: the directions that coders gave it, and how often pieces bear it. */
import { directionNumber } from '#shared/analysis/agreement/agreement-data.ts';
import type { AgreementUnit } from '#shared/analysis/agreement/text-units.ts';
import {
  byRater,
  touchedPieces,
  type CodedSpan,
  type CodedText,
  type CodedTexts,
  type SpansByText,
} from '#shared/analysis/agreement/coded-texts.ts';
import { intervalDifference, ordinalDifference, ratioDifference } from '#shared/analysis/agreement/differences.ts';
import { krippendorffAlpha, type RatedUnits } from '#shared/analysis/agreement/krippendorff-alpha.ts';
import { MISSING, NominalTally, type Measure } from '#shared/analysis/agreement/nominal-tally.ts';
import { walkSpans, type Span } from '#shared/analysis/agreement/spans.ts';
import { directions } from '#shared/domain/coding/coding.ts';

/** Counts directions over the units that at least two coders gave the code. */
export function countDirections(
  { texts }: CodedTexts,
  spansByText: SpansByText,
  coders: number,
  unit: AgreementUnit,
): NominalTally {
  const tally = new NominalTally(coders, directions.length);
  for (const [place, spans] of spansByText) {
    const text = texts[place] as CodedText;
    const lists = byRater(text, spans);
    if (lists.filter((own) => own.length > 0).length < 2) continue;
    const add = (given: readonly (number | null)[], weight: number): void => {
      if (given.filter((direction) => direction !== null).length < 2) return;
      const ratings = Array<number>(coders).fill(MISSING);
      given.forEach((direction, rater) => (ratings[text.raters[rater] as number] = direction ?? MISSING));
      tally.add(ratings, weight);
    };
    if (unit === 'character') {
      const flat = lists.map(flattenDirections);
      walkSpans(text.length, flat, [], (start, end, held) =>
        add(
          held.map((span) => span?.value ?? null),
          end - start,
        ),
      );
    } else {
      const byPiece = new Map<number, (number | null)[]>();
      eachPiece(text, lists, (piece, rater, span) => {
        let given = byPiece.get(piece);
        if (!given) byPiece.set(piece, (given = lists.map(() => null)));
        given[rater] = joinDirections(given[rater] ?? null, span.value);
      });
      for (const given of byPiece.values()) add(given, 1);
    }
  }
  return tally;
}

/** One direction where spans of one coder overlap: both ways is mixed. */
function joinDirections(known: number | null, further: number): number {
  return known === null || known === further ? further : directionNumber.mixed;
}

/** Spans of one coder cut up so that none overlap. */
function flattenDirections(spans: readonly CodedSpan[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  if (sorted.every((span, place) => place === 0 || (sorted[place - 1] as Span).end <= span.start)) return sorted;
  const edges = [...new Set(sorted.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const flat: Span[] = [];
  let active: CodedSpan[] = [];
  let next = 0;
  edges.slice(0, -1).forEach((start, place) => {
    active = active.filter((span) => span.end > start);
    for (let coming = sorted[next]; coming && coming.start <= start; coming = sorted[next]) {
      active.push(coming);
      next += 1;
    }
    const value = active.reduce<number | null>((known, span) => joinDirections(known, span.value), null);
    if (value !== null) flat.push({ start, end: edges[place + 1] as number, value });
  });
  return flat;
}

export type FrequencyAlphas = { readonly ordinal: Measure; readonly interval: Measure; readonly ratio: Measure };

/** Compares how often each coder gave the code within each piece. */
export function compareFrequencies({ texts }: CodedTexts, spansByText: SpansByText): FrequencyAlphas {
  const units = new Map<string, RatedUnits<number> & { weight: number }>();
  const add = (ratings: readonly number[], weight: number): void => {
    const key = ratings.join(' ');
    const known = units.get(key);
    if (known) known.weight += weight;
    else units.set(key, { ratings, weight });
  };
  texts.forEach((text, place) => {
    const lists = byRater(text, spansByText.get(place) ?? []);
    const byPiece = new Map<number, number[]>();
    eachPiece(text, lists, (piece, rater) => {
      let counts = byPiece.get(piece);
      if (!counts) byPiece.set(piece, (counts = lists.map(() => 0)));
      counts[rater] = (counts[rater] as number) + 1;
    });
    for (const counts of byPiece.values()) add(counts, 1);
    add(
      lists.map(() => 0),
      text.pieces.length / 2 - byPiece.size,
    );
  });
  const alpha = (differenceOf: typeof ordinalDifference): Measure =>
    krippendorffAlpha(
      [...units.values()],
      differenceOf,
      (value) => value,
      (a, b) => a - b,
    );
  return { ordinal: alpha(ordinalDifference), interval: alpha(intervalDifference), ratio: alpha(ratioDifference) };
}

function eachPiece(
  text: CodedText,
  lists: readonly (readonly CodedSpan[])[],
  visit: (piece: number, rater: number, span: CodedSpan) => void,
): void {
  lists.forEach((own, rater) => {
    for (const span of own) {
      const [first, last] = touchedPieces(text.pieces, span.start, span.end);
      for (let piece = first; piece < last; piece += 1) visit(piece, rater, span);
    }
  });
}
