import { describe, expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { Change, Draft } from '#shared/domain/change/change.ts';
import { addCode, editCode, moveCode, removeCode, sortCodings } from '#shared/domain/codebook/codebook-edits.ts';
import { codesAfter, diffCodebooks } from '#shared/domain/codebook/codebook-diff.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { newEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { Project } from '#shared/domain/project/project.ts';
import { seededBytes } from '#tests/support/random.ts';
import { EFFECTIVENESS, ExampleProject } from '#tests/unit/analysis/example-project.ts';

const bytes = seededBytes(7);

describe('the codebook then and now', () => {
  it('tells what was added, renamed, moved, reworded, hidden and removed, in any order of the log', () => {
    const project = new Project();
    const log: Change[] = [];
    let nowMilliseconds = 1_700_000_000_000;
    const apply = (draft: Draft | null): void => {
      const author = { replica: asId<'replica'>('r'), person: asId<'person'>('ana'), nowMilliseconds };
      const change = draft && project.prepare(draft, author);
      if (!change) return;
      project.apply(change);
      log.push(change);
      nowMilliseconds += 1000;
    };
    const person = { id: asId<'person'>('ana'), name: 'Ana' };
    apply(newEvaluation({ title: 'T', language: 'en', interventions: [], person }, bytes));
    const add = (name: string, parent: CodeId | null): CodeId => {
      const { id, draft } = addCode(project, { name, parent }, bytes);
      apply(draft);
      return id;
    };
    const get = (id: CodeId) => project.get('code', id) ?? expect.fail();
    const trust = add('Trust', EFFECTIVENESS);
    const fear = add('Fear', EFFECTIVENESS);
    const old = add('Old', null);
    const version = log.length;
    apply(editCode(get(trust), { name: 'Confidence', definition: 'Believing them', hidden: true }));
    apply(moveCode(project, get(fear), trust, 1));
    apply(removeCode(project, get(old)));
    add('New', fear);

    const before = codesAfter(log.slice(0, version).reverse());
    const told = diffCodebooks(before, project.all('code'));
    expect(told.map(({ what, path }) => `${what} ${path.at(-1)}`)).toEqual([
      'renamed Confidence',
      'reworded Confidence',
      'hidden Confidence',
      'moved Fear',
      'added New',
      'removed Old',
    ]);
    expect(told[3]).toMatchObject({ before: ['Effectiveness'], after: ['Effectiveness', 'Confidence'] });
    expect(codesAfter(log)).toEqual(project.all('code'));
    expect(diffCodebooks(before, before)).toEqual([]);
  });
});

describe('splitting a code', () => {
  it('gives each quote the code it was sorted into, as one change, and leaves the others', () => {
    const example = new ExampleProject();
    const broad = example.addCode('broad', EFFECTIVENESS);
    const narrow = example.addCode('narrow', broad);
    const source = example.addSource('E-01', 'interview');
    const [first, second] = [0, 10].map((start) => example.code(source, broad, 'supports', start));
    const codings = [first].flatMap((id) => (id ? (example.project.get('coding', id) ?? []) : []));
    const code = example.project.get('code', broad) ?? expect.fail();
    const draft = sortCodings(code, [
      { code: narrow, codings },
      { code: broad, codings: [] },
    ]);
    expect(draft.label.values).toMatchObject({ count: 1 });
    example.apply(draft);
    expect(first && example.project.get('coding', first)?.code).toBe(narrow);
    expect(second && example.project.get('coding', second)?.code).toBe(broad);
  });
});
