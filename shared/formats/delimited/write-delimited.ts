/** Writes rows as csv: UTF-8 with byte order mark for Excel, RFC 4180, CRLF between rows. */
import { joinBytes } from '#shared/formats/deliverable/join-bytes.ts';
import { looksLikeFormula } from '#shared/formats/spreadsheet/cell-text.ts';

export type DelimitedOptions = {
  readonly delimiter: ',' | ';' | '\t';
  /**
   * Puts an apostrophe before text cells that start with = + - @ tab or CR, which a spreadsheet would take for a
   * formula. Numbers are never touched. Off for programs that want the bare text.
   */
  readonly guardFormulas: boolean;
};

export const defaultDelimitedOptions: DelimitedOptions = { delimiter: ',', guardFormulas: true };

export type DelimitedCell = string | number | null;

const PIECE = 1 << 18;

/** Takes rows and gives bytes; counts what could not go in as it was. */
export class DelimitedWriter {
  /** Characters that csv or UTF-8 cannot carry (NUL, lone surrogates), shown as ␀ and �. */
  replaced = 0;
  private readonly encoder = new TextEncoder();
  private readonly pieces: Uint8Array[] = [Uint8Array.of(0xef, 0xbb, 0xbf)];
  private readonly options: DelimitedOptions;
  private readonly special: RegExp;
  private waiting = '';

  constructor(options: DelimitedOptions) {
    this.options = options;
    // Blanks at the ends are kept by readers only inside quotes.
    this.special = new RegExp(`["\\r\\n${options.delimiter}]|^\\s|\\s$`, 'u');
  }

  row(cells: readonly DelimitedCell[]): void {
    this.waiting += `${cells.map((cell) => this.cell(cell)).join(this.options.delimiter)}\r\n`;
    if (this.waiting.length >= PIECE) this.flush();
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.flush();
    return joinBytes(this.pieces);
  }

  private cell(cell: DelimitedCell): string {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell);
    let text = cell.replace(/\u0000|[\uD800-\uDFFF]/gu, (unit) => {
      this.replaced += 1;
      return unit === '\u0000' ? '\u2400' : '\uFFFD';
    });
    if (this.options.guardFormulas && looksLikeFormula(text)) text = `'${text}`;
    return this.special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  private flush(): void {
    this.pieces.push(this.encoder.encode(this.waiting));
    this.waiting = '';
  }
}
