/** Turns a pattern's tree into a program of small steps, forwards or backwards (Thompson 1968; Cox 2010). */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Assertion, PatternFailure, PatternNode } from '#shared/analysis/pattern/parse-pattern.ts';
import { UNIT_COUNT, wordSet, type UnitSet } from '#shared/analysis/pattern/unit-set.ts';

export type Step =
  /** Takes one unit of a set. */
  | { readonly type: 'unit'; readonly set: number; next: number }
  /** Goes two ways; `first` is preferred. */
  | { readonly type: 'fork'; first: number; second: number }
  | { readonly type: 'assertion'; readonly assertion: Assertion; next: number }
  | { readonly type: 'match' };

export type Program = { readonly steps: readonly Step[]; readonly start: number };

export type CompiledPattern = {
  /** Looks for the pattern from anywhere on. */
  readonly forwards: Program;
  /** From the end of a match back to its start. */
  readonly backwards: Program;
  /** Kind of each unit: units of a kind are in the same sets. */
  readonly kindOfUnit: Uint8Array;
  readonly kindCount: number;
  /** By set, then by kind: whether the set has it. */
  readonly setHasKind: readonly (readonly boolean[])[];
  readonly isWordKind: readonly boolean[];
  readonly lineEndKind: number;
};

const MAXIMUM_STEPS = 3000;

/** Compiles a pattern. One that also matches nothing at all is refused: every place would be a hit. */
export function compilePattern(node: PatternNode): Result<CompiledPattern, PatternFailure> {
  if (canBeEmpty(node)) return fail({ code: 'matches-nothing', place: 0 });
  if (countSteps(node) > MAXIMUM_STEPS) return fail({ code: 'too-complex', place: 0 });
  const sets: UnitSet[] = [new Uint8Array(UNIT_COUNT).fill(1)];
  const forwards = new ProgramWriter(sets, false).write(node, true);
  const backwards = new ProgramWriter(sets, true).write(node, false);
  const lineEnds = new Uint8Array(UNIT_COUNT);
  lineEnds[0x0a] = 1;
  const kinds = sortUnits([...sets, wordSet(), lineEnds]);
  if (!kinds) return fail({ code: 'too-complex', place: 0 });
  const { kindOfUnit, setHasKind } = kinds;
  return succeed({
    forwards,
    backwards,
    kindOfUnit,
    kindCount: setHasKind[0]?.length ?? 0,
    setHasKind,
    isWordKind: setHasKind[sets.length] ?? [],
    lineEndKind: kindOfUnit[0x0a] as number,
  });
}

function canBeEmpty(node: PatternNode): boolean {
  switch (node.type) {
    case 'set':
      return false;
    case 'assertion':
      return true;
    case 'sequence':
      return node.parts.every(canBeEmpty);
    case 'choice':
      return node.options.some(canBeEmpty);
    case 'repeat':
      return node.minimum === 0 || canBeEmpty(node.part);
  }
}

function countSteps(node: PatternNode): number {
  switch (node.type) {
    case 'set':
    case 'assertion':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + countSteps(part), 0);
    case 'choice':
      return node.options.reduce((sum, option) => sum + 1 + countSteps(option), 0);
    case 'repeat':
      return (1 + countSteps(node.part)) * Math.max(1, node.minimum + 1, node.maximum ?? 0);
  }
}

/** Writes steps from the last to the first, each knowing the one that follows it. */
class ProgramWriter {
  private readonly steps: Step[] = [];
  private readonly sets: UnitSet[];
  private readonly isBackwards: boolean;

  constructor(sets: UnitSet[], isBackwards: boolean) {
    this.sets = sets;
    this.isBackwards = isBackwards;
  }

  write(node: PatternNode, isAnywhere: boolean): Program {
    const start = this.add(node, this.push({ type: 'match' }));
    if (!isAnywhere) return { steps: this.steps, start };
    // Beginning later is the last resort, so that the leftmost match wins.
    const loop: Step = { type: 'fork', first: start, second: -1 };
    const entry = this.push(loop);
    loop.second = this.push({ type: 'unit', set: 0, next: entry });
    return { steps: this.steps, start: entry };
  }

  private add(node: PatternNode, next: number): number {
    switch (node.type) {
      case 'set':
        return this.push({ type: 'unit', set: this.setNumber(node.set), next });
      case 'assertion':
        return this.push({ type: 'assertion', assertion: node.assertion, next });
      case 'sequence': {
        const parts = this.isBackwards ? node.parts : [...node.parts].reverse();
        return parts.reduce((following, part) => this.add(part, following), next);
      }
      case 'choice':
        return node.options
          .map((option) => this.add(option, next))
          .reduceRight((second, first) => this.push({ type: 'fork', first, second }));
      case 'repeat':
        return this.addRepeat(node, next);
    }
  }

  private addRepeat(node: Extract<PatternNode, { type: 'repeat' }>, next: number): number {
    let start = next;
    if (node.maximum === null) {
      const loop = this.pushFork(node.isGreedy, -1, next);
      const body = this.add(node.part, loop.place);
      if (node.isGreedy) loop.step.first = body;
      else loop.step.second = body;
      start = loop.place;
    } else {
      for (let count = node.minimum; count < node.maximum; count += 1) {
        start = this.pushFork(node.isGreedy, this.add(node.part, start), next).place;
      }
    }
    for (let count = 0; count < node.minimum; count += 1) start = this.add(node.part, start);
    return start;
  }

  private pushFork(isGreedy: boolean, again: number, leave: number) {
    const step = isGreedy
      ? { type: 'fork' as const, first: again, second: leave }
      : { type: 'fork' as const, first: leave, second: again };
    return { step, place: this.push(step) };
  }

  private push(step: Step): number {
    return this.steps.push(step) - 1;
  }

  private setNumber(set: UnitSet): number {
    const known = this.sets.indexOf(set);
    return known >= 0 ? known : this.sets.push(set) - 1;
  }
}

/** Puts units that no set tells apart in one kind: then a step is looked up in a table of few columns. */
function sortUnits(
  sets: readonly UnitSet[],
): { readonly kindOfUnit: Uint8Array; readonly setHasKind: readonly boolean[][] } | null {
  let kinds = new Uint16Array(UNIT_COUNT);
  let count = 1;
  for (const set of sets) {
    const split = new Map<number, number>();
    const refined = new Uint16Array(UNIT_COUNT);
    for (let unit = 0; unit < UNIT_COUNT; unit += 1) {
      const key = (kinds[unit] as number) * 2 + (set[unit] as number);
      let kind = split.get(key);
      if (kind === undefined) split.set(key, (kind = split.size));
      refined[unit] = kind;
    }
    kinds = refined;
    count = split.size;
    if (count > 250) return null;
  }
  const setHasKind = sets.map((set) => {
    const has = Array.from({ length: count }, () => false);
    for (let unit = 0; unit < UNIT_COUNT; unit += 1) if (set[unit]) has[kinds[unit] as number] = true;
    return has;
  });
  return { kindOfUnit: Uint8Array.from(kinds), setHasKind };
}
