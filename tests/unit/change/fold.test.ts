import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { Change, Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import { freezeFold, thawFold, type FoldSnapshot } from '#shared/domain/change/fold-snapshot.ts';
import { codePassage, removeCodings, setDirection, writeMemo } from '#shared/domain/coding/coding-edits.ts';
import { removeCode } from '#shared/domain/codebook/codebook-edits.ts';
import { Project } from '#shared/domain/project/project.ts';
import { seededBytes } from '#tests/support/random.ts';
import { ANA, authorOf, LUIS, smallProject, visibleState, type SmallProject } from '#tests/support/small-project.ts';

const draft = (...ops: Operation[]): Draft => ({ label: { key: 'test', values: {} }, ops });

function copyOf(log: readonly Change[]): Project {
  const project = new Project();
  for (const change of log) project.apply(change);
  return project;
}

function codeOnce({ project, sources, commit }: SmallProject) {
  const source = project.get('source', sources[0]!)!;
  const code = project.all('code')[0]!;
  const { id, draft: coding } = codePassage(
    { source, code, start: 10, end: 20, coder: ANA.person, codedAt: '' },
    seededBytes(7),
  );
  commit(coding);
  return { id, code, source };
}

describe('one fold for all copies', () => {
  test('an edit wins over a removal that had not seen it, whichever arrives first', () => {
    const small = smallProject();
    const { id } = codeOnce(small);
    const ana = copyOf(small.log);
    const luis = copyOf(small.log);
    const removal = ana.prepare(removeCodings([ana.get('coding', id)!]), ANA)!;
    const memo = luis.prepare(writeMemo(luis.get('coding', id)!, 'keep this'), LUIS)!;
    const one = copyOf([...small.log, removal, memo]);
    const other = copyOf([...small.log, memo, removal]);
    expect(one.get('coding', id)?.memo).toBe('keep this');
    expect(visibleState(other)).toEqual(visibleState(one));
  });

  test('a removal that has seen the edit removes', () => {
    const small = smallProject();
    const { id } = codeOnce(small);
    small.commit(writeMemo(small.project.get('coding', id)!, 'note'), LUIS);
    small.commit(removeCodings([small.project.get('coding', id)!]), ANA);
    expect(small.project.get('coding', id)).toBeUndefined();
    expect(small.project.codingsOfSource(small.sources[0]!)).toEqual([]);
  });

  test('a code removed without knowing of a new coding stays, with the coding', () => {
    const small = smallProject();
    const code = small.project.all('code')[2]!;
    const ana = copyOf(small.log);
    const luis = copyOf(small.log);
    const removal = ana.prepare(removeCode(ana, code), ANA)!;
    const source = luis.get('source', small.sources[0]!)!;
    const coded = luis.prepare(
      codePassage({ source, code, start: 0, end: 5, coder: LUIS.person, codedAt: '' }, seededBytes(3)).draft,
      LUIS,
    )!;
    const merged = copyOf([...small.log, coded, removal]);
    expect(merged.get('code', code.id)).toEqual(code);
    expect(merged.all('coding')).toHaveLength(1);
  });

  test('a later clock wins however wrong the wall clocks are, and the other value is listed', () => {
    const small = smallProject();
    const { id } = codeOnce(small);
    const lastYear = authorOf('luis', ANA.nowMilliseconds - 365 * 86_400_000);
    const luis = copyOf(small.log);
    const second = luis.prepare(setDirection([luis.get('coding', id)!], 'contradicts'), lastYear)!;
    luis.apply(second);
    // Luis' laptop is a year behind, yet he edited after seeing Ana's coding.
    expect(luis.get('coding', id)?.direction).toBe('contradicts');
    const ana = copyOf(small.log);
    const third = ana.prepare(setDirection([ana.get('coding', id)!], 'mixed'), ANA)!;
    ana.apply(third);
    const overwrites = ana.apply(second);
    expect(overwrites).toMatchObject([{ kind: 'coding', id, field: 'direction' }]);
    expect([overwrites[0]!.kept, overwrites[0]!.overwritten].sort()).toEqual(['contradicts', 'mixed']);
    luis.apply(third);
    expect(visibleState(luis)).toEqual(visibleState(ana));
  });

  test('entries of a map field are edited apart', () => {
    const small = smallProject();
    const id = small.sources[0]!;
    const ana = copyOf(small.log);
    const luis = copyOf(small.log);
    const first = ana.prepare(draft(setMapEntry('source', id, 'attributes', 'Estado', 'Chiapas')), ANA)!;
    const second = luis.prepare(draft(setMapEntry('source', id, 'attributes', 'Sexo', 'mujer')), LUIS)!;
    const merged = copyOf([...small.log, first, second]);
    expect(merged.get('source', id)?.attributes).toEqual({ Estado: 'Chiapas', Sexo: 'mujer' });
  });

  test('half a record, whose making was lost, is kept out of sight and comes back whole', () => {
    const small = smallProject();
    const { id } = codeOnce(small);
    const memo = small.commit(writeMemo(small.project.get('coding', id)!, 'later'));
    const making = small.log.at(-2)!;
    const copy = copyOf(small.log.slice(0, -2));
    copy.apply(memo);
    expect(copy.get('coding', id)).toBeUndefined();
    copy.apply(making);
    expect(visibleState(copy)).toEqual(visibleState(small.project));
  });
});

describe('properties', () => {
  const people = ['ana', 'luis', 'eva'];
  /** A random history of three people who edit few records and sometimes exchange everything. */
  const steps = fc.array(
    fc.record({
      who: fc.nat(2),
      what: fc.constantFrom('set', 'map', 'remove', 'exchange'),
      record: fc.nat(3),
      field: fc.constantFrom('name', 'definition', 'color'),
      value: fc.string({ maxLength: 3 }),
      clock: fc.integer({ min: -1000, max: 1000 }),
    }),
    { maxLength: 40 },
  );

  function play(
    history: readonly (typeof steps extends fc.Arbitrary<infer T>
      ? T extends readonly (infer U)[]
        ? U
        : never
      : never)[],
  ): Change[] {
    const base = smallProject();
    const copies = people.map(() => copyOf(base.log));
    const log = [...base.log];
    for (const step of history) {
      const copy = copies[step.who]!;
      if (step.what === 'exchange') {
        for (const change of log) copy.apply(change);
        continue;
      }
      const codes = base.project.all('code');
      const id = codes[step.record]!.id;
      const op =
        step.what === 'set'
          ? setOperation('code', id, { [step.field]: step.value || 'x' })
          : step.what === 'map'
            ? setMapEntry('source', base.sources[0]!, 'attributes', step.field, step.value)
            : removeOperation('code', id);
      const change = copy.prepare(draft(op), authorOf(people[step.who]!, ANA.nowMilliseconds + step.clock));
      if (!change) continue;
      copy.apply(change);
      log.push(change);
    }
    return log;
  }

  test('the fold is the same for every order of arrival, repeated or not', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (history, dice) => {
        const log = play(history);
        const shuffled = [...log, ...log.slice(0, 5)];
        for (let index = shuffled.length - 1; index > 0; index -= 1) {
          const other = dice.next().value! % (index + 1);
          [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
        }
        expect(visibleState(copyOf(shuffled))).toEqual(visibleState(copyOf(log)));
      }),
      { numRuns: 300 },
    );
  });

  test('a snapshot in the middle changes nothing', () => {
    fc.assert(
      fc.property(steps, fc.nat(40), (history, cut) => {
        const log = play(history);
        const frozen = JSON.parse(JSON.stringify(freezeFold(copyOf(log.slice(0, cut)).fold))) as FoldSnapshot;
        const thawed = new Project(thawFold(frozen));
        for (const change of log) thawed.apply(change);
        expect(visibleState(thawed)).toEqual(visibleState(copyOf(log)));
      }),
      { numRuns: 200 },
    );
  });
});

test('an id from outside cannot reach a prototype', () => {
  const small = smallProject();
  small.commit(draft(setMapEntry('source', small.sources[0]!, 'attributes', '__proto__', 'x')));
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  expect(Object.keys(small.project.get('source', small.sources[0]!)!.attributes)).toContain('__proto__');
  expect(asId<'x'>('a')).toBe('a');
});
