/** Puts quotes in order and in groups. Pure. */
import type { ExcerptRow } from '#renderer/view-state/excerpt-rows.ts';
import type { QuoteGrouping, QuoteSort } from '#renderer/view-state/quote-list.ts';

export type QuoteLine =
  | { readonly kind: 'quote'; readonly key: string; readonly row: ExcerptRow }
  | { readonly kind: 'heading'; readonly key: string; readonly value: string; readonly count: number };

export type Arrangement = {
  readonly sort: QuoteSort;
  readonly isDescending: boolean;
  readonly grouping: QuoteGrouping;
};

/** Rows come in the order of sources and of the text, which also decides between equals. */
export function arrangeQuotes(
  rows: readonly ExcerptRow[],
  { sort, isDescending, grouping }: Arrangement,
  language: string,
): readonly QuoteLine[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const keys = new Map(rows.map((row) => [row, sort === 'place' ? '' : sortKey(row, sort)]));
  const sorted = sort === 'place' ? [...rows] : [...rows].sort((a, b) => collator.compare(keys.get(a)!, keys.get(b)!));
  if (isDescending) sorted.reverse();
  if (grouping === 'none') return sorted.map(lineOf);
  const groups = new Map<string, ExcerptRow[]>();
  for (const row of sorted) {
    const value = groupValue(row, grouping);
    const group = groups.get(value);
    if (group) group.push(row);
    else groups.set(value, [row]);
  }
  return [...groups]
    .sort(([a], [b]) => collator.compare(a, b))
    .flatMap(([value, group]): readonly QuoteLine[] => [
      { kind: 'heading', key: `heading ${value}`, value, count: group.length },
      ...group.map(lineOf),
    ]);
}

function lineOf(row: ExcerptRow): QuoteLine {
  return { kind: 'quote', key: row.coding.id, row };
}

function sortKey({ excerpt }: ExcerptRow, sort: QuoteSort): string {
  switch (sort) {
    case 'code':
      return excerpt.codePath.join(' / ');
    case 'participant':
      return `${excerpt.participant} ${excerpt.group}`;
    case 'date':
      return excerpt.codedAt;
    case 'place':
      return '';
    default:
      return excerpt[sort];
  }
}

function groupValue({ excerpt }: ExcerptRow, grouping: QuoteGrouping): string {
  if (grouping === 'code') return excerpt.codePath.join(' / ');
  return grouping === 'none' ? '' : excerpt[grouping];
}
