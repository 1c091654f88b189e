/** Structure of plain text and Markdown that is no talk: headings, front matter, the mark that a program leaves. */
import type { Segment } from '#shared/domain/source/source-content.ts';

/** Front matter of Markdown: settings between two lines of dashes. */
const frontMatter = /^---[ \t]*\n(?:[^\n]*\n){0,500}?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** Programs sign their transcripts at the end. */
const signature =
  /\n[ \t]*((?:Transcribed by|Transcript (?:generated|created|made) (?:by|with)|Transcrito por|Transcrit par)\b[^\n]{0,120})\s*$/i;
const markdownHeading = /^(#{1,6})[ \t]*(?=[^\s#])[^\n]*$/gm;

/** Headings and furniture of a Markdown text; its marks stay where they stand. */
export function markdownStructure(text: string): readonly Segment[] {
  const furniture = furnitureOf(text);
  const start = furniture[0]?.start === 0 ? furniture[0].end : 0;
  const fences = fencesOf(text);
  const headings: Segment[] = [];
  let next = 0;
  for (const match of text.matchAll(markdownHeading)) {
    while ((fences[next]?.end ?? Infinity) < match.index) next += 1;
    if (match.index < start || (fences[next]?.start ?? Infinity) < match.index) continue;
    headings.push({
      start: match.index,
      end: match.index + match[0].length,
      role: 'heading',
      level: match[1]?.length ?? 1,
    });
  }
  return [...furniture, ...headings].sort((one, other) => one.start - other.start);
}

/** Furniture at the end of a plain text, such as the line of the program that transcribed it. */
export function plainFurniture(text: string): readonly Segment[] {
  const match = signature.exec(text.slice(-400));
  const line = match?.[1];
  if (match === null || line === undefined) return [];
  const start = Math.max(0, text.length - 400) + match.index + match[0].indexOf(line);
  return [{ start, end: start + line.trimEnd().length, role: 'furniture' }];
}

/** Short lines in capitals, alone in their paragraph, in a text where nobody speaks by label. */
export function capitalHeadings(text: string): readonly Segment[] {
  const headings: Segment[] = [];
  for (const match of text.matchAll(/^[^\n]{3,80}$/gm)) {
    const line = match[0].trim();
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    const isFirst = before === '' || before.endsWith('\n\n');
    const letters = line.replace(/[^\p{L}]/gu, '');
    if (!isFirst || letters.length < 4 || /[.;,:]$/.test(line)) continue;
    if (letters !== letters.toUpperCase() || letters === letters.toLowerCase()) continue;
    headings.push({ start: match.index, end: match.index + match[0].length, role: 'heading', level: 1 });
  }
  return headings;
}

function furnitureOf(text: string): readonly Segment[] {
  const match = frontMatter.exec(text);
  const end = plainFurniture(text);
  // Two dashed lines can also frame a paragraph: settings have keys.
  if (match === null || !/^[\w-]+:/m.test(match[0])) return end;
  return [{ start: 0, end: match[0].trimEnd().length, role: 'furniture' }, ...end];
}

/** Blocks of code, in which a hash is no heading. */
function fencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const fences: { readonly start: number; readonly end: number }[] = [];
  let open: number | null = null;
  for (const match of text.matchAll(/^(?:```|~~~)/gm)) {
    if (open === null) open = match.index;
    else {
      fences.push({ start: open, end: match.index });
      open = null;
    }
  }
  return fences;
}
