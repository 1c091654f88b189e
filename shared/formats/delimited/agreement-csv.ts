/** The table of agreement as csv: a line per code and one for all together, every measure with its interval. */
import {
  intervalKeys,
  type AgreementFigures,
  type AgreementReport,
} from '#shared/analysis/agreement/agreement-report.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import {
  DelimitedWriter,
  type DelimitedCell,
  type DelimitedOptions,
} from '#shared/formats/delimited/write-delimited.ts';

const plainColumns = ['code', 'coders', 'unit', 'n', 'a', 'b', 'c', 'd'] as const;
type Column = (typeof plainColumns)[number] | (typeof intervalKeys)[number] | 'low' | 'high';

export type AgreementWords = {
  readonly delimiter: DelimitedOptions['delimiter'];
  readonly nameOf: (coder: PersonId) => string;
  readonly pathOf: (code: CodeId) => string;
  readonly heading: (column: Column) => string;
  readonly overall: string;
  readonly unit: string;
};

/** Writes the table; a value that is not defined is an empty cell. */
export function writeAgreementCsv(report: AgreementReport, words: AgreementWords): Uint8Array<ArrayBuffer> {
  const writer = new DelimitedWriter({ delimiter: words.delimiter, guardFormulas: true });
  const { heading } = words;
  writer.row([
    ...plainColumns.map(heading),
    ...intervalKeys.flatMap((key) => [
      heading(key),
      `${heading(key)} ${heading('low')}`,
      `${heading(key)} ${heading('high')}`,
    ]),
  ]);
  const coders = report.coders.map(words.nameOf).join(', ');
  const row = (name: string, figures: AgreementFigures): readonly DelimitedCell[] => [
    ...[name, coders, words.unit, figures.n],
    ...(['a', 'b', 'c', 'd'] as const).map((cell) => figures.counts?.[cell] ?? null),
    ...intervalKeys.flatMap((key) => [figures[key], ...(figures.intervals[key] ?? [null, null])]),
  ];
  for (const figures of report.codes) writer.row(row(words.pathOf(figures.code), figures));
  writer.row(row(words.overall, report.overall));
  return writer.finish();
}
