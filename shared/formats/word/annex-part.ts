/** The annexes: evaluation matrix, people reached, documents, other sources, tools, codebook. Code names only. */
import type { Paragraph, Table } from 'docx';
import { effectiveConsent, mayAttribute } from '#shared/domain/consent/effective-consent.ts';
import type { QuestionnaireColumn } from '#shared/domain/source/source-content.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import {
  codebookTable,
  documentTable,
  evaluationMatrixTable,
  peopleTable,
} from '#shared/formats/deliverable/tables/account-tables.ts';
import type { ReportContent } from '#shared/formats/word/report-content.ts';
import {
  caption,
  dataTable,
  heading,
  paragraphsOf,
  table,
  type WordColumn,
  type WordTools,
} from '#shared/formats/word/word-pieces.ts';

/** More participants than this in one source are counted, not named: the respondents of a questionnaire. */
const NAMED_PARTICIPANTS = 12;

/** The annexes that a portrait page has room for. */
export function annexPart(
  tools: WordTools,
  index: MaterialIndex,
  content: ReportContent,
  width: number,
): readonly (Paragraph | Table)[] {
  const { words } = tools;
  const people = peopleTable(index, words);
  const documents = documentTable(index, words);
  return [
    heading(tools, 1, words('annex.people'), { pageBreakBefore: true }),
    ...(people.rows.length === 0
      ? paragraphsOf(tools, words('report.none'))
      : [caption(tools, words('table.people')), dataTable(tools, people, width, { lastIsTotal: true })]),
    heading(tools, 1, words('annex.documents'), { spacing: { before: 480, after: 240 } }),
    ...(documents.rows.length === 0
      ? paragraphsOf(tools, words('report.none'))
      : [caption(tools, words('table.documents')), dataTable(tools, documents, width)]),
    ...(index.material.profile === 'public' ? [] : sourcesPart(tools, index, content, width)),
    ...toolsPart(tools, index, width),
    heading(tools, 1, words('annex.codebook'), { spacing: { before: 480, after: 240 } }),
    caption(tools, words('table.codebook')),
    dataTable(tools, codebookTable(index, words), width, { without: ['parent', 'criterion'] }),
    ...leftOutPart(tools, content, width),
  ];
}

/** The evaluation matrix, on a page of its own format; nothing while there are no questions. */
export function evaluationMatrixPart(
  tools: WordTools,
  index: MaterialIndex,
  width: number,
): readonly (Paragraph | Table)[] {
  const matrix = evaluationMatrixTable(index, tools.words);
  if (matrix.rows.length === 0) return [];
  return [
    heading(tools, 1, tools.words('annex.evaluation-matrix')),
    caption(tools, tools.words('table.evaluation-matrix')),
    dataTable(tools, matrix, width),
  ];
}

/** Sources other than documents, one table per method. */
function sourcesPart(
  tools: WordTools,
  index: MaterialIndex,
  content: ReportContent,
  width: number,
): readonly (Paragraph | Table)[] {
  const { words } = tools;
  const groups = content.sourcesByMethod.filter(({ method }) => method !== 'document');
  if (groups.length === 0) return [];
  return [
    heading(tools, 1, words('report.annex'), { spacing: { before: 480, after: 240 } }),
    ...groups.flatMap((group) => [
      heading(tools, 2, words(`methods.${group.method}`)),
      caption(tools, words(`methods.${group.method}`)),
      table(tools, sourceColumns(tools, index, group.sources), group.sources, width),
    ]),
  ];
}

/** The questions of questionnaires, as far as their texts are in the profile. */
function toolsPart(tools: WordTools, index: MaterialIndex, width: number): readonly (Paragraph | Table)[] {
  const { words } = tools;
  const asked = index.material.records.source.flatMap((source) => {
    const columns = index.material.contents.get(source.revision)?.table?.columns ?? [];
    const questions = columns.filter(({ role }) => role === 'closed' || role === 'multiple' || role === 'open');
    return questions.length > 0 ? [{ source, questions }] : [];
  });
  if (asked.length === 0) return [];
  const columns: readonly WordColumn<QuestionnaireColumn>[] = [
    { header: words('table-column.question'), share: 40, read: ({ label }) => label },
    { header: words('annex.question-type'), share: 12, read: ({ role }) => words(`question-role.${role}`) },
  ];
  return [
    heading(tools, 1, words('annex.tools'), { spacing: { before: 480, after: 240 } }),
    ...asked.flatMap(({ source, questions }) => [caption(tools, source.name), table(tools, columns, questions, width)]),
  ];
}

/** What the findings rest on and the report does not quote: from whom, and why. */
function leftOutPart(tools: WordTools, content: ReportContent, width: number): readonly (Paragraph | Table)[] {
  const { words } = tools;
  if (content.leftOut.length === 0) return [];
  const columns: readonly WordColumn<(typeof content.leftOut)[number]>[] = [
    { header: words('left-out.from'), share: 3, read: (item) => item.from },
    { header: words('left-out.reason'), share: 6, read: (item) => words(`left-out-reason.${item.reason}`) },
    { header: words('left-out.excerpts'), share: 1, read: (item) => String(item.excerpts) },
  ];
  return [
    heading(tools, 1, words('sheet.left-out'), { spacing: { before: 480, after: 240 } }),
    table(
      tools,
      columns.filter(({ read }) => content.leftOut.some((item) => read(item) !== '')),
      content.leftOut,
      width,
    ),
  ];
}

/** Columns without a single value are left out. */
function sourceColumns(
  tools: WordTools,
  index: MaterialIndex,
  sources: readonly Source[],
): readonly WordColumn<Source>[] {
  const { words } = tools;
  const speakers = (source: Source) => participantsOf(source).flatMap((id) => index.participants.get(id) ?? []);
  const column = (id: string, share: number, read: (source: Source) => string): WordColumn<Source> => ({
    header: words(`annex.${id}`),
    share,
    read,
  });
  const columns: readonly WordColumn<Source>[] = [
    { ...column('source', 13, (source) => source.name), bold: true },
    column('participants', 23, (source) => {
      const names = speakers(source).map((participant) => participant.codeName);
      return names.length > NAMED_PARTICIPANTS ? String(names.length) : names.join(', ');
    }),
    column('groups', 23, (source) =>
      [
        ...new Set(
          speakers(source)
            .filter((participant) => mayAttribute(effectiveConsent([source, participant])))
            .map((participant) => participant.group)
            .filter(Boolean),
        ),
      ].join(', '),
    ),
    column('interventions', 21, (source) => index.interventionCodes(source.interventions).join(', ')),
    column('place', 16, (source) => source.place),
    column('date', 17, (source) => source.date),
    column('language', 13, (source) => source.language ?? ''),
  ];
  return columns.filter((entry) => sources.some((source) => entry.read(source) !== ''));
}
