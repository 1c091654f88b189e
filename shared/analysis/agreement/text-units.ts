/** The pieces of a text on which coders can agree or not: turns, answers, paragraphs. */
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import type { SegmentRole, SourceContent } from '#shared/domain/source/source-content.ts';

/** `segment` takes turns and answers where the source has any, else paragraphs. */
export const agreementUnits = ['character', 'segment', 'turn', 'answer', 'paragraph'] as const;
export type AgreementUnit = (typeof agreementUnits)[number];
export type PieceUnit = Exclude<AgreementUnit, 'character'>;

/** The pieces of a text in order; they do not overlap, and blank ones are left out. */
export function listPieces(content: SourceContent, unit: PieceUnit): readonly Extent[] {
  switch (unit) {
    case 'turn':
      return piecesOfRoles(content, ['turn']);
    case 'answer':
      return piecesOfRoles(content, ['answer']);
    case 'paragraph':
      return listParagraphs(content.text);
    case 'segment': {
      const pieces = piecesOfRoles(content, ['turn', 'answer']);
      return pieces.length > 0 ? pieces : listParagraphs(content.text);
    }
  }
}

function piecesOfRoles({ text, segments }: SourceContent, roles: readonly SegmentRole[]): readonly Extent[] {
  const pieces: Extent[] = [];
  for (const segment of segments) {
    if (!roles.includes(segment.role)) continue;
    const piece = trimBlanks(text, segment.start, segment.end);
    if (piece && piece.start >= (pieces.at(-1)?.end ?? 0)) pieces.push(piece);
  }
  return pieces;
}

/** Lines that are not blank: as readers cut a text, a paragraph is one line. */
function listParagraphs(text: string): readonly Extent[] {
  const paragraphs: Extent[] = [];
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const piece = trimBlanks(text, start, end);
    if (piece) paragraphs.push(piece);
    start = end + 1;
  }
  return paragraphs;
}

function trimBlanks(text: string, start: number, end: number): Extent | null {
  let from = start;
  let to = Math.min(end, text.length);
  while (from < to && isBlank(text, from)) from += 1;
  while (to > from && isBlank(text, to - 1)) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

function isBlank(text: string, place: number): boolean {
  return /\s/u.test(text.charAt(place));
}
