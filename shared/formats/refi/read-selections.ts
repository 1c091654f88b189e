/** Selections and codings of a text: from positions as the program counts to places in our text. */
import { guidOf, normaliseGuid } from '#shared/formats/refi/guid.ts';
import type { LossBook } from '#shared/formats/refi/losses.ts';
import { placesIn } from '#shared/formats/refi/positions.ts';
import type { Convention, CountedSelection } from '#shared/formats/refi/positions.ts';
import type { RefiCoding, UncodedSelection } from '#shared/formats/refi/refi-text.ts';
import { childOf, childrenOf, descriptionOf } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

export type ReadSelections = { readonly codings: readonly RefiCoding[]; readonly uncoded: readonly UncodedSelection[] };

/** A selection whose positions are known as they stand in the file. */
export type PlacedSelection = CountedSelection & { readonly element: RefiElement };

/** Plain text selections, with their positions. */
export function plainSelections(element: RefiElement): readonly PlacedSelection[] {
  return childrenOf(element, 'PlainTextSelection').map((selection) => ({
    element: selection,
    name: selection.attributes['name'] ?? '',
    start: readInteger(selection.attributes['startPosition']),
    end: readInteger(selection.attributes['endPosition']),
  }));
}

/** Selections of a transcript: from one sync point to another. */
export function transcriptSelections(transcript: RefiElement): readonly PlacedSelection[] {
  const positions = new Map(
    childrenOf(transcript, 'SyncPoint').map((point) => [
      normaliseGuid(point.attributes['guid']),
      readInteger(point.attributes['position']),
    ]),
  );
  const positionOf = (guid: string | undefined): number => positions.get(normaliseGuid(guid)) ?? Number.NaN;
  return childrenOf(transcript, 'TranscriptSelection').map((selection) => ({
    element: selection,
    // The name is that of the transcript with some programs: it proves nothing.
    name: '',
    start: positionOf(selection.attributes['fromSyncPoint']),
    end: positionOf(selection.attributes['toSyncPoint']),
  }));
}

/** Integers as XML writes them; NaN for anything else. */
export function readInteger(text: string | undefined): number {
  return text !== undefined && /^\s*[+-]?\d+(?:\.0+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** Finds the places of selections, and their codings. What fits nowhere is named, never bent. */
export function readSelections(
  raw: string,
  text: string,
  selections: readonly PlacedSelection[],
  convention: Convention,
  context: { readonly losses: LossBook; readonly name: string },
): ReadSelections {
  const { losses, name } = context;
  let isSplit = false;
  const place = placesIn(raw, convention, () => {
    isSplit = true;
  });
  const codings: RefiCoding[] = [];
  const uncoded: UncodedSelection[] = [];
  for (const { element, start, end } of selections) {
    isSplit = false;
    const [first, last] = [start, end + (convention.end === 'inclusive' ? 1 : 0)];
    const from = place(Math.min(first, last));
    const to = place(Math.max(first, last));
    const hasCodings = childOf(element, 'Coding') !== undefined;
    if (from === null || to === null || isSplit || to > text.length) {
      if (hasCodings) losses.add('outside-text', name);
      uncoded.push({ element, place: null });
    } else if (from === to) {
      if (hasCodings) losses.add('empty-selection', name);
      uncoded.push({ element, place: null });
    } else if (hasCodings) codings.push(...codingsOf(element, { start: from, end: to }));
    else uncoded.push({ element, place: { start: from, end: to } });
  }
  return { codings, uncoded };
}

/** The codings of a selection, or of a whole document. */
export function codingsOf(
  owner: RefiElement,
  extent: { readonly start: number; readonly end: number },
  isDocument = false,
): readonly RefiCoding[] {
  const selection = isDocument ? '' : normaliseGuid(owner.attributes['guid']);
  const memo = isDocument ? '' : descriptionOf(owner);
  const ownNotes = isDocument ? [] : notesOf(owner);
  return childrenOf(owner, 'Coding').map((coding, index) => {
    const { attributes } = coding;
    const code = normaliseGuid(childOf(coding, 'CodeRef')?.attributes['targetGUID']);
    return {
      guid: normaliseGuid(attributes['guid']) || guidOf(`${selection}/${code}/${index}`),
      selection,
      ...extent,
      code,
      user: normaliseGuid(attributes['creatingUser'] ?? (isDocument ? undefined : owner.attributes['creatingUser'])),
      at: readTime(attributes['creationDateTime'] ?? (isDocument ? undefined : owner.attributes['creationDateTime'])),
      memo,
      notes: [...ownNotes, ...notesOf(coding)],
    };
  });
}

/** GUIDs of the notes that an element refers to. */
export function notesOf(element: RefiElement): readonly string[] {
  return childrenOf(element, 'NoteRef').flatMap(({ attributes }) => normaliseGuid(attributes['targetGUID']) || []);
}

/** ISO time in UTC; without a zone it is taken as UTC. '' when it is no time. */
function readTime(text: string | undefined): string {
  const plain = (text ?? '').trim();
  if (!/^\d{4}-\d{2}-\d{2}T/.test(plain)) return '';
  const time = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(plain) ? plain : `${plain}Z`);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
