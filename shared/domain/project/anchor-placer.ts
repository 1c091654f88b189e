/**
 * Places what is anchored in a text where it stands in the source's present text. What was coded keeps its own anchor
 * in the log for ever; each reading follows the revisions from there, so an edit moves no record and loses none.
 */
import type { AnyRecord, Fold } from '#shared/domain/change/fold.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { RevisionGraph, type RevisionEdge } from '#shared/domain/revision/revision-graph.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { TextRevision } from '#shared/domain/revision/text-revision.ts';
import type { Source, SourceId } from '#shared/domain/source/source.ts';

/** Kinds of record that may point into a text, by source, revision, start and end. */
export const anchoredKinds: readonly Kind[] = ['coding'];

/** What edits of the text did to an anchor: changed words in it, left none of it, or no way leads to the present text. */
export type AnchorFate = 'changed' | 'gone' | 'unrelated';

export type PlaceInText = { readonly revision: ContentHash; readonly start: number; readonly end: number };

export type PlacedAnchor = { readonly place: PlaceInText; readonly fate: AnchorFate | null };

export class AnchorPlacer {
  private readonly fold: Fold;
  private readonly graphs = new Map<SourceId, RevisionGraph>();
  private readonly revisions = new Map<SourceId, Set<string>>();

  constructor(fold: Fold) {
    this.fold = fold;
    for (const id of fold.entries.revision.keys()) this.note(id);
  }

  /** Takes notice of a revision's record, whatever became of it; answers its source. */
  note(id: string): SourceId | null {
    const source = this.fold.entries.revision.get(id)?.fields['source'] as SourceId | undefined;
    if (source === undefined) return null;
    this.graphs.delete(source);
    const known = this.revisions.get(source);
    if (known) known.add(id);
    else this.revisions.set(source, new Set([id]));
    return source;
  }

  /** The ways between all texts that a source ever had. */
  graphOf(source: SourceId): RevisionGraph {
    let graph = this.graphs.get(source);
    if (!graph) {
      const edges = [...(this.revisions.get(source) ?? [])].flatMap((id): readonly RevisionEdge[] => {
        const { from, to, sections } = this.fold.entries.revision.get(id)?.fields ?? {};
        const isWhole = typeof from === 'string' && typeof to === 'string' && Array.isArray(sections);
        return isWhole ? [{ from, to, sections } as unknown as RevisionEdge] : [];
      });
      graph = new RevisionGraph(edges);
      this.graphs.set(source, graph);
    }
    return graph;
  }

  /** Ids of the revisions of a source, also of those that were taken back. */
  revisionIds(source: SourceId): ReadonlySet<string> {
    return this.revisions.get(source) ?? new Set();
  }

  /** Where a place is in the present text of its source; where that is nowhere, as it was. */
  place(source: SourceId, place: PlaceInText): PlacedAnchor {
    const present = this.fold.entries.source.get(source)?.fields['revision'] as ContentHash | undefined;
    if (present === undefined || present === place.revision) return { place, fate: null };
    return placeAlong(this.graphOf(source), present, place);
  }
}

function placeAlong(graph: RevisionGraph, present: ContentHash | undefined, place: PlaceInText): PlacedAnchor {
  if (present === undefined || present === place.revision) return { place, fate: null };
  const mapped = graph.follow(place, place.revision, present);
  if (mapped === 'unrelated') return { place, fate: 'unrelated' };
  if (mapped === null) return { place, fate: 'gone' };
  return {
    place: { revision: present, start: mapped.start, end: mapped.end },
    fate: mapped.isTouched ? 'changed' : null,
  };
}

/** Where a place in any revision of a source is in its present text. */
export type PlaceInTextOf = (source: SourceId, place: PlaceInText) => PlacedAnchor;

/** The same from records alone, where there is no project: in exports. */
export function placeByRecords(
  sources: readonly Pick<Source, 'id' | 'revision'>[],
  revisions: readonly TextRevision[],
): PlaceInTextOf {
  const present = new Map(sources.map(({ id, revision }) => [id, revision]));
  const graphs = new Map<SourceId, RevisionGraph>();
  return (source, place) => {
    let graph = graphs.get(source);
    if (!graph) graphs.set(source, (graph = new RevisionGraph(revisions.filter((item) => item.source === source))));
    return placeAlong(graph, present.get(source), place);
  };
}

/** The anchor of a record; null when it has none. */
export function anchorOf(record: AnyRecord): { readonly source: SourceId; readonly place: PlaceInText } | null {
  const { source, revision, start, end } = record;
  if (typeof source !== 'string' || typeof revision !== 'string') return null;
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return { source: source as SourceId, place: { revision: revision as ContentHash, start, end } };
}
