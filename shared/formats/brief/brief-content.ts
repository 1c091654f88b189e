/** What stands in an evaluation brief, before any thought of Word or paper, and how many pages that makes. */
import type { Language } from '#shared/domain/evaluation/language.ts';
import { sourceMethods } from '#shared/domain/source/source.ts';
import { countedSexes } from '#shared/formats/deliverable/people-counts.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { peopleOf } from '#shared/formats/deliverable/tables/account-tables.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

/** A paragraph that begins with bold words, such as the criteria of a recommendation. */
export type BriefItem = { readonly lead: string; readonly text: string };

export type BriefContent = {
  readonly kind: string;
  readonly title: string;
  readonly language: Language;
  /** The title block: projects, region, duration, donors, team. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly { readonly title: string; readonly items: readonly BriefItem[] }[];
  /** Estimated from the length of what is in it. */
  readonly pages: number;
};

/** A brief has two pages. */
export const BRIEF_PAGES = 2;
/** Characters of a page of running text as we set it, and what a heading or the end of a paragraph costs beside its words. */
const PAGE = 6_200;
const PER_HEADING = 170;
const PER_PARAGRAPH = 60;
const PER_FACT = 70;
const MOST_PLACES = 8;

/** Puts the brief together from what a profile lets out. */
export function briefContent(material: EvaluationMaterial, language: Language, words: Words): BriefContent {
  const index = indexMaterial(material);
  const sections = [
    section(words('report.background'), plain(index.evaluation.summary)),
    section(words('brief.findings'), findingsByCriterion(index, words)),
    section(
      words('report.conclusions'),
      index.material.records.conclusion.map(({ text }) => ({ lead: '', text: oneLine(text) })),
    ),
    section(words('report.lessons'), learnings(index, 'lesson')),
    section(words('report.practices'), learnings(index, 'good-practice')),
    section(words('report.methodology'), plain(methodology(index, words))),
    section(words('report.recommendations'), recommendations(index)),
  ].filter(({ items }) => items.length > 0);
  const brief = {
    kind: words('brief.kind'),
    title: index.evaluation.title,
    language,
    facts: factsOf(index, words),
    sections,
  };
  return { ...brief, pages: estimatePages(brief) };
}

/** How many pages the brief fills, to one digit: counted where it is printed, estimated before. */
function estimatePages({ facts, sections }: Omit<BriefContent, 'pages'>): number {
  const characters =
    400 +
    facts.reduce((sum, { value }) => sum + PER_FACT + value.length, 0) +
    sections.reduce(
      (sum, { items }) =>
        sum + PER_HEADING + items.reduce((all, { lead, text }) => all + PER_PARAGRAPH + lead.length + text.length, 0),
      0,
    );
  return Math.round((characters / PAGE) * 10) / 10;
}

function section(title: string, items: readonly BriefItem[]): BriefContent['sections'][number] {
  return { title, items };
}

function plain(text: string): readonly BriefItem[] {
  return text
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ lead: '', text: line.trim() }));
}

function factsOf(index: MaterialIndex, words: Words): BriefContent['facts'] {
  const { intervention, person, source } = index.material.records;
  const distinct = (values: readonly string[]): string =>
    [...new Set(values.map((value) => value.trim()))].filter(Boolean).join('; ');
  const starts = intervention
    .map(({ startDate }) => startDate)
    .filter(Boolean)
    .sort();
  const ends = intervention
    .map(({ endDate }) => endDate)
    .filter(Boolean)
    .sort();
  const places = [...new Set(source.map(({ place }) => place.trim()).filter(Boolean))].sort();
  const facts = [
    {
      name: words('brief.projects'),
      value: distinct(intervention.map(({ code, title }) => [code, title].filter(Boolean).join(' '))),
    },
    {
      name: words('brief.region'),
      value: places.slice(0, MOST_PLACES).join(', ') + (places.length > MOST_PLACES ? ', …' : ''),
    },
    { name: words('intervention.duration'), value: [starts[0], ends.at(-1)].filter(Boolean).join(' – ') },
    { name: words('intervention.donors'), value: distinct(intervention.map(({ donors }) => donors)) },
    { name: words('intervention.budget'), value: distinct(intervention.map(({ budget }) => budget)) },
    { name: words('brief.team'), value: distinct(person.map(({ name }) => name)) },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** One short paragraph per criterion: what each finding says in its title, else in its first sentence. */
function findingsByCriterion(index: MaterialIndex, words: Words): readonly BriefItem[] {
  const { finding } = index.material.records;
  return index.codebook.roots.flatMap((root): BriefItem[] => {
    const those = finding.filter((item) => index.codebook.rootOf(item.criterion) === root);
    if (those.length === 0) return [];
    const text = those.map((item) => sentence(item.title || firstSentence(item.text) || words('report.untitled')));
    return [{ lead: root.name, text: text.join(' ') }];
  });
}

function recommendations(index: MaterialIndex): readonly BriefItem[] {
  const { recommendation, code } = index.material.records;
  return recommendation.map((item) => {
    const criteria = code.filter(({ id }) => item.criteria[id]).map(({ name }) => name);
    return { lead: criteria.join(', ') || item.number, text: oneLine(item.text) };
  });
}

function learnings(index: MaterialIndex, type: 'lesson' | 'good-practice'): readonly BriefItem[] {
  return index.material.records.learning
    .filter((item) => item.type === type)
    .map(({ text }) => ({ lead: '', text: oneLine(text) }));
}

/** Such as `9 interviews, 2 focus groups. 85 people: 47 women, 35 men.` */
function methodology(index: MaterialIndex, words: Words): string {
  const { byMethod, byGroup } = peopleOf(index);
  if (byMethod.rows.length === 0) return '';
  const methods = sourceMethods.flatMap((method) => {
    const row = byMethod.rows.find((item) => item.method === method);
    return row ? [`${words(`methods.${method}`).toLocaleLowerCase()}: ${row.sources}`] : [];
  });
  const sexes = countedSexes.flatMap((sex, place) => {
    const count = byGroup.columnTotals[place];
    return count ? [`${words(`table-column.${sex}`).toLocaleLowerCase()}: ${count}`] : [];
  });
  const groups = [...new Set(byGroup.rows.map(({ group }) => group))].filter(Boolean);
  return [
    words('brief.sources', { methods: methods.join(', ') }),
    byGroup.total === 0
      ? ''
      : words('brief.people', { people: byGroup.total ?? words('matrix.hidden'), sexes: sexes.join(', ') }),
    groups.length === 0 ? '' : words('brief.groups', { groups: groups.join(', ') }),
  ]
    .filter(Boolean)
    .join(' ');
}

function firstSentence(text: string): string {
  const [line = ''] = text.split('\n');
  return /^.*?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' ').trim();
}
