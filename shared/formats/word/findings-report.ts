/** The findings report as docx: from the material of an evaluation to a file that one can send. */
import {
  convertMillimetersToTwip,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TableOfContents,
  TabStopType,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { succeed } from '#shared/basics/result.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import {
  exportCancelled,
  type ExportControl,
  type ExportRemark,
  type ExportResult,
} from '#shared/formats/deliverable/exported-file.ts';
import { leftOutRemarks } from '#shared/formats/deliverable/left-out.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { MatrixTable, RowJudgement } from '#shared/formats/deliverable/matrix-table.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { summaryMatrix } from '#shared/formats/deliverable/tables/chain-tables.ts';
import { annexPart, evaluationMatrixPart } from '#shared/formats/word/annex-part.ts';
import { conclusionsPart, learningPart, recommendationsPart } from '#shared/formats/word/chain-parts.ts';
import { findingsPart } from '#shared/formats/word/findings-part.ts';
import { methodologyPart } from '#shared/formats/word/methodology-part.ts';
import { reportContent } from '#shared/formats/word/report-content.ts';
import { ink, reportStyles } from '#shared/formats/word/report-styles.ts';
import { caption, dataTable, heading, labelled, runsOf, type WordTools } from '#shared/formats/word/word-pieces.ts';
import { WordText, wordLanguage } from '#shared/formats/word/word-text.ts';

export type FindingsReportRequest = {
  readonly words: Words;
  /** Of the wording and of the document. */
  readonly language: Language;
  /** ISO time; its day stands on the title page. */
  readonly exportedAt: string;
  /** The matrix of findings by method, for the summary matrix. */
  readonly findings?: MatrixTable;
  /** Rows of matrices by criterion and by finding: what was suggested and judged. */
  readonly judgements?: readonly RowJudgement[];
};

const page = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
const margin = convertMillimetersToTwip(25);
const PORTRAIT_WIDTH = page.width - 2 * margin;
const LANDSCAPE_WIDTH = page.height - 2 * margin;
/**
 * Up to here the pages are laid out while writing, so that the contents carry page numbers at once and Word asks
 * nothing. That takes seconds for a longer report: there Word is left to fill them in, and asks before it does.
 */
const LAID_OUT_CHARACTERS = 40_000;

