/** Queries over codings, counted again the plain way. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { NEAR_UNITS, readQuery, relations, writeQuery, type QuoteQuery } from '#shared/analysis/query/quote-query.ts';
import { runQuery } from '#shared/analysis/query/run-query.ts';
import { codePassage, starCodings } from '#shared/domain/coding/coding-edits.ts';
import { directions, type Coding } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { Segment } from '#shared/domain/source/source-content.ts';
import { seededBytes } from '#tests/support/random.ts';
import { ANA, LUIS, smallProject } from '#tests/support/small-project.ts';

const LENGTH = 2000;
const text = Array.from({ length: LENGTH }, (_, place) => 'añb c'[place % 5]).join('');
/** Turns of 100, every third one missing. */
const segments: readonly Segment[] = Array.from({ length: LENGTH / 100 }, (_, place) => place)
  .filter((place) => place % 3 !== 2)
  .map((place) => ({ start: place * 100, end: place * 100 + 100, role: 'turn' }));
const contentOf = () => ({ text, segments });

const someCoding = fc.record({
  source: fc.nat(1),
  code: fc.nat(3),
  start: fc.nat(LENGTH - 200),
  length: fc.integer({ min: 1, max: 160 }),
  direction: fc.constantFrom(...directions),
  isAna: fc.boolean(),
  memo: fc.constantFrom('', 'añejo'),
  starred: fc.boolean(),
});

const codeIds = smallProject()
  .project.all('code')
  .map(({ id }) => id);
const codes = fc.subarray(codeIds.slice(0, 4), { minLength: 1 });
const { query } = fc.letrec<{ query: QuoteQuery }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('code' as const), codes }),
    fc.record({ kind: fc.constant('direction' as const), values: fc.subarray([...directions]) }),
    fc.record({ kind: fc.constant('coder' as const), ids: fc.subarray([ANA.person as string, LUIS.person as string]) }),
    fc.record({ kind: fc.constantFrom('starred' as const) }),
    fc.record({ kind: fc.constantFrom('words' as const, 'memo' as const), text: fc.constantFrom('anb', 'NB C', 'zz') }),
    fc.record({ kind: fc.constant('relation' as const), relation: fc.constantFrom(...relations), codes }),
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('query'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), of: tie('query') }),
  ),
}));

function build(list: readonly (typeof someCoding extends fc.Arbitrary<infer One> ? One : never)[]): Project {
  const small = smallProject();
  const randomBytes = seededBytes(9);
  for (const one of list) {
    const source = small.project.get('source', small.sources[one.source]!)!;
    const { id, draft } = codePassage(
      {
        source,
        code: small.project.get('code', codeIds[one.code]!)!,
        start: one.start,
        end: one.start + one.length,
        coder: one.isAna ? ANA.person : LUIS.person,
        codedAt: '',
        direction: one.direction,
        memo: one.memo,
      },
      randomBytes,
    );
    small.commit(draft);
    if (one.starred) small.commit(starCodings([small.project.get('coding', id)!], true));
  }
  return small.project;
}

function fits(project: Project, coding: Coding, one: QuoteQuery): boolean {
  const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  switch (one.kind) {
    case 'all':
      return one.of.every((part) => fits(project, coding, part));
    case 'any':
      return one.of.some((part) => fits(project, coding, part));
    case 'not':
      return !fits(project, coding, one.of);
    case 'code':
      return one.codes.includes(coding.code);
    case 'direction':
      return one.values.includes(coding.direction);
    case 'coder':
      return one.ids.includes(coding.coder);
    case 'starred':
      return coding.starred === true;
    case 'words':
      return plain(text.slice(coding.start, coding.end)).includes(plain(one.text));
    case 'memo':
      return plain(coding.memo).includes(plain(one.text));
    case 'relation':
      return project
        .all('coding')
        .some(
          (other) =>
            other.id !== coding.id &&
            other.source === coding.source &&
            one.codes.includes(other.code) &&
            isRelated(coding, other, one.relation),
        );
    default:
      throw new Error(one.kind);
  }
}

function isRelated(a: Coding, b: Coding, relation: (typeof relations)[number]): boolean {
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end);
  if (relation === 'same-source') return true;
  if (relation === 'overlaps') return gap < 0;
  if (relation === 'near') return gap < NEAR_UNITS;
  if (relation === 'followed-by') return b.start >= a.end && b.start - a.end <= NEAR_UNITS;
  return segments.some((unit) => [a, b].every(({ start, end }) => start < unit.end && end > unit.start));
}

describe('a query', () => {
  test('finds what a plain count finds', () => {
    fc.assert(
      fc.property(fc.array(someCoding, { maxLength: 12 }), query, (list, one) => {
        const project = build(list);
        const expected = project.all('coding').filter((coding) => fits(project, coding, one));
        expect([...runQuery(project, one, contentOf)].sort()).toEqual(expected.map(({ id }) => id).sort());
      }),
      { numRuns: 300 },
    );
  });

  test('is written down and read again; what is none is refused', () => {
    fc.assert(
      fc.property(query, (one) => {
        expect(readQuery(writeQuery(one))).toEqual(one);
      }),
    );
    for (const wrong of ['', '{', '{"kind":"code"}', '{"kind":"all","of":[{"kind":"huh"}]}', '[]']) {
      expect(readQuery(wrong)).toBeNull();
    }
  });

  test('over attributes asks who speaks, and finds what is not stated', () => {
    const small = smallProject();
    const [first, second] = small.sources.map((id) => small.project.get('source', id)!);
    const code = small.project.all('code')[0]!;
    const made = [first!, second!].map((source) => {
      const { id, draft } = codePassage(
        { source, code, start: 1, end: 9, coder: ANA.person, codedAt: '' },
        seededBytes(source.order + 5),
      );
      small.commit(draft);
      return id;
    });
    const participant = Object.values(first!.speakers)[0]!;
    const id = 'participant' in participant ? participant.participant : asId<'participant'>('');
    small.commit({
      label: { key: 'test', values: {} },
      ops: [{ op: 'set', kind: 'participant', id, fields: { group: 'Sociedad civil' } }],
    });
    const ask = (values: readonly string[]) =>
      runQuery(small.project, { kind: 'attribute', dimension: 'group', values }, contentOf);
    expect(ask(['sociedad  CIVIL'])).toEqual([made[0]]);
    expect(ask([''])).toEqual([made[1]]);
    expect(ask(['', 'Sociedad civil'])).toEqual(made);
  });
});
