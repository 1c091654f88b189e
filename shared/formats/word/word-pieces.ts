/** Small pieces of a Word document that the parts of a report share. */
import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
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
import type { Words } from '#shared/formats/deliverable/words.ts';
import { ink, styleIds, tableBorders } from '#shared/formats/word/report-styles.ts';
import { runsRightToLeft, type WordText } from '#shared/formats/word/word-text.ts';

/** What every part needs: wording and the cleaner of texts. */
export type WordTools = { readonly words: Words; readonly text: WordText };

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
  shape: IParagraphOptions & { readonly color?: string } = {},
): Paragraph {
  const { color, ...rest } = shape;
  return new Paragraph({
    ...rest,
    heading: levels[level],
    children: [new TextRun(tools.text.clean(text).replaceAll('\n', ' '))],
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
