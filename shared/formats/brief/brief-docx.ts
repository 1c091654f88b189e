/** The evaluation brief as Word: two pages, title block, headings with real styles. */
import {
  convertMillimetersToTwip,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
  type IStylesOptions,
} from 'docx';
import { succeed } from '#shared/basics/result.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import { BRIEF_PAGES, briefContent, type BriefContent } from '#shared/formats/brief/brief-content.ts';
import {
  exportCancelled,
  type ExportControl,
  type ExportRemark,
  type ExportResult,
} from '#shared/formats/deliverable/exported-file.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { ink, reportStyles } from '#shared/formats/word/report-styles.ts';
import { heading, runsOf, table, type WordTools } from '#shared/formats/word/word-pieces.ts';
import { WordText, wordLanguage } from '#shared/formats/word/word-text.ts';

export type BriefRequest = { readonly words: Words; readonly language: Language; readonly exportedAt: string };

const page = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
const margin = convertMillimetersToTwip(18);

/** Writes the brief; says when it is longer than two pages. */
export async function writeBriefDocx(
  material: EvaluationMaterial,
  { words, language }: BriefRequest,
  control: ExportControl = {},
): Promise<ExportResult> {
  const brief = briefContent(material, language, words);
  const text = new WordText();
  const tools: WordTools = { words, text, captions: { count: 0 } };
  const title = text.clean(brief.title).replaceAll('\n', ' ');
  const document = new Document({
    title: `${title}: ${brief.kind}`,
    creator: 'Triangula',
    lastModifiedBy: 'Triangula',
    description: '',
    styles: briefStyles(wordLanguage(language) ?? 'en-GB'),
    sections: [
      {
        properties: { page: { size: page, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
        children: [
          new Paragraph({ style: 'Subtitle', children: [new TextRun(brief.kind)] }),
          new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
          ...(brief.facts.length === 0 ? [] : [factsTable(tools, brief)]),
          ...brief.sections.flatMap(({ title: name, items }) => [
            heading(tools, 1, name),
            ...items.map(
              (item) =>
                new Paragraph({
                  children: [
                    ...(item.lead ? [new TextRun({ text: `${text.clean(item.lead)}. `, bold: true })] : []),
                    ...runsOf(tools, item.text),
                  ],
                }),
            ),
          ]),
        ],
      },
    ],
  });
  if (control.signal?.aborted) return exportCancelled();
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  control.onProgress?.({ done: 1, total: 1 });
  const remarks: ExportRemark[] = [...tooLong(brief.pages)];
  if (text.replaced > 0) remarks.push({ code: 'replaced-characters', values: { count: text.replaced } });
  return succeed({ bytes, remarks });
}

/** Says so when there is more than two pages take. */
function tooLong(pages: number): readonly ExportRemark[] {
  return pages > BRIEF_PAGES ? [{ code: 'brief-too-long', values: { pages, most: BRIEF_PAGES } }] : [];
}

function factsTable(tools: WordTools, { facts }: BriefContent) {
  return table(
    tools,
    [
      { header: tools.words('brief.fact'), share: 1, read: ({ name }) => name, bold: true },
      { header: tools.words('brief.value'), share: 4, read: ({ value }) => value },
    ],
    facts,
    page.width - 2 * margin,
  );
}

/** The report's styles, smaller: a brief is read at a glance. */
function briefStyles(language: string): IStylesOptions {
  const styles = reportStyles(language);
  const font = 'Calibri';
  return {
    ...styles,
    default: {
      ...styles.default,
      document: {
        run: { font, size: 19, color: ink.text, language: { value: language, eastAsia: language } },
        paragraph: { spacing: { after: 70, line: 250, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font, size: 36, bold: true, color: ink.heading },
        paragraph: { spacing: { before: 0, after: 120, line: 252, lineRule: LineRuleType.AUTO } },
      },
      heading1: {
        run: { font, size: 23, bold: true, color: ink.heading },
        paragraph: { spacing: { before: 160, after: 50 }, keepNext: true, keepLines: true },
      },
    },
  };
}
