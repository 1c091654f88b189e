/** Whatever people do apart and in whatever order they exchange it: the same for all, nothing lost, nothing silent. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#shared/basics/json.ts';
import type { Change } from '#shared/domain/change/change.ts';
import { compareClocks } from '#shared/domain/change/clock.ts';
import { conflictKey, openConflicts } from '#shared/domain/change/conflict.ts';
import { freezeFold, thawFold, type FoldSnapshot } from '#shared/domain/change/fold-snapshot.ts';
import { applyChange, isKnown } from '#shared/domain/change/fold.ts';
import { forkFold } from '#shared/domain/merge/fork-fold.ts';
import { mergeChanges } from '#shared/domain/merge/merge-changes.ts';
import { Project } from '#shared/domain/project/project.ts';
import { visibleState } from '#tests/support/small-project.ts';
import { copyOf, play, steps, take, type Knowledge } from '#tests/unit/merge/simulated-team.ts';

/** All that a person sees of a copy: its records, and what is still to be decided. */
function picture(project: Project): unknown {
  return { records: visibleState(project), conflicts: openConflicts(project.fold).map(bare) };
}

function bare(conflict: ReturnType<typeof openConflicts>[number]): unknown {
  const { kind, id, field, kept, overwritten } = conflict;
  return { key: conflictKey(conflict), kind, id, field, kept, overwritten };
}

function shuffle<Item>(items: readonly Item[], dice: { next: () => { value?: number } }): Item[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = (dice.next().value ?? 0) % (index + 1);
    [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
  }
  return shuffled;
}

type Write = { readonly change: Change; readonly value: Json };

/** Field by field from the raw log, by what everybody really knew: the values that nobody wrote over knowingly. */
function unwrittenOver(log: readonly Change[], knowledge: Knowledge): ReadonlyMap<string, readonly Write[]> {
  const writes = new Map<string, Map<Change, Json>>();
  for (const change of log) {
    for (const operation of change.ops) {
      if (operation.op !== 'set') continue;
      for (const [field, value] of Object.entries(operation.fields)) {
        const name = `${operation.kind}/${operation.id}/${field}`;
        const ofField = writes.get(name) ?? new Map<Change, Json>();
        writes.set(name, ofField.set(change, value));
      }
    }
  }
  const left = new Map<string, readonly Write[]>();
  for (const [name, ofField] of writes) {
    const all = [...ofField].map(([change, value]) => ({ change, value }));
    left.set(
      name,
      all.filter(({ change }) => !all.some((later) => knowledge.get(later.change)?.has(change))),
    );
  }
  return left;
}

