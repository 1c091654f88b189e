/** Helpers of the tests of the readers. */
import { zipSync, strToU8 } from 'fflate';
import { readFile } from '#shared/formats/read-file.ts';
import type { ReadFileOptions } from '#shared/formats/read-file.ts';
import type { ImportedSource, ImportFailure } from '#shared/formats/imported-source.ts';
import type { Segment } from '#shared/domain/source/source-content.ts';

/** Reads text as the file `name`; fails the test when it is refused. */
export async function readText(text: string, name = 'sample.txt', options?: ReadFileOptions): Promise<ImportedSource> {
  return readBytes(strToU8(text), name, options);
}

export async function readBytes(bytes: Uint8Array, name: string, options?: ReadFileOptions): Promise<ImportedSource> {
  const read = await readFile({ name, bytes }, options);
  if (!read.ok) throw new Error(`${name} was refused: ${JSON.stringify(read.failure)}`);
  return read.value;
}

/** The failure with which a file is refused; fails the test when it is read. */
export async function refusal(bytes: Uint8Array, name: string, options?: ReadFileOptions): Promise<ImportFailure> {
  const read = await readFile({ name, bytes }, options);
  if (read.ok) throw new Error(`${name} was read as ${read.value.format}`);
  return read.failure;
}

export function turnsOf(source: ImportedSource): readonly Segment[] {
  return source.content.segments.filter((segment) => segment.role === 'turn');
}

/** Speaker and words of each turn, which is what a person sees. */
export function talkOf(source: ImportedSource): readonly (readonly [string | undefined, string])[] {
  return turnsOf(source).map((turn) => [
    turn.speaker,
    source.content.text.slice(turn.bodyStart ?? turn.start, turn.end),
  ]);
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A docx with the given body and further parts. */
export function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="${wordNamespace}"><w:body>${body}</w:body></w:document>`;
  const files = { '[Content_Types].xml': contentTypes, 'word/document.xml': document, ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A paragraph of one run. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A PDF with one font and the given lines per page; a page of null holds a drawing and no text. */
export function pdfOf(pages: readonly (readonly string[] | null)[]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${String(pages.length)}/Kids[${pages.map((_, index) => `${String(4 + 2 * index)} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  pages.forEach((lines, index) => {
    const stream =
      lines === null
        ? '0 0 100 100 re f'
        : `BT /F1 12 Tf 60 760 Td 14 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${String(5 + 2 * index)} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      `<</Length ${String(stream.length)}>>stream\n${stream}\nendstream`,
    );
  });
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = pdf.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}trailer<</Size ${String(objects.length + 1)}/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`;
  return Uint8Array.from(pdf, (character) => character.charCodeAt(0));
}
