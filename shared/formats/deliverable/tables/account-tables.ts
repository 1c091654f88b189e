/** Who was heard, what was read, what was asked: people, documents, evaluation matrix, coverage, codebook. */
import { buildQuestionTree } from '#shared/domain/evaluation/question-tree.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import { sourceMethods, type Source } from '#shared/domain/source/source.ts';
import { countedSex, countedSexes, countPeople, type PeopleCounts } from '#shared/formats/deliverable/people-counts.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { namesOf } from '#shared/formats/deliverable/tables/chain-tables.ts';
import {
  columnsOf,
  SEPARATOR,
  tableOf,
  type DataCell,
  type DataTable,
} from '#shared/formats/deliverable/tables/data-table.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

/** The counts that the selection made, before genders were taken out; counted here where nothing was selected. */
export function peopleOf(index: MaterialIndex): PeopleCounts {
  return index.material.people ?? countPeople(index.material, 'full');
}

/** The annex of stakeholders: number, organisation, type, sex, country, with totals. Never a name. */
export function peopleTable(index: MaterialIndex, words: Words): DataTable {
  const { byGroup } = peopleOf(index);
  type Line = Pick<(typeof byGroup.rows)[number], 'organisation' | 'group' | 'country' | 'counts' | 'total'>;
  const column = columnsOf<Line>(words);
  const shown = (count: number | null): DataCell => count ?? words('matrix.hidden');
  const total: Line = {
    organisation: words('report.total'),
    group: '',
    country: '',
    counts: byGroup.columnTotals,
    total: byGroup.total,
  };
  return tableOf(
    'people',
    [
      column('interviewees', 14, ({ total: count }) => shown(count), 'number'),
      column('organisation', 30, ({ organisation }) => organisation),
      column('stakeholder-type', 30, (line) => (line === total ? '' : line.group || words('people.other-types'))),
      ...countedSexes.map((sex, place) => column(sex, 12, ({ counts }) => shown(counts[place] ?? null), 'number')),
      column('country', 18, ({ country }) => country),
    ],
    byGroup.rows.length === 0 ? [] : [...byGroup.rows, total],
    0,
  );
}

/** The annex of the desk review. */
export function documentTable(index: MaterialIndex, words: Words): DataTable {
  const column = columnsOf<{ readonly source: Source; readonly number: number }>(words);
  return tableOf(
    'documents',
    [
      column('document-number', 8, ({ number }) => number, 'number'),
      column('document-title', 60, ({ source }) => source.name),
      column('document-date', 12, ({ source }) => source.date, 'date'),
      column('language', 10, ({ source }) => source.language ?? ''),
      column('interventions', 16, ({ source }) => index.interventionCodes(source.interventions).join(SEPARATOR)),
    ],
    index.material.records.source
      .filter(({ method }) => method === 'document')
      .map((source, place) => ({ source, number: place + 1 })),
  );
}

/** The evaluation matrix: questions under their criteria, how they were to be answered, and what was found. */
export function evaluationMatrixTable(index: MaterialIndex, words: Words): DataTable {
  const { question, finding, code } = index.material.records;
  const tree = buildQuestionTree(question);
  const names = new Map(code.map((item) => [item.id as string, item.name]));
  const column = columnsOf<Question>(words);
  const criterionOf = (item: Question): string => {
    const own = tree.criterionOf(item);
    return [own ? (names.get(own) ?? '') : '', namesOf(item.criteria, names)].filter(Boolean).join(', ');
  };
  return tableOf(
    'evaluation-matrix',
    [
      column('criterion', 20, criterionOf),
      column('number', 8, ({ number }) => number),
      column('question', 50, ({ text }) => text),
      column('standard', 36, ({ standard }) => standard),
      column('indicators', 36, ({ indicators }) => indicators),
      column('assumptions', 30, ({ assumptions }) => assumptions),
      column('planned-sources', 30, ({ sources }) => sources),
      column('planned-methods', 24, ({ methods }) =>
        sourceMethods.flatMap((method) => (methods[method] ? [words(`methods.${method}`)] : [])).join(SEPARATOR),
      ),
      column('planned-groups', 24, ({ groups }) => Object.keys(groups).join(SEPARATOR)),
      column('analysis', 30, ({ analysis }) => analysis),
      column('limits', 30, ({ limits }) => limits),
      column('answer', 40, ({ answer }) => answer),
      column('findings', 14, ({ id }) =>
        finding.flatMap((item) => (item.questions?.[id] ? [item.number] : [])).join(', '),
      ),
    ],
    tree.flat.map(({ question: item }) => item),
    2,
  );
}

