/** Plain text and Markdown: verbatim, with headings, furniture and turns as segments. */
import type { Segment } from '#shared/domain/source/source-content.ts';
import { capitalHeadings, markdownStructure, plainFurniture } from '#shared/formats/plain/text-structure.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import { findTurns } from '#shared/formats/speakers/find-turns.ts';

/** Segments of a plain text; nothing of the text is changed. */
export function segmentsOfPlain(text: string, options: ReadOptions): readonly Segment[] {
  const furniture = plainFurniture(text);
  const turns = findTurns(text, { closed: furniture, speakers: options.speakers });
  const headings = turns.length === 0 ? capitalHeadings(text) : [];
  return [...furniture, ...headings, ...turns];
}

/** Segments of a Markdown text; its marks stay in the text, as the author wrote it. */
export function segmentsOfMarkdown(text: string, options: ReadOptions): readonly Segment[] {
  const structure = markdownStructure(text);
  return [...structure, ...findTurns(text, { closed: structure, speakers: options.speakers })];
}
