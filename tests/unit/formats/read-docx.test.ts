/** Word documents: what a reader would see, nothing of what he would not. */
import { describe, expect, it } from 'vitest';
import { docxOf, paragraph, readBytes, talkOf } from '#tests/unit/formats/support.ts';
import type { ImportedSource } from '#shared/formats/imported-source.ts';
import type { ReadFileOptions } from '#shared/formats/read-file.ts';

function read(
  body: string,
  parts?: Readonly<Record<string, string>>,
  options?: ReadFileOptions,
): Promise<ImportedSource> {
  return readBytes(docxOf(body, parts), 'a.docx', options);
}

const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe('docx', () => {
  it('has a line per paragraph, empty ones too, with tabs and breaks', async () => {
    const body = `${paragraph('One')}<w:p/><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/></w:r></w:p>`;
    expect((await read(body)).content.text).toBe('One\n\na\tb\nc');
  });

  it('takes no tab stop for a tab', async () => {
    const body = '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>';
    expect((await read(body)).content.text).toBe('a');
  });

  it('has a line per row of a table, with a tab between cells', async () => {
    const body = `${paragraph('Before')}<w:tbl>${row('a', 'b')}${row('', 'd')}</w:tbl>${paragraph('After')}`;
    expect((await read(body)).content.text).toBe('Before\na\tb\n\td\nAfter');
  });

  it('knows headings by their styles, also inherited ones', async () => {
    const styles = `<w:styles ${namespace}><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style></w:styles>`;
    const body = paragraph('Chapter', '<w:pPr><w:pStyle w:val="Own"/></w:pPr>') + paragraph('Text');
    const source = await read(body, { 'word/styles.xml': styles });
    expect(source.content.segments).toEqual([{ start: 0, end: 7, role: 'heading', level: 2 }]);
  });

  it('accepts tracked changes and says so', async () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">The fee is </w:t></w:r><w:del><w:r><w:delText>low</w:delText></w:r></w:del><w:ins><w:r><w:t>high</w:t></w:r></w:ins></w:p>' +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>${paragraph('line')}` +
      '<w:p><w:moveFrom><w:r><w:t>old place</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>new place</w:t></w:r></w:moveTo></w:p>';
    const source = await read(body);
    expect(source.content.text).toBe('The fee is high\nOne line\nnew place');
    expect(source.warnings).toEqual([{ code: 'tracked-changes-accepted', values: { count: 5 } }]);
  });

  it('leaves out comments, field codes, second renderings and notes, and counts what matters', async () => {
    const body =
      '<w:p><w:r><w:t>See</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r><w:r><w:instrText>PAGEREF _x</w:instrText></w:r><w:r><w:footnoteReference w:id="2"/></w:r>' +
      '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:r><w:t> once</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t> twice</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>';
    const source = await read(body);
    expect(source.content.text).toBe('See once');
    expect(source.warnings.map((warning) => warning.code)).toEqual(['comments-left-out', 'footnotes-left-out']);
  });

  it('puts notes behind the text when they are wanted', async () => {
    const notes = `<w:footnotes ${namespace}><w:footnote w:type="separator" w:id="0">${paragraph('-')}</w:footnote><w:footnote w:id="2">${paragraph(' Norms, 2016.')}</w:footnote></w:footnotes>`;
    const body = '<w:p><w:r><w:t>See.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
    const source = await read(body, { 'word/footnotes.xml': notes }, { footnotes: 'at-end' });
    expect(source.content.text).toBe('See.\nNorms, 2016.');
    expect(source.content.segments).toEqual([{ start: 5, end: 17, role: 'note' }]);
    expect(source.warnings).toEqual([]);
  });

  it('puts a text box behind the paragraph that it hangs on', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph('Box')}</w:txbxContent></w:pict></w:r>`;
    expect(
      (await read(`<w:p><w:r><w:t>Be</w:t></w:r>${box}<w:r><w:t>fore</w:t></w:r></w:p>${paragraph('After')}`)).content
        .text,
    ).toBe('Before\nBox\nAfter');
  });

  it('reads a transcript in a table, but no form', async () => {
    const talk = `<w:tbl>${row('Hablante', 'Intervención')}${row('AvW', '¿Cómo están los vecinos?')}${row('LD', 'Están muy bien, gracias.')}${row('AvW', 'Luke: ¿y tú, cómo estás?')}${row('LD', 'Como siempre, sin agua.')}</w:tbl>`;
    const source = await read(talk);
    expect(source.speakers).toEqual([
      { name: 'AvW', turns: 2 },
      { name: 'LD', turns: 2 },
    ]);
    expect(talkOf(source)[2]).toEqual(['AvW', 'Luke: ¿y tú, cómo estás?']);
    const form = `<w:tbl>${row('Date', '14 mars')}${row('Lieu', 'Bélakoro')}${row('Enquêtrice', 'A. Diallo')}${row('Durée', '00:41:12')}</w:tbl>`;
    expect((await read(form)).speakers).toEqual([]);
  });

  it('reads the strict form of the format', async () => {
    const document =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Strict</x:t></x:r></x:p></x:body></x:document>';
    expect((await read('', { 'word/document.xml': document })).content.text).toBe('Strict');
  });
});
