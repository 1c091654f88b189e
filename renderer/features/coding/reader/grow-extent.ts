/** Selecting by meaning: from the caret to its sentence, from there to the turn, answer or paragraph around it. */
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import { snapExtent } from '#renderer/features/coding/reader/snap-extent.ts';

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The next larger unit around `extent`; null when there is none. */
export function growExtent(content: SourceContent, extent: Extent): Extent | null {
  const passage = passageAround(content, extent);
  const units = [sentenceAround(content.text, extent, passage), passage];
  for (const unit of units) {
    const snapped = snapExtent(content.text, unit.start, unit.end);
    if (snapped && isLarger(snapped, extent)) return snapped;
  }
  return null;
}

/** What can be coded by one key: a sentence, or the turn, answer or paragraph. */
export type Unit = 'sentence' | 'passage';

/** The unit at a position, without the label of who speaks; null where there is only blank text. */
export function unitAt(content: SourceContent, unit: Unit, position: number): Extent | null {
  const { text } = content;
  let at = Math.max(0, Math.min(position, text.length));
  // At the end of a line the unit is the one that ends there.
  if (at > 0 && (at === text.length || text[at] === '\n') && text[at - 1] !== '\n') at -= 1;
  const turn = content.segments.findLast(
    ({ role, start, bodyStart }) => role === 'turn' && bodyStart !== undefined && start <= at && at < bodyStart,
  );
  const inside = Math.max(at, turn?.bodyStart ?? at);
  const passage = passageAround(content, { start: inside, end: inside });
  const extent = unit === 'passage' ? passage : sentenceAround(text, { start: inside, end: inside }, passage);
  return snapExtent(text, extent.start, extent.end);
}

/** The first unit that begins behind a stretch; null at the end of the text. */
export function unitAfter(content: SourceContent, unit: Unit, { end }: Extent): Extent | null {
  const { text } = content;
  for (let at = end; at < text.length; at += 1) {
    if (/\s/u.test(text[at] ?? '')) continue;
    const found = unitAt(content, unit, at);
    if (found && found.start >= end) return found;
    if (found) at = Math.max(at, found.end - 1);
  }
  return null;
}

/** The spoken words of the turn, the answer, or else the paragraph. */
function passageAround({ text, segments }: SourceContent, { start, end }: Extent): Extent {
  const segment = segments.findLast(
    (one) => (one.role === 'turn' || one.role === 'answer') && one.start <= start && one.end >= end && one.end > start,
  );
  if (segment) {
    const bodyStart = segment.bodyStart ?? segment.start;
    return { start: bodyStart <= start ? bodyStart : segment.start, end: segment.end };
  }
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', Math.max(end - 1, start));
  return { start: before, end: after === -1 ? text.length : Math.max(after, end) };
}

function sentenceAround(text: string, { start, end }: Extent, passage: Extent): Extent {
  let from = start;
  let to = end;
  for (const piece of sentences.segment(text.slice(passage.start, passage.end))) {
    const pieceStart = passage.start + piece.index;
    const pieceEnd = pieceStart + piece.segment.length;
    if (pieceStart <= start && pieceEnd > start) from = pieceStart;
    if (pieceStart < Math.max(end, start + 1) && pieceEnd >= end) {
      to = Math.max(end, pieceEnd);
      break;
    }
  }
  return { start: from, end: to };
}

function isLarger(unit: Extent, extent: Extent): boolean {
  return unit.start <= extent.start && unit.end >= extent.end && unit.end - unit.start > extent.end - extent.start;
}
