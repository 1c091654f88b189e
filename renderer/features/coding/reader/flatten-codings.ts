/** Overlapping codings as flat neighbouring stretches, each knowing all that cover it: what the text is painted from. */
import type { Extent } from '#shared/domain/coding/coding-edits.ts';

export type Stretch<Item> = Extent & {
  /** Everything that covers the stretch, in text order. */
  readonly covering: readonly Item[];
};

/**
 * Cuts `items` (sorted by start) into stretches within `range`. Stretches do not overlap, stand in order, and are
 * never empty; where nothing covers the text there is none.
 */
export function flattenCodings<Item extends Extent>(items: readonly Item[], range: Extent): readonly Stretch<Item>[] {
  const inside = items.filter((item) => item.start < range.end && item.end > range.start);
  if (inside.length === 0) return [];
  const cuts = new Set<number>();
  for (const item of inside) {
    cuts.add(Math.max(item.start, range.start));
    cuts.add(Math.min(item.end, range.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const stretches: Stretch<Item>[] = [];
  let active: readonly Item[] = [];
  let next = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const start = edges[index] as number;
    const end = edges[index + 1] as number;
    const stillActive = active.filter((item) => item.end > start);
    while (next < inside.length && (inside[next] as Item).start <= start) {
      const item = inside[next] as Item;
      if (item.end > start) stillActive.push(item);
      next += 1;
    }
    active = stillActive;
    if (active.length > 0) stretches.push({ start, end, covering: active });
  }
  return stretches;
}
