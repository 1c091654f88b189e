/** The runs of characters that pdf.js finds on a page, put together to lines with their place. */
import type { PdfItem } from '#shared/formats/pdf/library.ts';

/** A line of a page; lengths in points, `baseline` counted from the foot of the page. */
export type PageLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly rightToLeft: boolean;
};

type OpenLine = { text: string; left: number; right: number; baseline: number; size: number; rightToLeft: boolean };

/** A gap of this many letter heights is a cell border rather than a blank. */
const CELL_GAP = 1.8;
const WORD_GAP = 0.2;

/** Lines in the order in which the file draws them, which is the reading order in nearly all files that hold text. */
export function linesOf(items: readonly PdfItem[]): readonly PageLine[] {
  const lines: OpenLine[] = [];
  let open: OpenLine | null = null;
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const piece = pieceOf(item);
    if (open !== null && continues(open, piece)) {
      append(open, piece);
    } else {
      open = piece;
      lines.push(open);
    }
  }
  return inReadingOrder(lines.map(finished));
}

function pieceOf(item: PdfItem): OpenLine {
  const [scaleX, skewY, , , x, y] = item.transform;
  const size = item.height > 0 ? item.height : Math.hypot(scaleX, skewY);
  // Text that runs upwards has its width along the page's height; its place is good enough for the order.
  const width = Math.abs(skewY) > Math.abs(scaleX) ? size : item.width;
  return { text: item.str, left: x, right: x + width, baseline: y, size, rightToLeft: item.dir === 'rtl' };
}

function continues(line: OpenLine, piece: OpenLine): boolean {
  const tall = Math.max(line.size, piece.size);
  // Raised numbers of footnotes stand up to half a letter higher.
  if (Math.abs(line.baseline - piece.baseline) > tall * 0.45) return false;
  const gap = gapBetween(line, piece);
  return gap > -tall * 0.6 && gap < tall * 60;
}

function gapBetween(line: OpenLine, piece: OpenLine): number {
  return runsLeft(line, piece) ? line.left - piece.right : piece.left - line.right;
}

function runsLeft(line: OpenLine, piece: OpenLine): boolean {
  return (line.rightToLeft || piece.rightToLeft) && piece.left < line.left;
}

function append(line: OpenLine, piece: OpenLine): void {
  const gap = gapBetween(line, piece) / Math.max(line.size, piece.size);
  const separator =
    gap > CELL_GAP ? '\t' : gap > WORD_GAP && !/\s$/.test(line.text) && !/^\s/.test(piece.text) ? ' ' : '';
  line.text = line.text.replace(separator === '\t' ? / +$/ : /^$/, '') + separator + piece.text;
  // A raised number must not lift the whole line.
  if (piece.size > line.size) {
    line.baseline = piece.baseline;
    line.size = piece.size;
  }
  line.left = Math.min(line.left, piece.left);
  line.right = Math.max(line.right, piece.right);
  line.rightToLeft ||= piece.rightToLeft;
}

function finished(line: OpenLine): PageLine {
  return { ...line, text: line.rightToLeft ? mendLamAlef(line.text) : line.text };
}

/** The ligature of lam and alef comes out turned around; after an alef that is certain, elsewhere it is left alone. */
function mendLamAlef(text: string): string {
  return text.replace(/ا([أإآا])ل/g, 'ال$1');
}

/** Some programs draw a page in any order; when the lines jump upwards too often, their place decides. */
function inReadingOrder(lines: readonly PageLine[]): readonly PageLine[] {
  let jumps = 0;
  for (let index = 1; index < lines.length; index += 1) {
    const before = lines[index - 1];
    const line = lines[index];
    if (before === undefined || line === undefined) continue;
    const sameColumn = line.left < before.right && line.right > before.left;
    if (sameColumn && line.baseline > before.baseline + line.size) jumps += 1;
  }
  if (lines.length < 8 || jumps / lines.length < 0.25) return lines;
  return [...lines].sort((one, other) => other.baseline - one.baseline || one.left - other.left);
}