describe('several people apart', () => {
  test('end equal whoever takes over whom first, how often, and whatever copies are lost on the way', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat(100)), (history, dice) => {
        const { copies } = play(history);
        // Rounds of exchange in random order, some of them repeated.
        for (let round = 0; round < copies.length; round += 1) {
          for (const copy of shuffle([...copies, ...copies], dice)) {
            for (const other of shuffle(copies, dice)) take(copy, shuffle(other.log, dice));
          }
        }
        const [first, ...rest] = copies.map(({ project }) => picture(project));
        for (const other of rest) expect(other).toEqual(first);
      }),
      { numRuns: 80 },
    );
  });

  test('merge in any grouping to the same, and merging again changes nothing', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const [a, b, c] = play(history).copies.map(({ log }) => log);
        const leftFirst = copyOf(a!);
        take(leftFirst, b!);
        take(leftFirst, c!);
        const bc = copyOf(b!);
        take(bc, c!);
        const rightFirst = copyOf(bc.log);
        take(rightFirst, a!);
        expect(picture(rightFirst.project)).toEqual(picture(leftFirst.project));
        const before = picture(leftFirst.project);
        for (const log of [a!, b!, c!, bc.log, leftFirst.log]) {
          expect(take(leftFirst, log)).toEqual({ changes: 0, records: [], conflicts: [], people: [] });
        }
        expect(picture(leftFirst.project)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  test('lose nothing that any copy still has', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { copies } = play(history);
        const merged = copyOf(copies[0]!.log);
        for (const { log } of copies) take(merged, log);
        for (const change of copies.flatMap(({ log }) => log)) expect(isKnown(merged.project.fold, change)).toBe(true);
        expect(new Set(merged.log.map(({ replica, seq }) => `${replica}/${seq}`)).size).toBe(merged.log.length);
      }),
      { numRuns: 100 },
    );
  });

  test('every value that was overwritten without being known is listed, and no other', () => {
    let met = 0;
    fc.assert(
      fc.property(steps, (history) => {
        const { copies, knowledge } = play(history);
        const merged = copyOf(copies[0]!.log);
        for (const { log } of copies) take(merged, log);
        const expected: unknown[] = [];
        for (const [name, writes] of unwrittenOver(merged.log, knowledge)) {
          const [kind, id] = name.split('/');
          // Every copy makes these records alike; there is nothing to decide.
          if (kind === 'revision') continue;
          if (!merged.project.fold.entries[kind as 'code'].get(id!)?.record) continue;
          const ordered = [...writes].sort(
            (x, y) => compareClocks(y.change.clock, x.change.clock) || (x.change.replica < y.change.replica ? 1 : -1),
          );
          const [winner, ...others] = ordered;
          for (const { change, value } of others) {
            if (JSON.stringify(value) === JSON.stringify(winner!.value)) continue;
            expected.push({ name, kept: winner!.value, overwritten: value, by: `${change.replica}/${change.seq}` });
          }
        }
        const listed = openConflicts(merged.project.fold)
          .filter(({ field }) => field !== null)
          .map(({ kind, id, field, kept, overwritten, overwrittenBy: { replica, seq } }) => ({
            name: `${kind}/${id}/${field}`,
            kept,
            overwritten,
            by: `${replica}/${seq}`,
          }));
        const inOrder = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
        expect(inOrder(listed)).toEqual(inOrder(expected));
        met += listed.length;
      }),
      { numRuns: 200 },
    );
    expect(met).toBeGreaterThan(100);
  });

  test('the report says what is otherwise after the merge, and a look beforehand says the same', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { copies } = play(history);
        const [mine, theirs] = [copies[0]!, copies[1]!];
        const before = visibleState(mine.project) as Record<string, Record<string, unknown>>;
        const fork = forkFold(mine.project.fold, theirs.log);
        const preview = mergeChanges(fork, theirs.log, (changes) =>
          changes.map((change) => applyChange(fork, change).deltas),
        );
        expect(visibleState(mine.project)).toEqual(before);
        const report = take(mine, theirs.log);
        expect(report).toEqual(preview);
        const after = visibleState(mine.project) as Record<string, Record<string, unknown>>;
        const told = new Map(report.records.map(({ kind, id, what }) => [`${kind}/${id}`, what]));
        for (const kind of Object.keys(after)) {
          for (const id of new Set([...Object.keys(before[kind]!), ...Object.keys(after[kind]!)])) {
            const [was, is] = [before[kind]![id], after[kind]![id]];
            const what = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
            const isSame = JSON.stringify(was) === JSON.stringify(is);
            if (!isSame) expect([kind, id, told.get(`${kind}/${id}`)]).toEqual([kind, id, what]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a snapshot keeps what is still to be decided', () => {
    fc.assert(
      fc.property(steps, fc.nat(60), (history, cut) => {
        const { everything, copies } = play(history);
        const merged = copyOf(everything.slice(0, cut));
        const frozen = JSON.parse(JSON.stringify(freezeFold(merged.project.fold))) as FoldSnapshot;
        const thawed = new Project(thawFold(frozen));
        thawed.applyAll(copies[0]!.log);
        take(merged, copies[0]!.log);
        expect(picture(thawed)).toEqual(picture(merged.project));
      }),
      { numRuns: 100 },
    );
  });
});
