/** The sheet that says what a workbook is: title, date, filters, counts, and what each column means. */
import type { ExportRemark } from '#shared/formats/deliverable/exported-file.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { quietStyle, sectionStyle, strongStyle, titleStyle, wrapStyle } from '#shared/formats/spreadsheet/look.ts';
import { serialOfDate } from '#shared/formats/spreadsheet/serial-date.ts';
import type { Cell, LongTextWords, Row, Sheet } from '#shared/formats/spreadsheet/workbook.ts';

/** A filter that was set when exporting, in words: `{ name: 'Method', value: 'Interview' }`. */
export type FilterInWords = { readonly name: string; readonly value: string };

export type AboutContent = {
  readonly purpose: string;
  /** ISO time of the export. */
  readonly exportedAt: string;
  readonly filters: readonly FilterInWords[];
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  readonly notes: readonly string[];
  readonly columns: readonly { readonly header: string; readonly meaning: string }[];
  readonly remarks: readonly ExportRemark[];
};

/** Builds the sheet; it has no header row and no filter, it is for reading. */
export function aboutSheet(index: MaterialIndex, content: AboutContent, words: Words): Sheet {
  const { evaluation } = index;
  const rows: Row[] = [
    [{ value: evaluation.title, style: titleStyle }],
    [{ value: content.purpose, style: quietStyle }],
    [],
    pair(words('about.exported-at'), isoDay(content.exportedAt)),
    ...index.material.records.intervention.map((item) =>
      pair(words('about.intervention'), [item.code, item.title].filter(Boolean).join(': ')),
    ),
    ...(content.filters.length === 0
      ? [pair(words('about.filters'), words('about.no-filters'))]
      : content.filters.map((filter) => pair(`${words('about.filter')}: ${filter.name}`, filter.value))),
    ...section(words('about.counts')),
    ...content.counts.map(({ name, count }): Row => [
      { value: name, style: strongStyle },
      { value: count, style: left },
    ]),
    ...section(words('about.notes')),
    ...[...content.notes, ...content.remarks.map((remark) => words(`remark.${remark.code}`, remark.values))].map(
      (note): Row => [null, { value: note, style: wrapStyle }],
    ),
    ...section(words('about.columns')),
    ...content.columns.map(({ header, meaning }) => pair(header, meaning)),
  ];
  return {
    name: words('sheet.about'),
    hasHeaderRow: false,
    columns: [
      { header: '', width: 34 },
      { header: '', width: 100 },
    ],
    rows,
    rowCount: rows.length,
  };
}

const left = { align: 'left' } as const;
const dayStyle = { numberFormat: 'yyyy-mm-dd', align: 'left' } as const;

function pair(name: string, value: Cell): Row {
  const cell = typeof value === 'string' ? { value, style: wrapStyle } : value;
  return [{ value: name, style: strongStyle }, cell];
}

function section(title: string): readonly Row[] {
  return [[], [{ value: title, style: sectionStyle }]];
}

function isoDay(time: string): Cell {
  const serial = serialOfDate(time.slice(0, 10));
  return serial === null ? time : { value: serial, style: dayStyle };
}

/** Wording of the sheet for texts too long for a cell. */
export function longTextWords(words: Words): LongTextWords {
  const sheetName = words('sheet.long-texts');
  return {
    sheetName,
    headers: {
      number: words('long-text.number'),
      cell: words('long-text.cell'),
      part: words('long-text.part'),
      text: words('long-text.text'),
    },
    pointer: (number) => words('long-text.pointer', { sheet: sheetName, number }),
  };
}