/** The codebook with how often each code is used. */
export function codebookTable(index: MaterialIndex, words: Words): DataTable {
  const column = columnsOf<Code>(words);
  const uses = new Map<string, { excerpts: number; sources: Set<string> }>();
  for (const { id, code, source } of index.material.records.coding) {
    if (index.material.heldBack?.has(id)) continue;
    const known = uses.get(code) ?? { excerpts: 0, sources: new Set<string>() };
    known.excerpts += 1;
    known.sources.add(source);
    uses.set(code, known);
  }
  const { byId } = index.codebook;
  return tableOf(
    'codebook',
    [
      column('code', 36, (item) => `${'   '.repeat(index.codebook.pathOf(item.id).length - 1)}${item.name}`),
      column('parent', 24, ({ parent }) => (parent ? (byId.get(parent)?.name ?? '') : '')),
      column('criterion', 20, ({ id }) => {
        const root = index.codebook.rootOf(id);
        return root?.criterion ? root.name : '';
      }),
      column('definition', 70, ({ definition }) => definition),
      column('excerpt-count', 10, ({ id }) => uses.get(id)?.excerpts ?? 0, 'number'),
      column('source-count', 10, ({ id }) => uses.get(id)?.sources.size ?? 0, 'number'),
    ],
    index.codebook.flat.map(({ code }) => code),
  );
}

type CoverageLine = {
  readonly method: string;
  readonly group: string;
  readonly gender: string;
  readonly intervention: string;
  planned: number;
  invited: number;
  declined: number;
  reached: number;
  coded: number;
};

/** Planned, invited, reached and coded people by group, method, intervention and gender. Not for the public. */
export function coverageTable(index: MaterialIndex, words: Words): DataTable {
  const lines = new Map<string, CoverageLine>();
  const lineOf = (method: string, group: string, gender: string, intervention: string): CoverageLine => {
    const key = JSON.stringify([method, group, gender, intervention]);
    const known = lines.get(key);
    if (known) return known;
    const made = { method, group, gender, intervention, planned: 0, invited: 0, declined: 0, reached: 0, coded: 0 };
    lines.set(key, made);
    return made;
  };
  if (index.material.profile !== 'public') {
    for (const item of index.material.records['planned-sample']) {
      const intervention = item.intervention ? index.interventionCodes({ [item.intervention]: true }).join() : '';
      const sex = item.gender === '' ? '' : words(`table-column.${countedSex(item.gender)}`);
      const line = lineOf(item.method, item.group, sex, intervention);
      line.planned += item.planned;
      line.invited += item.invited ?? 0;
      line.declined += item.declined ?? 0;
    }
    const coded = new Set(index.material.records.coding.map(({ source }) => source));
    for (const source of index.material.records.source) {
      for (const id of participantsOf(source)) {
        const person = index.participants.get(id);
        if (!person) continue;
        const own = Object.keys(person.interventions).length > 0 ? person.interventions : source.interventions;
        const intervention = index.interventionCodes(own).join(SEPARATOR);
        const line = lineOf(
          source.method,
          person.group,
          words(`table-column.${countedSex(person.gender)}`),
          intervention,
        );
        line.reached += 1;
        if (coded.has(source.id)) line.coded += 1;
      }
    }
  }
  const column = columnsOf<CoverageLine>(words);
  const count = (id: 'planned' | 'invited' | 'declined' | 'reached' | 'coded') =>
    column(id, 11, (line) => line[id], 'number');
  return tableOf(
    'coverage',
    [
      column('stakeholder-type', 30, ({ group }) => group),
      column('method', 18, ({ method }) => words(`methods.${method}`)),
      column('intervention', 18, ({ intervention }) => intervention),
      column('sex', 14, ({ gender }) => gender),
      count('planned'),
      count('invited'),
      count('declined'),
      count('reached'),
      count('coded'),
    ],
    [...lines.values()].sort((a, b) => a.group.localeCompare(b.group) || a.method.localeCompare(b.method)),
  );
}
