/** Collects the text of a web page as somebody would see it: no scripts, nothing hidden, blocks on lines of their own. */
import { DocumentText } from '#shared/formats/document/document-text.ts';
import { noCounts } from '#shared/formats/document/read-document.ts';

/** Elements whose content nobody reads. */
const skipped = new Set([
  ...['head', 'title', 'script', 'style', 'template', 'noscript', 'noframes', 'iframe', 'object', 'svg', 'canvas'],
  ...['audio', 'video', 'datalist', 'select', 'rt', 'rp'],
]);
const blocks = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl'],
  ...['dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr'],
  ...['html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'ul', 'caption'],
]);
const parts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);

type OpenTable = { row: boolean; cell: boolean };

export class HtmlText {
  readonly output = new DocumentText();
  readonly counts = noCounts();
  private readonly tables: OpenTable[] = [];
  private line = '';
  private level: number | null = null;
  private skipDepth = 0;
  private verbatimDepth = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    // Words that were taken out are marked so by programs that track changes.
    if (this.skipDepth === 0 && (name === 'del' || name === 'ins')) this.counts.trackedChanges += 1;
    if (this.skipDepth > 0 || skipped.has(name) || name === 'del' || isHidden(attributes)) {
      this.skipDepth += 1;
      return;
    }
    if (name === 'img') this.counts.images += 1;
    if (name === 'br') this.line += '\n';
    if (name === 'pre' || name === 'textarea') this.verbatimDepth += 1;
    if (blocks.has(name) || parts.has(name)) this.endLine();
    if (/^h[1-6]$/.test(name)) this.level = Number(name[1]);
    if (parts.has(name)) this.openPart(name);
  }

  close(name: string): void {
    if (this.skipDepth > 0) {
      this.skipDepth -= 1;
      return;
    }
    if (blocks.has(name) || parts.has(name)) this.endLine();
    if (name === 'pre' || name === 'textarea') this.verbatimDepth -= 1;
    if (/^h[1-6]$/.test(name)) this.level = null;
    if (parts.has(name)) this.closePart(name);
  }

  text(text: string): void {
    if (this.skipDepth > 0) return;
    if (this.verbatimDepth > 0) this.line += text.replace(/\r\n?/g, '\n');
    else {
      const plain = text.replace(/[ \t\n\f\r]+/g, ' ');
      this.line += /(?:^|[ \n])$/.test(this.line.slice(-1)) ? plain.replace(/^ /, '') : plain;
    }
  }

  /** Everything that is still open ends with the file. */
  end(): void {
    this.endLine();
    while (this.tables.length > 0) this.closePart('table');
  }

  private endLine(): void {
    const line =
      this.verbatimDepth > 0 ? this.line : this.line.replace(/ *\n */g, '\n').replace(/^[ \n]+|[ \n]+$/g, '');
    this.line = '';
    if (line.trim() !== '') this.output.paragraph(line.replace(/^\n|\n$/g, ''), this.level, false);
  }

  private openPart(name: string): void {
    const table = this.tables[this.tables.length - 1];
    if (name === 'table') {
      this.output.startTable();
      this.tables.push({ row: false, cell: false });
    } else if (table === undefined) return;
    else if (name === 'tr') {
      this.endRow(table);
      this.output.startRow();
      table.row = true;
    } else if (name === 'td' || name === 'th') {
      this.endCell(table);
      if (!table.row) this.output.startRow();
      this.output.startCell();
      table.row = true;
      table.cell = true;
    }
  }

  private closePart(name: string): void {
    const table = this.tables[this.tables.length - 1];
    if (table === undefined) return;
    if (name === 'td' || name === 'th') this.endCell(table);
    else if (name === 'tr') this.endRow(table);
    else if (name === 'table') {
      this.endRow(table);
      this.tables.pop();
      this.output.endTable();
    }
  }

  private endCell(table: OpenTable): void {
    if (table.cell) this.output.endCell();
    table.cell = false;
  }

  private endRow(table: OpenTable): void {
    this.endCell(table);
    if (table.row) this.output.endRow();
    table.row = false;
  }
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes['hidden'] !== undefined) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes['style'] ?? '');
}
