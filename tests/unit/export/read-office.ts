/** Reads office files back with readers that share nothing with the writers. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { read, utils, type WorkBook } from '@e965/xlsx';

/** The parts of a package as text. Every XML part must be well formed. */
export function readParts(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const text = strFromU8(content);
    if (/\.(xml|rels)$/u.test(name)) checkWellFormed(name, text);
    parts[name] = text;
  }
  return parts;
}

function checkWellFormed(name: string, text: string): void {
  const parser = new SaxesParser({ xmlns: true, fileName: name });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

export function readWorkbook(bytes: Uint8Array): WorkBook {
  return read(bytes, { type: 'array', cellDates: true, cellStyles: true, cellFormula: true });
}

/** The rows of a sheet as values. */
export function rowsOf(workbook: WorkBook, sheet: string): readonly (readonly unknown[])[] {
  const found = workbook.Sheets[sheet];
  if (!found) throw new Error(`No sheet ${sheet} among ${workbook.SheetNames.join(', ')}`);
  return utils.sheet_to_json<unknown[]>(found, { header: 1, raw: true, defval: null });
}

/** The rows of a sheet as records by header. */
export function recordsOf(workbook: WorkBook, sheet: string): readonly Readonly<Record<string, unknown>>[] {
  const [header = [], ...rows] = rowsOf(workbook, sheet);
  return rows.map((row) => Object.fromEntries(header.map((name, place) => [String(name), row[place] ?? null])));
}

/** All text of a Word document's body, paragraphs by line. */
export function wordLines(bytes: Uint8Array): readonly string[] {
  return wordParagraphs(bytes).map(({ text }) => text);
}

/** The paragraphs of a Word document's body with their styles. */
export function wordParagraphs(bytes: Uint8Array): readonly { readonly style: string; readonly text: string }[] {
  const xml = readParts(bytes)['word/document.xml'] ?? '';
  const lines: { style: string; text: string }[] = [];
  let line = '';
  let style = '';
  let inText = false;
  let inRun = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    inText = name === 'w:t';
    if (name === 'w:r') inRun = true;
    if (name === 'w:p') style = '';
    if (name === 'w:pStyle') style = String(attributes['w:val']);
    // A tab outside a run is a tab stop of the paragraph.
    if (inRun && (name === 'w:br' || name === 'w:tab')) line += name === 'w:br' ? '\n' : '\t';
  });
  parser.on('text', (text) => {
    if (inText) line += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
    if (name === 'w:r') inRun = false;
    if (name !== 'w:p') return;
    lines.push({ style, text: line });
    line = '';
  });
  parser.write(xml).close();
  return lines;
}

/** The texts of an xlsx package exactly as the format defines them (ST_Xstring), in the order of its string table. */
export function sharedTexts(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  let text = '';
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name !== 'si') return;
    texts.push(
      text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
    text = '';
  });
  parser.write(readParts(bytes)['xl/sharedStrings.xml'] ?? '').close();
  return texts;
}

/** Whether no half of a surrogate pair stands alone. */
export function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}
