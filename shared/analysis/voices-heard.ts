/** What saturation and quote balance are measured on: the themes of each interview by group, quotes by voice. */
import type { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { valuesOf } from '#shared/analysis/dimension.ts';
import { NOBODY } from '#shared/analysis/coding-facts.ts';
import { measureBalance, type QuoteBalance } from '#shared/analysis/quote-balance.ts';
import { buildCodebook, foldName } from '#shared/domain/codebook/codebook.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';

export type GroupInterviews = {
  /** Stakeholder group; '' for all groups together. */
  readonly group: string;
  /** Themes of each coded interview and focus group, in the order in which they were held. */
  readonly interviews: readonly (readonly CodeId[])[];
  readonly names: readonly string[];
};

/**
 * Interviews and focus groups with the themes (codes below the criteria) that their people speak of, for all and for
 * each group. Those that are not coded yet are left out: nothing is known of them.
 */
export function interviewsByGroup(facts: CodingFacts): readonly GroupInterviews[] {
  const { project } = facts;
  const themes = new Map<number, CodeId>();
  for (const code of project.all('code')) if (code.parent !== null) themes.set(facts.codeNumber(code.id), code.id);
  const held = facts
    .read()
    .filter(
      ({ source, codings }) => (source.method === 'interview' || source.method === 'focus-group') && codings.length > 0,
    )
    .sort((a, b) => compareText(a.source.date || LAST, b.source.date || LAST) || a.source.order - b.source.order);
  const groups = new Map<string, { group: string; interviews: CodeId[][]; names: string[] }>();
  const add = (group: string, name: string, own: ReadonlySet<CodeId>): void => {
    const key = foldName(group);
    let entry = groups.get(key);
    if (!entry) groups.set(key, (entry = { group, interviews: [], names: [] }));
    entry.interviews.push([...own]);
    entry.names.push(name);
  };
  for (const { source, codings, codes, speakers } of held) {
    const all = new Set<CodeId>();
    const byGroup = new Map<string, Set<CodeId>>();
    codings.forEach((_, place) => {
      const theme = themes.get(codes[place] as number);
      const speaker = speakers[place] as number;
      const id = speaker === NOBODY ? undefined : facts.participantId(speaker);
      const [group] = valuesOf(project, 'group', source, id && project.get('participant', id));
      if (theme !== undefined) all.add(theme);
      if (group === undefined) return;
      const own = byGroup.get(group) ?? new Set<CodeId>();
      if (theme !== undefined) own.add(theme);
      byGroup.set(group, own);
    });
    add('', source.name, all);
    for (const [group, own] of byGroup) add(group, source.name, own);
  }
  return [...groups.values()].sort((a, b) => compareText(a.group, b.group));
}

/** Sources without a date come last. */
const LAST = '9999';

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export type CriterionBalance = { readonly criterion: Code; readonly balance: QuoteBalance };

/** How the excerpts under each criterion spread over voices. */
export function balanceByCriterion(facts: CodingFacts): readonly CriterionBalance[] {
  const codebook = buildCodebook(facts.project.all('code'));
  const criteria = codebook.roots.filter((code) => isCriterion(code) && !code.hidden);
  const places = new Map<number, Map<number, number>>();
  const counts = criteria.map((criterion) => {
    const quotes = new Map<number, number>();
    for (const id of codebook.withDescendants(criterion.id)) places.set(facts.codeNumber(id), quotes);
    return { criterion, quotes };
  });
  for (const { codes, voices } of facts.read()) {
    for (let place = 0; place < codes.length; place += 1) {
      const quotes = places.get(codes[place] as number);
      const voice = voices[place] as number;
      quotes?.set(voice, (quotes.get(voice) ?? 0) + 1);
    }
  }
  return counts.map(({ criterion, quotes }) => ({ criterion, balance: measureBalance(quotes.values()) }));
}
