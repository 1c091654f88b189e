/** What rests on the findings: conclusions, recommendations, lessons learned, good practices. */
import { Paragraph, type Table } from 'docx';
import type { LearningType } from '#shared/domain/findings/learning.ts';
import type { Recommendation } from '#shared/domain/findings/recommendation.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { styleIds } from '#shared/formats/word/report-styles.ts';
import {
  caption,
  heading,
  labelled,
  paragraphsOf,
  references,
  runsOf,
  table,
  type WordColumn,
  type WordTools,
} from '#shared/formats/word/word-pieces.ts';

/** Items such as C1 with the numbers of the findings they rest on. */
export function conclusionsPart(tools: WordTools, index: MaterialIndex): readonly Paragraph[] {
  return [
    heading(tools, 1, tools.words('report.conclusions'), { pageBreakBefore: true }),
    ...numberedItems(tools, index, index.material.records.conclusion),
  ];
}

/** Lessons or good practices. */
export function learningPart(tools: WordTools, index: MaterialIndex, type: LearningType): readonly Paragraph[] {
  const title = tools.words(type === 'lesson' ? 'report.lessons' : 'report.practices');
  const items = index.material.records.learning.filter((item) => item.type === type);
  return [
    heading(tools, 1, title, type === 'lesson' ? {} : { spacing: { before: 480, after: 240 } }),
    ...numberedItems(tools, index, items),
  ];
}

/** The table of recommendations, on a page of its own format. */
export function recommendationsPart(
  tools: WordTools,
  index: MaterialIndex,
  width: number,
): readonly (Paragraph | Table)[] {
  const { words } = tools;
  const { recommendation, finding, conclusion } = index.material.records;
  const column = (id: string, share: number, read: (item: Recommendation) => string): WordColumn<Recommendation> => ({
    header: words(`recommendation.${id}`),
    share,
    read,
  });
  const columns: readonly WordColumn<Recommendation>[] = [
    { ...column('number', 5, (item) => item.number), bold: true },
    column('text', 36, (item) => item.text),
    column('criteria', 14, (item) =>
      namesOf(
        index.codebook.flat.map(({ code }) => code),
        item.criteria,
      ),
    ),
    column('addressee', 15, (item) => item.addressee),
    column('priority', 10, (item) => words(`priority.${item.priority}`)),
    column('timeframe', 11, (item) => item.timeframe),
    column('findings', 9, (item) => numbersOf(finding, item.findings)),
    column('conclusions', 11, (item) => numbersOf(conclusion, item.conclusions)),
  ];
  return [
    heading(tools, 1, words('report.recommendations')),
    ...(recommendation.length === 0
      ? paragraphsOf(tools, words('report.none'))
      : [caption(tools, words('report.recommendations')), table(tools, columns, recommendation, width)]),
  ];
}

type NumberedItem = {
  readonly number: string;
  readonly text: string;
  readonly findings: Readonly<Record<string, true>>;
};

function numberedItems(tools: WordTools, index: MaterialIndex, items: readonly NumberedItem[]): readonly Paragraph[] {
  if (items.length === 0) return paragraphsOf(tools, tools.words('report.none'));
  return items.flatMap((item) => {
    const rests = index.material.records.finding.filter(({ id }) => item.findings[id]);
    const [before = '', after = ''] = tools.words('report.rests-on', { numbers: '\u0001' }).split('\u0001');
    const [first = '', ...rest] = item.text.split(/\n+/u).filter((line) => line.trim() !== '');
    return [
      labelled(tools, item.number, first),
      ...paragraphsOf(tools, rest.join('\n')),
      ...(rests.length === 0
        ? []
        : [
            new Paragraph({
              style: styleIds.lead,
              children: [...runsOf(tools, before), ...references(tools, rests), ...runsOf(tools, after)],
            }),
          ]),
    ];
  });
}

function numbersOf(
  items: readonly { readonly id: string; readonly number: string }[],
  linked: Readonly<Record<string, true>>,
): string {
  return items
    .filter((item) => linked[item.id])
    .map((item) => item.number)
    .join(', ');
}

function namesOf(
  items: readonly { readonly id: string; readonly name: string }[],
  linked: Readonly<Record<string, true>>,
): string {
  return items
    .filter((item) => linked[item.id])
    .map((item) => item.name)
    .join(', ');
}
