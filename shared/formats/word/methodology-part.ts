/** How the evaluation was done: who was heard by method, sex and stakeholder type, and where its limits are. */
import { Paragraph, type Table } from 'docx';
import type { ShownCount } from '#shared/analysis/small-cells.ts';
import { countedSexes } from '#shared/formats/deliverable/people-counts.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { leftOutReasons } from '#shared/formats/deliverable/profile/export-profile.ts';
import { peopleOf } from '#shared/formats/deliverable/tables/account-tables.ts';
import type { ReportContent } from '#shared/formats/word/report-content.ts';
import {
  caption,
  captionReference,
  heading,
  paragraphsOf,
  runsOf,
  table,
  type WordColumn,
  type WordTools,
} from '#shared/formats/word/word-pieces.ts';

const BY_METHOD = 'table_methods';
const BY_GROUP = 'table_groups';

type CountRow = {
  readonly name: string;
  readonly sources: string;
  readonly counts: readonly string[];
  readonly total: string;
};

/** The chapter: what was evaluated, methodology, limitations. */
export function methodologyPart(
  tools: WordTools,
  index: MaterialIndex,
  content: ReportContent,
  width: number,
): readonly (Paragraph | Table)[] {
  const { words } = tools;
  return [
    heading(tools, 1, words('report.introduction'), { pageBreakBefore: true }),
    heading(tools, 2, words('report.background')),
    ...paragraphsOf(tools, index.evaluation.summary || words('report.none')),
    ...interventionsTable(tools, index, width),
    heading(tools, 2, words('report.methodology')),
    ...countsPart(tools, index, width),
    heading(tools, 2, words('report.limitations')),
    ...limitationsOf(tools, index, content),
  ];
}

function interventionsTable(tools: WordTools, index: MaterialIndex, width: number): readonly (Paragraph | Table)[] {
  const { words } = tools;
  const { intervention } = index.material.records;
  if (intervention.length === 0) return [];
  type Item = (typeof intervention)[number];
  const column = (id: string, share: number, read: (item: Item) => string): WordColumn<Item> => ({
    header: words(`intervention.${id}`),
    share,
    read,
  });
  const columns = [
    { ...column('code', 10, ({ code }) => code), bold: true },
    column('title', 30, ({ title }) => title),
    column('duration', 16, ({ startDate, endDate }) => [startDate, endDate].filter(Boolean).join(' – ')),
    column('donors', 20, ({ donors }) => donors),
    column('budget', 14, ({ budget }) => budget),
  ].filter(({ read }) => intervention.some((item) => read(item) !== ''));
  return [caption(tools, words('report.interventions')), table(tools, columns, intervention, width)];
}

function countsPart(tools: WordTools, index: MaterialIndex, width: number): readonly (Paragraph | Table)[] {
  const { words } = tools;
  const { byMethod, byGroup } = peopleOf(index);
  if (byMethod.rows.length === 0) return paragraphsOf(tools, words('report.none'));
  const shown = (count: ShownCount): string => (count === null ? words('matrix.hidden') : String(count));
  const [before = '', between = '', after = ''] = words('report.heard', {
    sources: byMethod.rows.reduce((sum, row) => sum + row.sources, 0),
    people: shown(byGroup.total),
    methods: '\u0001',
    groups: '\u0001',
  }).split('\u0001');
  const first = tools.captions.count + 1;
  const methods: readonly CountRow[] = byMethod.rows.map((row) => ({
    name: words(`methods.${row.method}`),
    sources: String(row.sources),
    counts: row.counts.map(shown),
    total: row.method === 'document' ? '' : shown(row.total),
  }));
  const groups = new Map<string, { counts: ShownCount[]; total: ShownCount }>();
  for (const { group, counts, total } of byGroup.rows) {
    const known = groups.get(group);
    groups.set(group, {
      counts: counts.map((count, place) => add(count, known ? (known.counts[place] ?? null) : 0)),
      total: add(total, known ? known.total : 0),
    });
  }
  const types: readonly CountRow[] = [
    ...[...groups].map(([group, { counts, total }]) => ({
      name: group || words('people.other-types'),
      sources: '',
      counts: counts.map(shown),
      total: shown(total),
    })),
    {
      name: words('report.total'),
      sources: '',
      counts: byGroup.columnTotals.map(shown),
      total: shown(byGroup.total),
    },
  ];
  return [
    new Paragraph({
      children: [
        ...runsOf(tools, before),
        captionReference(tools, BY_METHOD, first),
        ...runsOf(tools, between),
        captionReference(tools, BY_GROUP, first + 1),
        ...runsOf(tools, after),
      ],
    }),
    caption(tools, words('report.by-method'), BY_METHOD),
    table(tools, countColumns(tools, words('annex.method'), true), methods, width),
    caption(tools, words('report.by-group'), BY_GROUP),
    table(tools, countColumns(tools, words('table-column.stakeholder-type'), false), types, width, {
      lastIsTotal: true,
    }),
  ];
}

