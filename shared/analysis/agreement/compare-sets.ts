/** Compares all codes that coders gave a unit, as sets: with criteria that overlap, nobody gives just one. */
import type { AgreementUnit } from '#shared/analysis/agreement/text-units.ts';
import { byRater, touchedPieces, type CodedText, type CodedTexts } from '#shared/analysis/agreement/coded-texts.ts';
import { jaccardDifference, masiDifference, type CodeSet } from '#shared/analysis/agreement/differences.ts';
import { krippendorffAlpha, type RatedUnits } from '#shared/analysis/agreement/krippendorff-alpha.ts';
import type { Measure } from '#shared/analysis/agreement/nominal-tally.ts';

export type SetAlphas = { readonly alphaJaccard: Measure; readonly alphaMasi: Measure };

/** Alpha over the sets of codes of all units. */
export function compareSets({ texts }: CodedTexts, unit: AgreementUnit): SetAlphas {
  const collected = new SetUnits();
  for (const text of texts) {
    if (unit === 'character') addCharacters(collected, text);
    else addPieces(collected, text);
  }
  const units = collected.list();
  const keyOf = (codes: CodeSet): string => codes.join(' ');
  return {
    alphaJaccard: krippendorffAlpha(units, jaccardDifference, keyOf),
    alphaMasi: krippendorffAlpha(units, masiDifference, keyOf),
  };
}

/** Units rated alike are one entry with a weight. */
class SetUnits {
  private readonly units = new Map<string, { readonly ratings: readonly CodeSet[]; weight: number }>();

  add(ratings: readonly CodeSet[], weight: number): void {
    if (weight === 0) return;
    const key = ratings.map((codes) => codes.join(' ')).join('|');
    const known = this.units.get(key);
    if (known) known.weight += weight;
    else this.units.set(key, { ratings, weight });
  }

  list(): readonly RatedUnits<CodeSet>[] {
    return [...this.units.values()];
  }
}

function addCharacters(units: SetUnits, text: CodedText): void {
  const active = text.raters.map(() => new Map<number, number>());
  const sets: CodeSet[] = text.raters.map(() => []);
  const edges = byRater(text, text.spans).flatMap((own, rater) =>
    own.flatMap(({ start, end, code }) => [
      { place: start, rater, code, change: 1 },
      { place: end, rater, code, change: -1 },
    ]),
  );
  edges.sort((a, b) => a.place - b.place);
  let from = 0;
  for (const { place, rater, code, change } of edges) {
    if (place > from) {
      units.add([...sets], place - from);
      from = place;
    }
    const counts = active[rater] as Map<number, number>;
    const count = (counts.get(code) ?? 0) + change;
    if (count === 0) counts.delete(code);
    else counts.set(code, count);
    sets[rater] = sorted(counts.keys());
  }
  units.add([...sets], text.length - from);
}

function addPieces(units: SetUnits, text: CodedText): void {
  const byPiece = new Map<number, Set<number>[]>();
  byRater(text, text.spans).forEach((own, rater) => {
    for (const { start, end, code } of own) {
      const [first, last] = touchedPieces(text.pieces, start, end);
      for (let piece = first; piece < last; piece += 1) {
        let sets = byPiece.get(piece);
        if (!sets) byPiece.set(piece, (sets = text.raters.map(() => new Set())));
        sets[rater]?.add(code);
      }
    }
  });
  for (const sets of byPiece.values()) units.add(sets.map(sorted), 1);
  units.add(
    text.raters.map(() => []),
    text.pieces.length / 2 - byPiece.size,
  );
}

function sorted(codes: Iterable<number>): CodeSet {
  return [...codes].sort((a, b) => a - b);
}
