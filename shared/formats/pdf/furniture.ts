/** Parts of a page that are no text: running heads and feet, page numbers, numbers of lines or paragraphs at the margin. */
import type { PageLine } from '#shared/formats/pdf/page-lines.ts';

export type RawPage = { readonly number: number; readonly height: number; readonly lines: readonly PageLine[] };

export type SortedPage = {
  readonly number: number;
  readonly body: readonly PageLine[];
  /** Heads, feet and page numbers, one entry each; the numbers of a margin together in one. */
  readonly furniture: readonly string[];
};

/** Tells body and furniture apart; heads and feet are known by coming back on other pages. */
export function sortOutFurniture(pages: readonly RawPage[]): readonly SortedPage[] {
  const repeats = countMarginTexts(pages);
  const needed = Math.max(2, Math.ceil(pages.length * 0.3));
  const numbered = pages.map((page) => marginNumbers(page.lines));
  const edges = numbered.flatMap((numbers) => [...numbers].flatMap((line) => [line.left, line.right].map(Math.round)));
  return pages.map((page, index) => {
    const numbers = numbered[index]?.size === 0 ? numbersAt(edges, page.lines) : (numbered[index] ?? new Set());
    const body: PageLine[] = [];
    const furniture: string[] = [];
    for (const line of page.lines) {
      if (numbers.has(line)) continue;
      const isFurniture =
        inMargin(line, page.height) && (isPageNumber(line.text) || (repeats.get(shape(line)) ?? 0) >= needed);
      if (isFurniture) furniture.push(line.text.trim());
      else body.push(line);
    }
    if (numbers.size > 0) furniture.push([...numbers].map((line) => line.text.trim()).join(' '));
    return { number: page.number, body, furniture };
  });
}

function countMarginTexts(pages: readonly RawPage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const shapes = new Set(page.lines.filter((line) => inMargin(line, page.height)).map(shape));
    for (const key of shapes) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Text without its digits, and roughly how high it stands: page numbers differ, places hardly. */
function shape(line: PageLine): string {
  return `${Math.round(line.baseline / 12)} ${line.text.trim().replace(/\d+/g, '#')}`;
}

function inMargin(line: PageLine, height: number): boolean {
  return line.baseline > height * 0.9 || line.baseline < height * 0.1;
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–—|\s]*(?:p(?:age|ágina|\.)?\s*)?\d{1,4}(?:\s*(?:\/|of|de|sur)\s*\d{1,4})?[-–—|\s]*)$/iu.test(text);
}

/**
 * Line numbers and paragraph numbers: at least five bare numbers on one edge of the page, nearly each one higher
 * by the same step than the one above it.
 */
function marginNumbers(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const bare = lines.filter((line) => /^\d{1,5}$/.test(line.text.trim()));
  if (bare.length < 5) return new Set();
  const leftmost = Math.min(...lines.filter((line) => !bare.includes(line)).map((line) => line.left));
  const atEdge = bare.filter((line) => line.right <= leftmost + line.size);
  const sorted = [...atEdge].sort((one, other) => other.baseline - one.baseline);
  if (sorted.length < 5) return new Set();
  let rising = 0;
  for (let index = 1; index < sorted.length; index += 1) {
    const step = Number(sorted[index]?.text) - Number(sorted[index - 1]?.text);
    if (step > 0 && step <= 5) rising += 1;
  }
  return rising >= (sorted.length - 1) * 0.8 ? new Set(sorted) : new Set();
}

/** A page with few lines is numbered at the same edge as the others. */
function numbersAt(edges: readonly number[], lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const known = new Set(edges);
  return new Set(
    lines.filter(
      (line) =>
        /^\d{1,5}$/.test(line.text.trim()) && (known.has(Math.round(line.right)) || known.has(Math.round(line.left))),
    ),
  );
}
