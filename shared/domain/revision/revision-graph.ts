/**
 * The revisions of one source and the ways between them. A way is a fact about two texts, so it stays when the edit
 * that made it is taken back; and each can be gone both ways.
 */
import {
  invertSections,
  mapExtent,
  replacementsOf,
  type MappedExtent,
  type Replacement,
  type Stretch,
} from '#shared/domain/revision/sections.ts';
import type { Sections, TextRevision } from '#shared/domain/revision/text-revision.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';

export type RevisionEdge = Pick<TextRevision, 'from' | 'to' | 'sections'>;

/** One step of a way, forwards or back. */
type Step = { readonly to: ContentHash; readonly sections: Sections };

export class RevisionGraph {
  private readonly steps = new Map<ContentHash, Step[]>();
  private readonly origins = new Map<ContentHash, ContentHash[]>();
  private readonly ways = new Map<string, readonly (readonly Replacement[])[] | null>();

  constructor(edges: readonly RevisionEdge[]) {
    for (const { from, to, sections } of edges) {
      if (from === to) continue;
      push(this.steps, from, { to, sections });
      push(this.steps, to, { to: from, sections: invertSections(sections) });
      push(this.origins, to, from);
    }
    // Every copy goes the same way, in whatever order the edits came in.
    for (const list of this.steps.values()) list.sort(bySteps);
    for (const list of this.origins.values()) list.sort();
  }

  /** The steps of the shortest way; null when there is none. */
  wayBetween(from: ContentHash, to: ContentHash): readonly (readonly Replacement[])[] | null {
    const key = `${from} ${to}`;
    let way = this.ways.get(key);
    if (way === undefined) {
      way = this.findWay(from, to)?.map(replacementsOf) ?? null;
      this.ways.set(key, way);
    }
    return way;
  }

  /** Where a stretch of one revision is in another; `unrelated` when nobody knows how one became the other. */
  follow(extent: Stretch, from: ContentHash, to: ContentHash): MappedExtent | 'unrelated' {
    const way = this.wayBetween(from, to);
    if (!way) return 'unrelated';
    let mapped: MappedExtent = { start: extent.start, end: extent.end, isTouched: false };
    for (const step of way) {
      const next: MappedExtent = mapExtent(step, mapped);
      if (!next) return null;
      mapped = { ...next, isTouched: mapped.isTouched || next.isTouched };
    }
    return mapped;
  }

  /** The revision that two have in common: the nearest that both came from; null when there is none. */
  commonOrigin(a: ContentHash, b: ContentHash): ContentHash | null {
    const ofA = this.distancesBack(a);
    const ofB = this.distancesBack(b);
    let best: { hash: ContentHash; sum: number; nearer: number } | null = null;
    for (const [hash, distanceA] of ofA) {
      const distanceB = ofB.get(hash);
      if (distanceB === undefined) continue;
      const [sum, nearer] = [distanceA + distanceB, Math.min(distanceA, distanceB)];
      const isBetter =
        !best ||
        sum < best.sum ||
        (sum === best.sum && (nearer > best.nearer || (nearer === best.nearer && hash < best.hash)));
      if (isBetter) best = { hash, sum, nearer };
    }
    return best?.hash ?? null;
  }

  /** The sections of each step of the shortest way. */
  findWay(from: ContentHash, to: ContentHash): readonly Sections[] | null {
    if (from === to) return [];
    const cameFrom = new Map<ContentHash, { readonly previous: ContentHash; readonly sections: Sections } | null>([
      [from, null],
    ]);
    const waiting = [from];
    for (const here of waiting) {
      for (const { to: next, sections } of this.steps.get(here) ?? []) {
        if (cameFrom.has(next)) continue;
        cameFrom.set(next, { previous: here, sections });
        if (next === to) return this.traceBack(cameFrom, to);
        waiting.push(next);
      }
    }
    return null;
  }

  private traceBack(
    cameFrom: ReadonlyMap<ContentHash, { readonly previous: ContentHash; readonly sections: Sections } | null>,
    to: ContentHash,
  ): readonly Sections[] {
    const way: Sections[] = [];
    for (let step = cameFrom.get(to); step; step = cameFrom.get(step.previous)) way.push(step.sections);
    return way.reverse();
  }

  private distancesBack(from: ContentHash): ReadonlyMap<ContentHash, number> {
    const distances = new Map([[from, 0]]);
    const waiting = [from];
    for (const here of waiting) {
      for (const origin of this.origins.get(here) ?? []) {
        if (distances.has(origin)) continue;
        distances.set(origin, (distances.get(here) ?? 0) + 1);
        waiting.push(origin);
      }
    }
    return distances;
  }
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function bySteps(a: Step, b: Step): number {
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  const [one, other] = [JSON.stringify(a.sections), JSON.stringify(b.sections)];
  return one < other ? -1 : one > other ? 1 : 0;
}
