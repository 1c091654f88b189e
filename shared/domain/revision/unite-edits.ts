/**
 * Two people's edits of one text brought together: from the text they both knew, both edits, one after the other. The
 * same on every copy, whoever does it first. Pure.
 */
import { ChangeDesc, ChangeSet } from '@codemirror/state';
import { hideMasked } from '#shared/domain/consent/hide-masked.ts';
import { keepAdded } from '#shared/domain/revision/keep-added.ts';
import type { RevisionGraph } from '#shared/domain/revision/revision-graph.ts';
import {
  applyEdits,
  editBetween,
  editsBetween,
  reviseContent,
  type RevisedContent,
  type TextEdit,
} from '#shared/domain/revision/revise-content.ts';
import type { Sections } from '#shared/domain/revision/text-revision.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';

export type Version = { readonly hash: ContentHash; readonly content: SourceContent };

export type UnitedVersions = {
  readonly content: SourceContent;
  /** From each of the two, in the order of their hashes, to what they make together. */
  readonly ways: readonly [
    { readonly from: ContentHash; readonly sections: Sections },
    { readonly from: ContentHash; readonly sections: Sections },
  ];
  readonly renamed: ReadonlyMap<string, string>;
};

/** Unites two versions; null when they have nothing in common, so that only a person can say what is right. */
export function uniteVersions(graph: RevisionGraph, one: Version, other: Version): UnitedVersions | null {
  const [a, b] = one.hash < other.hash ? [one, other] : [other, one];
  const origin = graph.commonOrigin(a.hash, b.hash);
  const [wayToA, wayToB] = [origin && graph.findWay(origin, a.hash), origin && graph.findWay(origin, b.hash)];
  if (!wayToA || !wayToB) return null;
  const length = lengthBefore(wayToA, a.content.text.length);
  if (length !== lengthBefore(wayToB, b.content.text.length)) return null;
  const editsA = editsBetween(joinWay(wayToA, length), a.content.text);
  const editsB = editsBetween(joinWay(wayToB, length), b.content.text);
  // What both did alike is done once.
  const ownOfA = without(editsA, editsB);
  const ownOfB = without(editsB, editsA);
  const ofB = reviseContent(a.content, carryOver(ownOfB, editsA, length, false));
  const ofA = carryOver(ownOfA, editsB, length, true);
  const fromB = reviseFromOther(b.content, ofA, ofB.content.text);
  const content = hideMasked(ofB.content, [
    { content: a.content, sections: ofB.sections },
    { content: b.content, sections: fromB.sections },
  ]);
  return {
    content: keepAdded(content, fromB.content, ofB.sections),
    ways: [
      { from: a.hash, sections: ofB.sections },
      { from: b.hash, sections: fromB.sections },
    ],
    renamed: new Map([...fromB.renamed, ...ofB.renamed]),
  };
}

/** The way from the second to the united text; where the steps would give another one, by what differs. */
function reviseFromOther(content: SourceContent, edits: readonly TextEdit[], text: string): RevisedContent {
  if (applyEdits(content.text, edits) === text) return reviseContent(content, edits);
  const edit = editBetween(content.text, text);
  return reviseContent(content, edit ? [edit] : []);
}

/** Several steps as one. */
export function joinWay(way: readonly Sections[], length: number): Sections {
  return way
    .map((sections) => ChangeDesc.fromJSON([...sections]))
    .reduce((joined, step) => joined.composeDesc(step), ChangeSet.empty(length).desc)
    .toJSON();
}

function lengthBefore(way: readonly Sections[], otherwise: number): number {
  return way[0] ? ChangeDesc.fromJSON([...way[0]]).length : otherwise;
}

function without(edits: readonly TextEdit[], others: readonly TextEdit[]): readonly TextEdit[] {
  const known = new Set(others.map((edit) => JSON.stringify(edit)));
  return edits.filter((edit) => !known.has(JSON.stringify(edit)));
}

/** Edits of the common text as edits of the text that others have made of it. */
function carryOver(
  edits: readonly TextEdit[],
  others: readonly TextEdit[],
  length: number,
  isFirst: boolean,
): readonly TextEdit[] {
  const over = ChangeSet.of([...others], length, '\n').desc;
  const carried: TextEdit[] = [];
  ChangeSet.of([...edits], length, '\n')
    .map(over, isFirst)
    .iterChanges((from, to, _newFrom, _newTo, inserted) => {
      carried.push({ from, to, insert: inserted.sliceString(0, inserted.length, '\n') });
    });
  return carried;
}
