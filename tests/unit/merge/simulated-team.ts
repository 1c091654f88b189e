/** People who edit one evaluation apart, on laptops with wrong clocks, and now and then take over each other's copies. */
import * as fc from 'fast-check';
import { asId } from '#shared/basics/ids.ts';
import type { Change, Draft, Operation } from '#shared/domain/change/change.ts';
import { openConflicts, settleConflict } from '#shared/domain/change/conflict.ts';
import { invertChange } from '#shared/domain/change/invert.ts';
import { kinds, kindShapes, type Kind } from '#shared/domain/kinds.ts';
import { mergeChanges, type MergeReport } from '#shared/domain/merge/merge-changes.ts';
import { Project } from '#shared/domain/project/project.ts';
import { authorOf, smallProject } from '#tests/support/small-project.ts';

const YEAR_MILLISECONDS = 365 * 86_400_000;
const NOW_MILLISECONDS = Date.UTC(2026, 0, 15, 9, 0, 0);

/** One step of one person. */
export type Step = {
  readonly who: number;
  readonly what: 'make' | 'set' | 'map' | 'touch' | 'remove' | 'undo' | 'settle' | 'take' | 'lose' | 'many';
  readonly kind: number;
  readonly record: number;
  readonly field: number;
  readonly value: string | number;
  readonly other: number;
};

const PEOPLE = 4;

/** A history stays with two kinds of record, so that people meet at the same ones; over many runs every kind comes up. */
export const steps = fc.array(fc.nat(kinds.length - 1), { minLength: 2, maxLength: 2 }).chain(historyAbout);

function historyAbout(about: readonly number[]): fc.Arbitrary<Step[]> {
  return fc.array(
    fc.record<Step>({
      who: fc.nat(PEOPLE - 1),
      what: fc.constantFrom(
        ...(['make', 'set', 'set', 'set', 'map', 'map', 'touch', 'remove', 'undo', 'settle'] as const),
        ...(['take', 'take', 'lose', 'many'] as const),
      ),
      kind: fc.constantFrom(...about),
      record: fc.nat(1),
      field: fc.nat(2),
      value: fc.oneof(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 3 })),
      other: fc.nat(PEOPLE - 1),
    }),
    { maxLength: 60 },
  );
}

export type Copy = { readonly project: Project; readonly log: Change[]; own: Change[] };

/** What a change's maker really knew: the truth that `seen` claims to tell. */
export type Knowledge = ReadonlyMap<Change, ReadonlySet<Change>>;

export type Team = {
  readonly copies: Copy[];
  /** Every change that was ever made, also those of copies that were lost. */
  readonly everything: Change[];
  readonly knowledge: Map<Change, ReadonlySet<Change>>;
};

export function copyOf(log: readonly Change[]): Copy {
  const project = new Project();
  project.applyAll(log);
  return { project, log: [...log], own: [] };
}

/** Takes all of one copy into another, as a merge does. */
export function take(into: Copy, from: readonly Change[]): MergeReport {
  return mergeChanges(into.project.fold, from, (changes) => {
    into.log.push(...changes);
    return into.project.applyAll(changes).map(({ deltas }) => deltas);
  });
}

/** Plays a history. */
export function play(history: readonly Step[]): Team {
  const base = smallProject();
  for (const record of [0, 1])
    base.commit({ label: { key: 'test', values: {} }, ops: kinds.map((kind) => wholeRecord(kind, record)) });
  const everything = [...base.log];
  const knowledge = new Map<Change, ReadonlySet<Change>>(
    base.log.map((change, place) => [change, new Set(base.log.slice(0, place))]),
  );
  const copies = Array.from({ length: PEOPLE }, () => copyOf(base.log));
  const replicas = Array.from({ length: PEOPLE }, (_, person) => `p${person}`);
  let lost = 0;
  for (const [place, step] of history.entries()) {
    const copy = copies[step.who]!;
    const other = copies[step.other]!;
    if (step.what === 'take') {
      take(copy, other.log);
      continue;
    }
    if (step.what === 'lose') {
      // The laptop is gone; its owner goes on from what a colleague has, on another copy.
      lost += 1;
      copies[step.who] = copyOf(other.log);
      replicas[step.who] = `p${step.who}n${lost}`;
      continue;
    }
    const draft = draftOf(copy, step);
    // Everybody's clock is wrong by up to a year, each in their own way.
    const skew = ((step.who - 1) * YEAR_MILLISECONDS) / 2;
    const author = {
      ...authorOf(`p${step.who}`, NOW_MILLISECONDS + skew + place * 1000),
      replica: asId<'replica'>(replicas[step.who]!.padEnd(16, '0')),
    };
    const change = draft && copy.project.prepare(draft, author);
    if (!change) continue;
    knowledge.set(change, new Set(copy.log));
    copy.project.apply(change);
    copy.log.push(change);
    copy.own.push(change);
    everything.push(change);
  }
  return { copies, everything, knowledge };
}

function draftOf(copy: Copy, step: Step): Draft | null {
  const kind = kinds[step.kind] as Kind;
  const id = `${kind}-${step.record}`;
  const label = { key: 'test', values: {} };
  const plain = plainFields(kind);
  const maps = kindShapes[kind].maps;
  const set = (fields: Record<string, string | number>): Operation => ({ op: 'set', kind, id, fields });
  switch (step.what) {
    case 'make':
      return { label, ops: [set(Object.fromEntries(plain.map((name) => [name, step.value])))] };
    case 'set': {
      const field = plain[step.field % plain.length];
      return field === undefined ? null : { label, ops: [set({ [field]: step.value })] };
    }
    case 'map': {
      const map = maps[step.field % Math.max(1, maps.length)];
      return map === undefined ? null : { label, ops: [set({ [`${map}.${step.record}`]: step.value })] };
    }
    case 'many':
      return {
        label,
        ops: kinds.map((one) => ({
          op: 'set',
          kind: one,
          id: `${one}-${step.record}`,
          fields: Object.fromEntries(
            plainFields(one)
              .slice(0, 2)
              .map((name) => [name, step.value]),
          ),
        })),
      };
    case 'touch':
      return { label, ops: [set({}), { op: 'set', kind: 'code', id: 'code-0', fields: { memo: step.value } }] };
    case 'remove':
      return { label, ops: [{ op: 'remove', kind, id }] };
    case 'undo': {
      const last = copy.own.at(-1);
      return last ? { label, ops: invertChange(copy.project.fold, last).ops } : null;
    }
    case 'settle': {
      const open = openConflicts(copy.project.fold);
      const conflict = open[step.field % Math.max(1, open.length)];
      return conflict ? settleConflict(copy.project.fold, conflict, step.record === 0 ? 'kept' : 'overwritten') : null;
    }
    case 'take':
    case 'lose':
      return null;
  }
}

function wholeRecord(kind: Kind, record: number): Operation {
  const fields = Object.fromEntries(plainFields(kind).map((name) => [name, 'at first']));
  return { op: 'set', kind, id: `${kind}-${record}`, fields };
}

function plainFields(kind: Kind): readonly string[] {
  const { schema, maps } = kindShapes[kind];
  return Object.keys(schema.shape).filter((name) => !maps.includes(name));
}
