/** What is still to be decided after a merge, and how deciding ends it, in every copy. */
import { describe, expect, test } from 'vitest';
import type { Draft } from '#shared/domain/change/change.ts';
import { openConflicts, settleConflict } from '#shared/domain/change/conflict.ts';
import { editCode, removeCode } from '#shared/domain/codebook/codebook-edits.ts';
import { authorOf, smallProject } from '#tests/support/small-project.ts';
import { copyOf, take, type Copy } from '#tests/unit/merge/simulated-team.ts';

function commit(copy: Copy, name: string, draft: Draft): void {
  const change = copy.project.prepare(draft, authorOf(name));
  if (!change) throw new Error('The draft changes nothing.');
  copy.project.apply(change);
  copy.log.push(change);
}

/** Ana and Luis name the same code differently, without knowing of each other. */
function disagreement() {
  const base = smallProject();
  const code = base.project.all('code')[0]!;
  const [ana, luis, eva] = [copyOf(base.log), copyOf(base.log), copyOf(base.log)];
  commit(ana, 'ana', editCode(code, { name: 'Adecuación' }));
  commit(luis, 'luis', editCode(code, { name: 'Conveniencia' }));
  take(ana, luis.log);
  take(luis, ana.log);
  return { ana, luis, eva, code };
}

describe('a conflict', () => {
  test('stands open in both copies until one of them decides, and then in none', () => {
    const { ana, luis, eva } = disagreement();
    const [conflict] = openConflicts(ana.project.fold);
    expect(openConflicts(luis.project.fold)).toEqual([conflict]);
    expect([conflict!.kept, conflict!.overwritten].sort()).toEqual(['Adecuación', 'Conveniencia']);
    commit(luis, 'luis', settleConflict(luis.project.fold, conflict!, 'overwritten'));
    for (const copy of [ana, eva]) {
      take(copy, luis.log);
      expect(openConflicts(copy.project.fold)).toEqual([]);
      expect(copy.project.all('code')[0]!.name).toBe(conflict!.overwritten);
    }
  });

  test('is decided by keeping what stands, too', () => {
    const { ana, luis, code } = disagreement();
    const [conflict] = openConflicts(ana.project.fold);
    commit(ana, 'ana', settleConflict(ana.project.fold, conflict!, 'kept'));
    take(luis, ana.log);
    expect(openConflicts(luis.project.fold)).toEqual([]);
    expect(luis.project.get('code', code.id)!.name).toBe(conflict!.kept);
  });

  test('is not decided by a form that hands in what it did not change', () => {
    const { ana, code } = disagreement();
    const now = ana.project.get('code', code.id)!;
    commit(ana, 'ana', editCode(now, { name: now.name, definition: 'new' }));
    expect(openConflicts(ana.project.fold)).toHaveLength(1);
  });

  test('between a removal and an edit is listed: the edit stands, and the removal can be done all the same', () => {
    const base = smallProject();
    const code = base.project.all('code')[2]!;
    const [ana, luis] = [copyOf(base.log), copyOf(base.log)];
    commit(ana, 'ana', removeCode(ana.project, code));
    commit(luis, 'luis', editCode(code, { definition: 'still needed' }));
    take(luis, ana.log);
    take(ana, luis.log);
    const [conflict] = openConflicts(luis.project.fold);
    expect(openConflicts(ana.project.fold)).toEqual([conflict]);
    expect(conflict).toMatchObject({ id: code.id, field: null, overwritten: 'removed' });
    const kept = copyOf(luis.log);
    commit(kept, 'eva', settleConflict(kept.project.fold, conflict!, 'kept'));
    expect(openConflicts(kept.project.fold)).toEqual([]);
    commit(luis, 'luis', settleConflict(luis.project.fold, conflict!, 'overwritten'));
    take(ana, luis.log);
    expect(ana.project.get('code', code.id)).toBeUndefined();
  });
});
