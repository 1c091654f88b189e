/** The small parts of an xlsx package around the sheets: what there is, how it hangs together, properties. */
import { escapeXml } from '#shared/formats/spreadsheet/cell-text.ts';
import { quoteSheetName } from '#shared/formats/spreadsheet/sheet-names.ts';
import type { Workbook } from '#shared/formats/spreadsheet/workbook.ts';

export type WrittenSheet = { readonly name: string; readonly filterRange: string | null };

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetPath = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;

/** [Content_Types].xml */
export function contentTypes(sheetCount: number): string {
  const part = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, place) => part(sheetPath(place), `${TYPE}.worksheet+xml`));
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('xl/workbook.xml', `${TYPE}.sheet.main+xml`) +
    sheets.join('') +
    part('xl/styles.xml', `${TYPE}.styles+xml`) +
    part('xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`) +
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    part('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>'
  );
}

/** _rels/.rels */
export function packageRelations(): string {
  return (
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
    `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
    `<Relationship Id="rId3" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>` +
    '</Relationships>'
  );
}

/** docProps/core.xml: title and time, and nobody's name. */
export function coreProperties(workbook: Workbook): string {
  const time = escapeXml(workbook.createdAt);
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(workbook.title)}</dc:title><dc:language>${escapeXml(workbook.language)}</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`
  );
}

/** docProps/app.xml */
export function applicationProperties(): string {
  return `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Triangula</Application></Properties>`;
}

/** xl/workbook.xml, with the filters' ranges and the header rows to repeat in print as names. */
export function workbookXml(sheets: readonly WrittenSheet[]): string {
  const names = (key: string, reference: (sheet: WrittenSheet) => string, isHidden: boolean): string =>
    sheets
      .map((sheet, place) =>
        sheet.filterRange
          ? `<definedName name="_xlnm.${key}" localSheetId="${place}"${isHidden ? ' hidden="1"' : ''}>` +
            `${escapeXml(`${quoteSheetName(sheet.name)}!${reference(sheet)}`)}</definedName>`
          : '',
      )
      .join('');
  const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/gu, '$$$1$$$2');
  const filters = names('_FilterDatabase', (sheet) => absolute(sheet.filterRange ?? ''), true);
  const titles = names('Print_Titles', () => '$1:$1', false);
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">` +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000"/></bookViews><sheets>' +
    sheets
      .map((sheet, place) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`)
      .join('') +
    `</sheets>${filters || titles ? `<definedNames>${filters}${titles}</definedNames>` : ''}</workbook>`
  );
}

/** xl/_rels/workbook.xml.rels */
export function workbookRelations(sheetCount: number): string {
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/relationships/${kind}" Target="${target}"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, place) =>
    relation(place + 1, 'worksheet', sheetPath(place).slice('xl/'.length)),
  );
  return (
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}` +
    relation(sheetCount + 1, 'styles', 'styles.xml') +
    relation(sheetCount + 2, 'sharedStrings', 'sharedStrings.xml') +
    '</Relationships>'
  );
}
