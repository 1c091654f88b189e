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