/** Writes the report. Names of people and machines are not in it, only code names. */
export async function writeFindingsReport(
  material: EvaluationMaterial,
  request: FindingsReportRequest,
  control: ExportControl = {},
): Promise<ExportResult> {
  const index = indexMaterial(material);
  const text = new WordText();
  const tools: WordTools = { words: request.words, text, captions: { count: 0 } };
  const content = reportContent(index, request.judgements ?? []);
  const title = text.clean(index.evaluation.title).replaceAll('\n', ' ');
  const section = sectionMaker(tools, title);
  const isLaidOut = content.characters <= LAID_OUT_CHARACTERS;
  const document = new Document({
    title,
    subject: request.words('report.kind'),
    creator: 'Triangula',
    lastModifiedBy: 'Triangula',
    description: '',
    styles: reportStyles(wordLanguage(request.language) ?? 'en-GB'),
    ...(isLaidOut ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: [
      { ...section(false, true), children: frontPages(tools, index, request, title) },
      ...summarySection(tools, index, request, section),
      {
        ...section(false),
        children: [
          ...methodologyPart(tools, index, content, PORTRAIT_WIDTH),
          ...findingsPart(tools, content),
          ...conclusionsPart(tools, index),
        ],
      },
      { ...section(true), children: [...recommendationsPart(tools, index, LANDSCAPE_WIDTH)] },
      {
        ...section(false),
        children: [
          ...learningPart(tools, index, 'lesson'),
          ...learningPart(tools, index, 'good-practice'),
          ...annexPart(tools, index, content, PORTRAIT_WIDTH),
        ],
      },
      ...landscapeSection(section, evaluationMatrixPart(tools, index, LANDSCAPE_WIDTH)),
    ],
  });
  if (control.signal?.aborted) return exportCancelled();
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  if (control.signal?.aborted) return exportCancelled();
  const remarks: ExportRemark[] = isLaidOut ? [] : [{ code: 'contents-without-pages', values: {} }];
  remarks.push(...leftOutRemarks(content.leftOut));
  if (content.missingTexts > 0) remarks.push({ code: 'texts-missing', values: { count: content.missingTexts } });
  if (text.replaced > 0) remarks.push({ code: 'replaced-characters', values: { count: text.replaced } });
  control.onProgress?.({ done: 1, total: 1 });
  return succeed({ bytes, remarks });
}

type SectionMaker = ReturnType<typeof sectionMaker>;

/** The summary matrix of findings, evidence and recommendations, before the report itself. */
function summarySection(
  tools: WordTools,
  index: MaterialIndex,
  request: FindingsReportRequest,
  section: SectionMaker,
): readonly ISectionOptions[] {
  const matrix = summaryMatrix(index, request.findings ?? { columns: [], rows: [] }, tools.words);
  if (matrix.rows.length === 0) return [];
  return landscapeSection(section, [
    heading(tools, 1, tools.words('report.summary-matrix')),
    caption(tools, tools.words('report.summary-matrix')),
    dataTable(tools, matrix, LANDSCAPE_WIDTH),
  ]);
}

function landscapeSection(section: SectionMaker, children: readonly (Paragraph | Table)[]): readonly ISectionOptions[] {
  return children.length === 0 ? [] : [{ ...section(true), children: [...children] }];
}

/** Title, what is evaluated, date; then the contents on a page of their own. */
function frontPages(
  tools: WordTools,
  index: MaterialIndex,
  request: FindingsReportRequest,
  title: string,
): (Paragraph | TableOfContents)[] {
  const { words } = tools;
  return [
    new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(words('report.kind'))] }),
    ...index.material.records.intervention.map((item) => labelled(tools, item.code, item.title)),
    labelled(tools, words('report.date'), dayInWords(request.exportedAt, request.language)),
    new Paragraph({
      pageBreakBefore: true,
      spacing: { after: 200 },
      // No heading style: the contents do not list themselves.
      children: [new TextRun({ text: words('report.contents'), bold: true, size: 36, color: ink.heading })],
    }),
    new TableOfContents(words('report.contents'), { hyperlink: true, headingStyleRange: '1-3' }),
  ];
}

function dayInWords(time: string, language: Language): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  );
}

/** Sections share footer and paper; `isLandscape` turns the page. */
function sectionMaker(
  tools: WordTools,
  title: string,
): (isLandscape: boolean, hasTitlePage?: boolean) => Omit<ISectionOptions, 'children'> {
  return (isLandscape, hasTitlePage = false) => ({
    properties: {
      titlePage: hasTitlePage,
      type: SectionType.NEXT_PAGE,
      page: {
        size: { ...page, orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    footers: {
      default: pageFooter(tools, title, isLandscape ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH),
      ...(hasTitlePage ? { first: new Footer({ children: [new Paragraph('')] }) } : {}),
    },
  });
}

function pageFooter(tools: WordTools, title: string, width: number): Footer {
  // The wording decides the order: the two numbers are put where it has its places.
  const parts = tools.words('report.page', { page: '\u0001', pages: '\u0002' }).split(/([\u0001\u0002])/u);
  const look = { size: 17, color: ink.quiet };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          ...runsOf(tools, title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title, look),
          new TextRun({ ...look, text: '\t' }),
          ...parts.map((part) => {
            if (part === '\u0001') return new TextRun({ ...look, children: [PageNumber.CURRENT] });
            if (part === '\u0002') return new TextRun({ ...look, children: [PageNumber.TOTAL_PAGES] });
            return new TextRun({ ...look, text: part });
          }),
        ],
      }),
    ],
  });
}
