/** Writes the codebook: qdc for other programs, csv and xlsx as a table, docx to be read and printed. */
import { Document, Packer } from 'docx';
import { succeed } from '#shared/basics/result.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import {
  codebookColumns,
  codebookHeader,
  codebookRows,
  type CodebookRow,
} from '#shared/formats/codebook/codebook-rows.ts';
import {
  DelimitedWriter,
  defaultDelimitedOptions,
  type DelimitedOptions,
} from '#shared/formats/delimited/write-delimited.ts';
import type { ExportControl, ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { originOf } from '#shared/formats/refi/count-positions.ts';
import { GuidBook, written } from '#shared/formats/refi/guid-book.ts';
import { readKept } from '#shared/formats/refi/kept-project.ts';
import { LossBook } from '#shared/formats/refi/losses.ts';
import { writeCodes } from '#shared/formats/refi/write-codes.ts';
import { XmlText } from '#shared/formats/refi/xml-text.ts';
import { longTextWords } from '#shared/formats/spreadsheet/about-sheet.ts';
import { writeWorkbook } from '#shared/formats/spreadsheet/write-workbook.ts';
import { reportStyles } from '#shared/formats/word/report-styles.ts';
import { heading, table, type WordTools } from '#shared/formats/word/word-pieces.ts';
import { WordText, wordLanguage } from '#shared/formats/word/word-text.ts';

export type CodebookRequest = { readonly words: Words; readonly language: Language; readonly exportedAt: string };

/** The codebook as REFI-QDA's own file. */
export function writeQdc(material: EvaluationMaterial, { words }: Pick<CodebookRequest, 'words'>): ExportResult {
  const index = indexMaterial(material);
  const { records } = material;
  const guids = new GuidBook(records.exchange);
  const xml = new XmlText();
  const kept = readKept(records.exchange);
  const used = new Set<string>(records.coding.map(({ code }) => code));
  const codes = writeCodes({
    codebook: withAllWords(index, words),
    guids,
    xml,
    words,
    isFolder: (id, guid) => kept.folders.has(guid) && !used.has(id),
    noteRefs: () => '',
    findings: [],
    hasDirections: false,
  });
  const sets = kept.sets.flatMap((set) => {
    const members = (set.c ?? []).flatMap(({ n, a }) =>
      n === 'MemberCode' ? (guids.resolve((a['targetGUID'] ?? '').replace(/[{}]/g, '').toLowerCase()) ?? []) : [],
    );
    if (members.length === 0) return [];
    const inside = members.map((guid) => `<MemberCode guid="${written(guid)}"/>`);
    return `<Set${xml.attributes({ guid: (set.a['guid'] ?? '').toUpperCase(), name: set.a['name'] ?? '' })}>${inside.join('')}</Set>\n`;
  });
  const head = xml.attributes({ xmlns: 'urn:QDA-XML:codebook:1.0', origin: originOf('standard') });
  const setList = sets.length === 0 ? '' : `<Sets>\n${sets.join('')}</Sets>\n`;
  const text = `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook${head}>\n${codes}${setList}</CodeBook>\n`;
  const losses = new LossBook();
  if (xml.replaced > 0) losses.add('replaced-characters', '', xml.replaced);
  return succeed({ bytes: new TextEncoder().encode(text), remarks: [], losses: losses.losses });
}

/** A description is all that other programs have: what belongs to a code and what does not stands in it, too. */
function withAllWords({ codebook }: MaterialIndex, words: Words): MaterialIndex['codebook'] {
  const flat = codebook.flat.map(({ code, depth }) => {
    const more = (['include', 'exclude', 'example'] as const).flatMap((field) =>
      code[field] ? [`${words(`codebook.${field}`)}: ${code[field]}`] : [],
    );
    return { depth, code: { ...code, definition: [code.definition, ...more].filter(Boolean).join('\n') } };
  });
  return { ...codebook, flat };
}

/** The codebook as csv, which our own import reads back. */
export function writeCodebookCsv(
  material: EvaluationMaterial,
  { words }: Pick<CodebookRequest, 'words'>,
  options: DelimitedOptions = defaultDelimitedOptions,
): ExportResult {
  const writer = new DelimitedWriter(options);
  writer.row(codebookColumns.map((column) => codebookHeader(column, words)));
  for (const { cells } of codebookRows(indexMaterial(material)))
    writer.row(codebookColumns.map((column) => cells[column]));
  return succeed({ bytes: writer.finish(), remarks: [] });
}

const widths: Readonly<Record<(typeof codebookColumns)[number], number>> = {
  code: 40,
  definition: 60,
  include: 40,
  exclude: 40,
  example: 40,
  color: 10,
  key: 6,
  codings: 10,
  sources: 10,
  guid: 38,
};

/** The codebook as a workbook. */
export async function writeCodebookWorkbook(
  material: EvaluationMaterial,
  { words, language, exportedAt }: CodebookRequest,
  control: ExportControl = {},
): Promise<ExportResult> {
  const index = indexMaterial(material);
  const rows = codebookRows(index);
  const name = words('codebook.title');
  return writeWorkbook(
    {
      title: `${index.evaluation.title}: ${name}`,
      language,
      createdAt: exportedAt,
      sheets: [
        {
          name,
          columns: codebookColumns.map((column) => ({
            header: codebookHeader(column, words),
            width: widths[column],
            type: column === 'codings' || column === 'sources' ? 'number' : 'text',
            style: { wrap: widths[column] >= 40 },
          })),
          hasHeaderRow: true,
          frozenColumns: 1,
          rows: rows.map(({ cells }) => codebookColumns.map((column) => cells[column])),
          rowCount: rows.length,
        },
      ],
      longTexts: longTextWords(words),
    },
    control,
  );
}

/** Twentieths of a point between the margins of an A4 page. */
const WIDTH = 9_070;
const INDENT = '\u2003';

/** The codebook as a Word document: a table for each root, codes indented by their depth. */
export async function writeCodebookDocx(
  material: EvaluationMaterial,
  { words, language }: CodebookRequest,
): Promise<ExportResult> {
  const index = indexMaterial(material);
  const tools: WordTools = { words, text: new WordText(), captions: { count: 0 } };
  const groups: CodebookRow[][] = [];
  for (const row of codebookRows(index)) {
    if (row.depth === 0) groups.push([row]);
    else groups.at(-1)?.push(row);
  }
  const wordsOf = ({ cells }: CodebookRow): string =>
    [
      cells.definition,
      ...(['include', 'exclude', 'example'] as const).map((field) =>
        cells[field] === '' ? '' : `${codebookHeader(field, words)}: ${cells[field]}`,
      ),
    ]
      .filter((line) => line !== '')
      .join('\n');
  const columns = [
    {
      header: codebookHeader('code', words),
      share: 4,
      bold: true,
      read: (row: CodebookRow) => INDENT.repeat(row.depth) + row.name,
    },
    { header: codebookHeader('definition', words), share: 7, read: wordsOf },
    { header: codebookHeader('codings', words), share: 1.4, read: ({ cells }: CodebookRow) => String(cells.codings) },
  ];
  const title = words('codebook.title');
  const document = new Document({
    title: `${tools.text.clean(index.evaluation.title)}: ${title}`.replaceAll('\n', ' '),
    creator: 'Triangula',
    lastModifiedBy: 'Triangula',
    description: '',
    styles: reportStyles(wordLanguage(language) ?? 'en-GB'),
    sections: [
      {
        children: [
          heading(tools, 1, `${index.evaluation.title}: ${title}`),
          ...groups.flatMap((rows) => [heading(tools, 2, rows[0]?.name ?? ''), table(tools, columns, rows, WIDTH)]),
        ],
      },
    ],
  });
  return succeed({ bytes: new Uint8Array(await Packer.toArrayBuffer(document)), remarks: [] });
}
