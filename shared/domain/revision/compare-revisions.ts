/** What differs between two texts of a source, piece by piece, for people to read; and the way from one to the other. */
import type { RevisionGraph } from '#shared/domain/revision/revision-graph.ts';
import { editsBetween, reviseContent, type RevisedContent } from '#shared/domain/revision/revise-content.ts';
import { replacementsOf } from '#shared/domain/revision/sections.ts';
import { joinWay } from '#shared/domain/revision/unite-edits.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';

export type TextDifference = {
  /** Words around it, as they stand in the earlier text. */
  readonly lead: string;
  readonly before: string;
  readonly after: string;
  readonly tail: string;
};

type Version = { readonly hash: ContentHash; readonly content: SourceContent };

const AROUND = 40;

/** The pieces in order; null when no edits lead from one to the other. */
export function compareRevisions(graph: RevisionGraph, one: Version, other: Version): readonly TextDifference[] | null {
  const way = graph.findWay(one.hash, other.hash);
  if (!way) return null;
  const [from, to] = [one.content.text, other.content.text];
  return replacementsOf(joinWay(way, from.length)).map((piece) => ({
    lead: from.slice(Math.max(0, piece.from - AROUND), piece.from),
    before: from.slice(piece.from, piece.to),
    after: to.slice(piece.newFrom, piece.newTo),
    tail: from.slice(piece.to, piece.to + AROUND),
  }));
}

/** Going from one to the other as an edit: to its very content, speakers under the labels that they have there. */
export function reviseTo(graph: RevisionGraph, one: Version, other: Version): RevisedContent | null {
  const way = graph.findWay(one.hash, other.hash);
  if (!way) return null;
  const sections = joinWay(way, one.content.text.length);
  const { renamed } = reviseContent(one.content, editsBetween(sections, other.content.text));
  return { content: other.content, sections, renamed };
}
