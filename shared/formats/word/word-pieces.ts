/** Small pieces of a Word document that the parts of a report share. */
import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  SimpleField,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { DataTable } from '#shared/formats/deliverable/tables/data-table.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { ink, styleIds, tableBorders } from '#shared/formats/word/report-styles.ts';
import { runsRightToLeft, type WordText } from '#shared/formats/word/word-text.ts';

/** What every part needs: wording, the cleaner of texts, and how many tables have a caption so far. */
export type WordTools = { readonly words: Words; readonly text: WordText; readonly captions: { count: number } };

/** The name of a place that can be referred to, such as a finding; Word takes letters, digits and `_`. */
export function anchorOf(id: string): string {
  return `item_${id.replace(/[^\p{L}\p{N}]/gu, '_')}`.slice(0, 40);
}

/** Cross-references, such as `F4.1, F4.2`, each leading to its place. */
export function references(
  tools: WordTools,
  items: readonly { readonly id: string; readonly number: string }[],
): readonly (TextRun | InternalHyperlink)[] {
  return items.flatMap((item, place) => [
    ...(place > 0 ? [new TextRun(', ')] : []),
    new InternalHyperlink({
      anchor: anchorOf(item.id),
      children: [new TextRun({ text: tools.text.clean(item.number), style: 'Hyperlink' })],
    }),
  ]);
}

/** A caption above a table, numbered by Word's own field; `anchor` lets other places refer to its number. */
export function caption(tools: WordTools, text: string, anchor?: string): Paragraph {
  tools.captions.count += 1;
  const number = new SimpleField('SEQ Table \\* ARABIC', String(tools.captions.count));
  const label = [new TextRun(`${tools.words('report.table')} `), number];
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      // The types know only runs inside a bookmark; a field stands there as well.
      ...(anchor ? [new Bookmark({ id: anchor, children: label })] : label),
      new TextRun(tools.text.clean(`. ${text}`)),
    ],
  });
}

/** A reference to a numbered caption, such as `Table 2`. */
export function captionReference(tools: WordTools, anchor: string, number: number): SimpleField {
  return new SimpleField(`REF ${anchor} \\h`, `${tools.words('report.table')} ${number}`);
}

/** Lines in a shaded box. */
export function box(tools: WordTools, title: string, lines: readonly string[]): readonly Paragraph[] {
  if (lines.length === 0) return [];
  const last = lines.length - 1;
  return [
    new Paragraph({ style: styleIds.boxTitle, children: [...runsOf(tools, title)] }),
    ...lines.map((line, place) =>
      paragraph(runsOf(tools, line), line, { style: styleIds.box, ...(place < last ? { keepNext: true } : {}) }),
    ),
    new Paragraph({ spacing: { after: 60 } }),
  ];
}

/** A table of a deliverable as a Word table: its columns that hold something, or those that are named. */
export function dataTable(
  tools: WordTools,
  data: DataTable,
  width: number,
  options: { readonly without?: readonly string[]; readonly lastIsTotal?: boolean } = {},
): Table {
  const columns = data.columns.flatMap((column, place) => {
    const isEmpty = data.rows.every((row) => row[place] === null || row[place] === '');
    if (isEmpty || options.without?.includes(column.id)) return [];
    const read = (row: (typeof data.rows)[number]): string => String(row[place] ?? '');
    return [{ header: column.header, share: Math.min(column.width, 44), read }];
  });
  return table(tools, columns, data.rows, width, { ...(options.lastIsTotal ? { lastIsTotal: true } : {}) });
}

/** A text as runs, its line breaks as breaks. */
export function runsOf(tools: WordTools, text: string, look: IRunOptions = {}): readonly TextRun[] {
  return tools.text
    .clean(text)
    .split('\n')
    .map((line, place) => new TextRun({ ...look, text: line, ...(place > 0 ? { break: 1 } : {}) }));
}

/** A text as paragraphs: one per line, empty lines left out. */
export function paragraphsOf(tools: WordTools, text: string, shape: IParagraphOptions = {}): readonly Paragraph[] {
  return tools.text
    .clean(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph([new TextRun({ text: line, rightToLeft: runsRightToLeft(line) })], line, shape));
}

/** A paragraph that runs in the direction of its text. */
export function paragraph(runs: readonly TextRun[], text: string, shape: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...shape, children: [...runs], ...(runsRightToLeft(text) ? { bidirectional: true } : {}) });
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** A real heading. `color` draws a line below, as the criteria have. */
export function heading(
  tools: WordTools,
  level: 1 | 2 | 3,
  text: string,
  shape: IParagraphOptions & { readonly color?: string; readonly anchor?: string } = {},
): Paragraph {
  const { color, anchor, ...rest } = shape;
  const run = new TextRun(tools.text.clean(text).replaceAll('\n', ' '));
  return new Paragraph({
    ...rest,
    heading: levels[level],
    children: anchor ? [new Bookmark({ id: anchor, children: [run] })] : [run],
    ...(color ? { border: { bottom: { style: BorderStyle.SINGLE, size: 12, color, space: 3 } } } : {}),
  });
}

/** A labelled line such as `Strength of evidence: strong. Because ...`. */
export function labelled(tools: WordTools, label: string, value: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${label}: `, bold: true }), ...runsOf(tools, value)],
    spacing: { after: 60 },
  });
}

export type WordColumn<Item> = {
  readonly header: string;
  /** Share of the width. */
  readonly share: number;
  readonly read: (item: Item) => string;
  readonly bold?: boolean;
};

/** A table whose header row is repeated on each page and whose rows are never torn. Widths are in twentieths of a point. */
export function table<Item>(
  tools: WordTools,
  columns: readonly WordColumn<Item>[],
  items: readonly Item[],
  width: number,
  options: { readonly lastIsTotal?: boolean } = {},
): Table {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((column.share / shares) * width));
  const margins = { top: 40, bottom: 40, left: 90, right: 90, marginUnitType: WidthType.DXA };
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column, place) =>
        new TableCell({
          width: { size: widths[place] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: ink.head, color: 'auto' },
          children: [new Paragraph({ style: styleIds.tableHead, children: [...runsOf(tools, column.header)] })],
        }),
    ),
  });
  const rows = items.map((item, row) => {
    const isTotal = options.lastIsTotal === true && row === items.length - 1;
    return new TableRow({
      // A long recommendation may be longer than a page: only short rows are kept whole.
      cantSplit: columns.every((column) => column.read(item).length < 1_200),
      children: columns.map(
        (column, place) =>
          new TableCell({
            width: { size: widths[place] ?? 0, type: WidthType.DXA },
            children: cellParagraphs(tools, column.read(item), column.bold === true || isTotal),
          }),
      ),
    });
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    margins,
    rows: [head, ...rows],
  });
}

function cellParagraphs(tools: WordTools, text: string, bold: boolean): Paragraph[] {
  return [paragraph(runsOf(tools, text, { bold }), text, { style: styleIds.small })];
}
