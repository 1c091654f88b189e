/** The annex: how many sources of each method there are, and which. Code names only. */
import type { Paragraph, Table } from 'docx';
import { effectiveConsent, mayAttribute } from '#shared/domain/consent/effective-consent.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { ReportContent } from '#shared/formats/word/report-content.ts';
import { heading, paragraphsOf, table, type WordColumn, type WordTools } from '#shared/formats/word/word-pieces.ts';

/** More participants than this in one source are counted, not named: the respondents of a questionnaire. */
const NAMED_PARTICIPANTS = 12;

export function annexPart(
  tools: WordTools,
  index: MaterialIndex,
  content: ReportContent,
  width: number,
): readonly (Paragraph | Table)[] {
  const { words } = tools;
  const groups = content.sourcesByMethod;
  if (groups.length === 0) {
    return [
      heading(tools, 1, words('report.annex'), { pageBreakBefore: true }),
      ...paragraphsOf(tools, words('report.none')),
    ];
  }
  const counts = groups.map((group) => ({
    method: words(`methods.${group.method}`),
    sources: group.sources.length,
    participants: group.participants,
  }));
  const total = {
    method: words('report.total'),
    sources: counts.reduce((sum, line) => sum + line.sources, 0),
    participants: new Set(groups.flatMap((group) => group.sources).flatMap((source) => participantsOf(source))).size,
  };
  return [
    heading(tools, 1, words('report.annex'), { pageBreakBefore: true }),
    table(
      tools,
      [
        { header: words('annex.method'), share: 4, read: (line) => line.method },
        { header: words('annex.sources'), share: 2, read: (line) => String(line.sources) },
        { header: words('annex.participants'), share: 2, read: (line) => String(line.participants) },
      ],
      [...counts, total],
      Math.floor(width * 0.6),
      { lastIsTotal: true },
    ),
    ...groups.flatMap((group) => [
      heading(tools, 2, words(`methods.${group.method}`)),
      table(tools, sourceColumns(tools, index, group.sources), group.sources, width),
    ]),
    ...leftOutPart(tools, content, width),
  ];
}

/** What the findings rest on and the report does not quote: from whom, and why. */
function leftOutPart(tools: WordTools, content: ReportContent, width: number): readonly (Paragraph | Table)[] {
  const { words } = tools;
  if (content.leftOut.length === 0) return [];
  return [
    heading(tools, 2, words('sheet.left-out')),
    table(
      tools,
      [
        { header: words('left-out.from'), share: 3, read: (item) => item.from },
        { header: words('left-out.reason'), share: 6, read: (item) => words(`left-out-reason.${item.reason}`) },
        { header: words('left-out.excerpts'), share: 1, read: (item) => String(item.excerpts) },
      ],
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
