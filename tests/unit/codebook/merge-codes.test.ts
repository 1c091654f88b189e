import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeCodes, planMerge, refuseMerge } from '#shared/domain/codebook/merge-codes.ts';
import { reviseSources } from '#shared/domain/revision/revision-edits.ts';
import { addFinding, linkCodings } from '#shared/domain/findings/finding-edits.ts';
import { invertChange } from '#shared/domain/change/invert.ts';
import { asId } from '#shared/basics/ids.ts';
import { EFFECTIVENESS, ExampleProject } from '#tests/unit/analysis/example-project.ts';

function prepare() {
  const example = new ExampleProject();
  const { project } = example;
  const trust = example.addCode('trust', EFFECTIVENESS, { definition: 'Believing them', aliases: { faith: true } });
  const confidence = example.addCode('confidence', EFFECTIVENESS, { definition: 'Relying on them', example: 'I rely' });
  const below = example.addCode('below', confidence);
  const source = example.addSource('E-01', 'interview');
  return { example, project, trust, confidence, below, source };
}

const must = <Value>(value: Value | undefined | null): Value => {
  if (value === undefined || value === null) throw new Error('missing');
  return value;
};

describe('merging two codes', () => {
  it('moves quotes and children, and keeps both definitions, the names and the example', () => {
    const { example, project, trust, confidence, below, source } = prepare();
    const moved = example.code(source, confidence, 'supports', 0, 5);
    const from = must(project.get('code', confidence));
    example.apply(mergeCodes(project, from, must(project.get('code', trust)), 'keep-both'));
    expect(project.get('code', confidence)).toBeUndefined();
    expect(project.get('coding', moved)?.code).toBe(trust);
    expect(project.get('code', below)?.parent).toBe(trust);
    expect(project.get('code', trust)).toMatchObject({
      name: 'trust',
      definition: 'Believing them\n\nconfidence: Relying on them',
      example: 'I rely',
      aliases: { faith: true, confidence: true },
    });
  });

  it('joins overlapping quotes when asked, with both memos, and findings keep their evidence', () => {
    const { example, project, trust, confidence, source } = prepare();
    const kept = example.code(source, trust, 'supports', 0, 20);
    const gone = example.code(source, confidence, 'contradicts', 10, 30);
    example.set('coding', kept, { memo: 'first' });
    example.set('coding', gone, { memo: 'second' });
    const { id, draft } = addFinding(
      project,
      { criterion: must(project.get('code', EFFECTIVENESS)), title: 't', text: '', evidence: [] },
      (count) => new Uint8Array(count).fill(3),
    );
    example.apply(draft);
    example.apply(linkCodings(must(project.get('finding', id)), [must(project.get('coding', gone))]));
    const from = must(project.get('code', confidence));
    const into = must(project.get('code', trust));
    expect(planMerge(project, from, into)).toMatchObject({ codings: 1, children: 1, overlaps: [{ length: 2 }] });
    example.apply(mergeCodes(project, from, into, 'join'));
    expect(project.codingsOfCode(trust)).toHaveLength(1);
    expect(project.get('coding', kept)).toMatchObject({
      start: 0,
      end: 30,
      direction: 'mixed',
      memo: 'first\n\nsecond',
    });
    expect(Object.keys(must(project.get('finding', id)).evidence)).toEqual([kept]);
  });

  it('joins quotes of a text that was edited since, with the ends and the revision that they count in', () => {
    const { example, project, trust, confidence, source } = prepare();
    const kept = example.code(source, trust, 'supports', 0, 20);
    example.code(source, confidence, 'supports', 10, 30);
    const { characters, revision } = must(project.get('source', source));
    const to = asId<'content'>('after');
    const by = { person: asId<'person'>('ana'), at: '' };
    const sections = [0, 5, characters, -1];
    const next = { source: must(project.get('source', source)), to, characters: characters + 5, sections };
    example.apply(
      reviseSources([{ ...next, renamed: new Map() }], 'edit', by, (count) => new Uint8Array(count).fill(8)),
    );
    example.apply(mergeCodes(project, must(project.get('code', confidence)), must(project.get('code', trust)), 'join'));
    expect(project.get('coding', kept)).toMatchObject({ revision: to, start: 5, end: 35 });
    expect(revision).not.toBe(to);
  });

  it('does not count codings of two people as one, nor codings that only touch', () => {
    const { example, project, trust, confidence, source } = prepare();
    example.code(source, trust, 'supports', 0, 10);
    example.code(source, confidence, 'supports', 10, 20);
    example.set('coding', example.code(source, confidence, 'supports', 2, 8), { coder: asId<'person'>('bea') });
    const plan = planMerge(project, must(project.get('code', confidence)), must(project.get('code', trust)));
    expect(plan.overlaps).toEqual([]);
  });

  it('refuses a criterion, a code into itself, and into what stands below it', () => {
    const { project, trust, confidence, below } = prepare();
    const code = (id: typeof trust) => must(project.get('code', id));
    expect(refuseMerge(project, code(EFFECTIVENESS), code(trust))).toBe('criterion');
    expect(refuseMerge(project, code(trust), code(trust))).toBe('same-code');
    expect(refuseMerge(project, code(confidence), code(below))).toBe('below-itself');
    expect(refuseMerge(project, code(below), code(confidence))).toBeNull();
  });

  it('loses no word and no memo, whatever overlaps, and one undo brings all back', () => {
    const stretch = fc.record({ at: fc.nat(60), long: fc.integer({ min: 1, max: 30 }), isFrom: fc.boolean() });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), fc.constantFrom('keep-both', 'join'), (stretches, choice) => {
        const { example, project, trust, confidence, source } = prepare();
        stretches.forEach(({ at, long, isFrom }, index) => {
          const id = example.code(source, isFrom ? confidence : trust, 'supports', at, at + long);
          example.set('coding', id, { memo: `memo ${index}.` });
        });
        const before = structuredClone([project.codingsOfSource(source), project.all('code')]);
        const covered = (): readonly number[] =>
          [...new Set(project.codingsOfSource(source).flatMap((one) => range(one.start, one.end)))].sort(
            (a, b) => a - b,
          );
        const words = covered();
        const change = must(
          project.prepare(
            mergeCodes(project, must(project.get('code', confidence)), must(project.get('code', trust)), choice),
            { replica: asId<'replica'>('merging'), person: asId<'person'>('ana'), nowMilliseconds: 1_700_000_000_001 },
          ),
        );
        project.apply(change);
        expect(covered()).toEqual(words);
        const memos = project
          .codingsOfSource(source)
          .map(({ memo }) => memo)
          .join('\n');
        stretches.forEach((_, index) => expect(memos).toContain(`memo ${index}.`));
        expect(project.codingsOfSource(source).every(({ code }) => code === trust)).toBe(true);
        example.apply({ label: change.label, ops: invertChange(project.fold, change).ops });
        expect([project.codingsOfSource(source), project.all('code')]).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
