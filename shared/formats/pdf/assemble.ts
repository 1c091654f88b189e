/** The pages of a document as one text with a segment per page and per piece of furniture. */
import type { Segment } from '#shared/domain/source/source-content.ts';
import { sortOutFurniture } from '#shared/formats/pdf/furniture.ts';
import type { RawPage } from '#shared/formats/pdf/furniture.ts';
import type { PageLine } from '#shared/formats/pdf/page-lines.ts';
import { joinsOf, wordsOf } from '#shared/formats/pdf/paragraphs.ts';
import type { LineJoin } from '#shared/formats/pdf/paragraphs.ts';

export type AssembledText = { readonly text: string; readonly segments: readonly Segment[] };

/**
 * Joins all pages. Furniture stands where its page begins; when a sentence runs over the page's edge, it waits until
 * that paragraph is at an end, so that it never interrupts somebody's words.
 */
export function assemblePages(pages: readonly RawPage[]): AssembledText {
  const sorted = sortOutFurniture(pages);
  const words = wordsOf(sorted.flatMap((page) => page.body));
  const writer = new TextWriter();
  let before: readonly PageLine[] = [];
  for (const page of sorted) {
    const joins = joinsOf(page.body, before, words);
    writer.startPage(page.number, page.furniture);
    page.body.forEach((line, index) => {
      writer.line(line.text, joins[index] ?? 'paragraph');
    });
    if (page.body.length > 0) before = page.body;
  }
  return writer.finish();
}

class TextWriter {
  private text = '';
  private readonly segments: Segment[] = [];
  private readonly pages: { readonly page: number; readonly start: number }[] = [];
  private waiting: { readonly page: number; readonly text: string }[] = [];
  private pageStarts: number | null = null;

  startPage(page: number, furniture: readonly string[]): void {
    this.closePage();
    this.pageStarts = page;
    for (const text of furniture) this.waiting.push({ page, text });
  }

  line(text: string, join: LineJoin): void {
    if (join === 'paragraph') {
      this.endParagraph();
      this.writeWaiting();
    } else if (join === 'hyphen') {
      this.text = this.text.slice(0, -1);
    } else if (join === 'blank') {
      this.text = `${this.text.replace(/ +$/, '')} `;
    }
    this.markPage();
    this.text += join === 'paragraph' ? text.replace(/\s+$/, '') : text.trim();
  }

  finish(): AssembledText {
    this.closePage();
    this.endParagraph();
    this.writeWaiting();
    const text = this.text.replace(/\n$/, '');
    const pages = this.pages.map(({ page, start }, index): Segment => {
      // An empty last page begins behind the line end that was just taken off.
      const end = this.pages[index + 1]?.start ?? text.length;
      return { start: Math.min(start, text.length), end: Math.min(end, text.length), role: 'page', page };
    });
    return { text, segments: [...pages, ...this.segments] };
  }

  /** A page without a line of its own still gets its place. */
  private closePage(): void {
    if (this.pageStarts === null) return;
    if (this.waiting.length > 0) {
      this.endParagraph();
      this.writeWaiting();
    }
    this.markPage();
  }

  private markPage(): void {
    if (this.pageStarts === null) return;
    this.pages.push({ page: this.pageStarts, start: this.text.length });
    this.pageStarts = null;
  }

  private endParagraph(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }

  private writeWaiting(): void {
    for (const { page, text } of this.waiting) {
      if (page === this.pageStarts) this.markPage();
      const start = this.text.length;
      this.text += `${text}\n`;
      this.segments.push({ start, end: start + text.length, role: 'furniture', page });
    }
    this.waiting = [];
  }
}