function add(a: ShownCount, b: ShownCount): ShownCount {
  return a === null || b === null ? null : a + b;
}

function countColumns(tools: WordTools, first: string, hasSources: boolean): readonly WordColumn<CountRow>[] {
  const { words } = tools;
  return [
    { header: first, share: 30, read: ({ name }) => name, bold: true },
    ...(hasSources ? [{ header: words('annex.sources'), share: 10, read: ({ sources }: CountRow) => sources }] : []),
    ...countedSexes.map((sex, place): WordColumn<CountRow> => ({
      header: words(`table-column.${sex}`),
      share: 10,
      read: ({ counts }) => counts[place] ?? '',
    })),
    { header: words('report.people'), share: 10, read: ({ total }) => total },
  ];
}

/** What the reader must know before believing: taken from the records, so that none is forgotten. */
function limitationsOf(tools: WordTools, index: MaterialIndex, content: ReportContent): readonly Paragraph[] {
  const { words } = tools;
  const findings = content.sections.flatMap((section) => section.findings);
  const numbers = (fits: (finding: (typeof findings)[number]) => boolean): string =>
    findings
      .filter(fits)
      .map(({ finding }) => finding.number)
      .join(', ');
  const single = numbers(({ suggestedStrength }) => suggestedStrength === 'single-source');
  const weak = numbers(({ finding }) => finding.strength === 'limited' || finding.strength === 'poor');
  const unanswered = numbers(({ contrary, finding }) => contrary.length > 0 && finding.contested.trim() === '');
  const unjudged = numbers(({ finding }) => finding.strength === null);
  const heldBack = findings.reduce((sum, finding) => sum + finding.heldBack, 0);
  const withdrawn = findings.reduce((sum, finding) => sum + finding.withdrawn, 0);
  const empty = content.emptyCriteria.map(({ name }) => name).join(', ');
  const lines = [
    single && words('limitation.single-source', { numbers: single }),
    weak && words('limitation.weak', { numbers: weak }),
    unanswered && words('limitation.unanswered', { numbers: unanswered }),
    unjudged && words('limitation.not-judged', { numbers: unjudged }),
    empty && words('report.criteria-without-findings', { criteria: empty }),
    heldBack + withdrawn > 0 && words('limitation.held-back', { count: heldBack + withdrawn }),
    ...leftOutReasons.flatMap((reason) => {
      const count = content.leftOut.reduce((sum, item) => sum + (item.reason === reason ? item.excerpts : 0), 0);
      return count > 0 ? [words(`remark.left-out-${reason}`, { count })] : [];
    }),
    ...index.material.records.question.flatMap(({ number, limits }) => (limits.trim() ? [`${number}: ${limits}`] : [])),
  ].filter((line): line is string => Boolean(line));
  if (lines.length === 0) return paragraphsOf(tools, words('limitation.none'));
  return lines.map((line) => new Paragraph({ bullet: { level: 0 }, children: [...runsOf(tools, line)] }));
}
