/**
 * Finds a pattern in time that grows with the text and nothing else: states are sets of program steps, made when
 * they are first met and kept (lazy determinisation; Cox 2010, "Regular Expression Matching in the Wild"). Ordinary
 * RegExp may try for hours on a pattern like `(a+)+b`, and nothing could stop it.
 */
import type { CompiledPattern, Program } from '#shared/analysis/pattern/compile-pattern.ts';
import type { Assertion } from '#shared/analysis/pattern/parse-pattern.ts';

export type Stretch = { readonly start: number; readonly end: number };

/** What lies behind the present place: nothing, a unit of a word, a line end, another unit. */
const EDGE = 0;
const WORD = 1;
const LINE_END = 2;
const OTHER = 3;

const MAXIMUM_STATES = 2000;
const DEAD = -1;

type State = {
  readonly steps: readonly number[];
  readonly behind: number;
  /** By kind of the next unit (the last stands for the edge of the text): the next state, and whether a match ends here. */
  readonly next: Int32Array;
  readonly matches: Uint8Array;
};

const UNKNOWN = -2;

/** Says where a pattern occurs. One for each pattern: it remembers states from text to text. */
export class PatternRunner {
  private readonly pattern: CompiledPattern;
  private readonly forwards: Walker;
  private readonly backwards: Walker;

  constructor(pattern: CompiledPattern) {
    this.pattern = pattern;
    this.forwards = new Walker(pattern, pattern.forwards, false);
    this.backwards = new Walker(pattern, pattern.backwards, true);
  }

  /** The first match in folded text at or after `from`: the leftmost, then the one the pattern prefers. */
  find(folded: string, from: number): Stretch | null {
    const end = this.runForwards(folded, from);
    return end < 0 ? null : { start: this.runBackwards(folded, end, from), end };
  }

  private runForwards(text: string, from: number): number {
    const { kindOfUnit, kindCount } = this.pattern;
    let state = this.forwards.begin(from === 0 ? EDGE : this.describe(text.charCodeAt(from - 1)));
    let end = -1;
    for (let place = from; place <= text.length; place += 1) {
      const kind = place < text.length ? (kindOfUnit[text.charCodeAt(place)] as number) : kindCount;
      let next = state.next[kind] as number;
      if (next === UNKNOWN) next = this.forwards.extend(state, kind);
      if (state.matches[kind]) end = place;
      if (next === DEAD) return end;
      state = this.forwards.state(next);
    }
    return end;
  }

  private runBackwards(text: string, end: number, from: number): number {
    const { kindOfUnit, kindCount } = this.pattern;
    let state = this.backwards.begin(end === text.length ? EDGE : this.describe(text.charCodeAt(end)));
    let start = end;
    for (let place = end; place >= from; place -= 1) {
      const kind = place > 0 ? (kindOfUnit[text.charCodeAt(place - 1)] as number) : kindCount;
      let next = state.next[kind] as number;
      if (next === UNKNOWN) next = this.backwards.extend(state, kind);
      if (state.matches[kind]) start = place;
      if (next === DEAD) break;
      state = this.backwards.state(next);
    }
    return start;
  }

  private describe(unit: number): number {
    return describeKind(this.pattern, this.pattern.kindOfUnit[unit] as number);
  }
}

function describeKind(pattern: CompiledPattern, kind: number): number {
  if (kind === pattern.kindCount) return EDGE;
  if (kind === pattern.lineEndKind) return LINE_END;
  return pattern.isWordKind[kind] ? WORD : OTHER;
}

class Walker {
  private readonly pattern: CompiledPattern;
  private readonly program: Program;
  private readonly isBackwards: boolean;
  private states: State[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(pattern: CompiledPattern, program: Program, isBackwards: boolean) {
    this.pattern = pattern;
    this.program = program;
    this.isBackwards = isBackwards;
  }

  begin(behind: number): State {
    return this.state(this.numberOf([this.program.start], behind));
  }

  state(number: number): State {
    return this.states[number] as State;
  }

  /** Works out where a state goes on a kind of unit, and keeps it. */
  extend(state: State, kind: number): number {
    const { pattern, program } = this;
    const { units, isMatch } = this.follow(state, kind);
    state.matches[kind] = isMatch ? 1 : 0;
    const targets: number[] = [];
    if (kind < pattern.kindCount) {
      for (const place of units) {
        const step = program.steps[place];
        if (step?.type === 'unit' && pattern.setHasKind[step.set]?.[kind] && !targets.includes(step.next)) {
          targets.push(step.next);
        }
      }
    }
    const next = targets.length === 0 ? DEAD : this.numberOf(targets, describeKind(pattern, kind));
    state.next[kind] = next;
    return next;
  }

  /** Follows forks and assertions to the steps that take a unit, in the order of preference. */
  private follow(state: State, kind: number): { readonly units: readonly number[]; readonly isMatch: boolean } {
    const ahead = describeKind(this.pattern, kind);
    const [before, after] = this.isBackwards ? [ahead, state.behind] : [state.behind, ahead];
    const seen = new Set<number>();
    const units: number[] = [];
    let isMatch = false;
    const stack = [...state.steps].reverse();
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      if (seen.has(place)) continue;
      seen.add(place);
      const step = this.program.steps[place];
      if (step?.type === 'unit') units.push(place);
      else if (step?.type === 'fork') stack.push(step.second, step.first);
      else if (step?.type === 'assertion') {
        if (holds(step.assertion, before, after)) stack.push(step.next);
      } else if (step?.type === 'match') {
        isMatch = true;
        // Forwards what comes later is less wanted; backwards the longest is.
        if (!this.isBackwards) break;
      }
    }
    return { units, isMatch };
  }

  private numberOf(steps: readonly number[], behind: number): number {
    const key = `${behind}:${steps.join(',')}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (this.states.length >= MAXIMUM_STATES) this.forget();
    const kinds = this.pattern.kindCount + 1;
    const state = { steps, behind, next: new Int32Array(kinds).fill(UNKNOWN), matches: new Uint8Array(kinds) };
    const number = this.states.push(state) - 1;
    this.numbers.set(key, number);
    return number;
  }

  /** A pattern with very many states starts over: slower, but within bounds of memory. */
  private forget(): void {
    this.states = [];
    this.numbers.clear();
  }
}

function holds(assertion: Assertion, before: number, after: number): boolean {
  switch (assertion) {
    case 'line-start':
      return before === EDGE || before === LINE_END;
    case 'line-end':
      return after === EDGE || after === LINE_END;
    case 'word-edge':
      return (before === WORD) !== (after === WORD);
    case 'no-word-edge':
      return (before === WORD) === (after === WORD);
  }
}
