/** Reads a search pattern (the regular part of regular expressions) into a tree. Never throws on what people type. */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import {
  complement,
  digitSet,
  foldSet,
  propertySet,
  rangeSet,
  spaceSet,
  unite,
  wordSet,
  type UnitSet,
} from '#shared/analysis/pattern/unit-set.ts';

export type Assertion = 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge';

export type PatternNode =
  | { readonly type: 'set'; readonly set: UnitSet }
  | { readonly type: 'assertion'; readonly assertion: Assertion }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly type: 'repeat';
      readonly part: PatternNode;
      readonly minimum: number;
      /** Null: as often as it goes. */
      readonly maximum: number | null;
      readonly isGreedy: boolean;
    };

/** Why a pattern cannot be used; `place` is where in the pattern. */
export type PatternFailure = {
  readonly code: 'incomplete' | 'unexpected' | 'unsupported' | 'too-long' | 'too-complex' | 'matches-nothing';
  readonly place: number;
};

const MAXIMUM_PATTERN_LENGTH = 500;
const MAXIMUM_REPEAT = 200;
const MAXIMUM_DEPTH = 50;

/** Reads a pattern. Case and accents do not count in it, as they do not in the text. */
export function parsePattern(pattern: string): Result<PatternNode, PatternFailure> {
  if (pattern.length > MAXIMUM_PATTERN_LENGTH) return fail({ code: 'too-long', place: MAXIMUM_PATTERN_LENGTH });
  const reader = new PatternReader(pattern);
  try {
    return succeed(reader.readAll());
  } catch (error) {
    if (error instanceof PatternStop) return fail({ code: error.code, place: error.place });
    throw error;
  }
}

/** Leaves the reader from any depth; `parsePattern` turns it into a Result. */
class PatternStop extends Error {
  readonly code: PatternFailure['code'];
  readonly place: number;

  constructor(code: PatternFailure['code'], place: number) {
    super(code);
    this.code = code;
    this.place = place;
  }
}

class PatternReader {
  private readonly pattern: string;
  private place = 0;
  private depth = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  readAll(): PatternNode {
    const node = this.readChoice();
    if (this.place < this.pattern.length) this.stop('unexpected');
    return node;
  }

  private readChoice(): PatternNode {
    const options = [this.readSequence()];
    while (this.take('|')) options.push(this.readSequence());
    return options.length === 1 ? (options[0] as PatternNode) : { type: 'choice', options };
  }

  private readSequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.place < this.pattern.length && this.next !== '|' && this.next !== ')') parts.push(this.readRepeat());
    return { type: 'sequence', parts };
  }

  private readRepeat(): PatternNode {
    let part = this.readOne();
    for (;;) {
      const bounds = this.readBounds();
      if (!bounds) return part;
      part = { type: 'repeat', part, ...bounds, isGreedy: !this.take('?') };
    }
  }

  private readBounds(): { minimum: number; maximum: number | null } | null {
    if (this.take('*')) return { minimum: 0, maximum: null };
    if (this.take('+')) return { minimum: 1, maximum: null };
    if (this.take('?')) return { minimum: 0, maximum: 1 };
    const counted = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.pattern.slice(this.place));
    if (!counted) return null;
    const minimum = Number(counted[1]);
    const maximum = counted[2] === undefined ? minimum : counted[3] === '' ? null : Number(counted[3]);
    if (Math.max(minimum, maximum ?? 0) > MAXIMUM_REPEAT) this.stop('too-complex');
    if (maximum !== null && maximum < minimum) this.stop('unexpected');
    this.place += counted[0].length;
    return { minimum, maximum };
  }

  private readOne(): PatternNode {
    const start = this.place;
    const character = this.pattern[this.place] as string;
    this.place += 1;
    switch (character) {
      case '(':
        return this.readGroup(start);
      case '[':
        return { type: 'set', set: this.readClass(start) };
      case '.':
        return { type: 'set', set: complement(rangeSet(0x0a, 0x0a)) };
      case '^':
        return { type: 'assertion', assertion: 'line-start' };
      case '$':
        return { type: 'assertion', assertion: 'line-end' };
      case '\\':
        return this.readEscape(start);
      case '*':
      case '+':
      case '?':
      case ')':
        return this.stop('unexpected', start);
      default:
        return unitNode(character.charCodeAt(0));
    }
  }

  private readGroup(start: number): PatternNode {
    this.depth += 1;
    if (this.depth > MAXIMUM_DEPTH) this.stop('too-complex', start);
    if (this.take('?') && !this.take(':')) {
      const name = /^<[A-Za-z]\w*>/.exec(this.pattern.slice(this.place));
      if (!name) this.stop('unsupported', start);
      this.place += name[0].length;
    }
    const node = this.readChoice();
    if (!this.take(')')) this.stop('incomplete', start);
    this.depth -= 1;
    return node;
  }

  private readEscape(start: number): PatternNode {
    if (this.take('b')) return { type: 'assertion', assertion: 'word-edge' };
    if (this.take('B')) return { type: 'assertion', assertion: 'no-word-edge' };
    const read = this.readEscapedSet(start);
    return typeof read === 'number' ? unitNode(read) : { type: 'set', set: read };
  }

  /** After a backslash: a class of units, or a single one as its number. */
  private readEscapedSet(start: number): UnitSet | number {
    const character = this.pattern[this.place];
    if (character === undefined) return this.stop('incomplete', start);
    this.place += 1;
    const named = namedSets[character.toLowerCase()];
    if (named && character !== 'P' && character !== 'p') {
      return character === character.toLowerCase() ? named() : complement(named());
    }
    if (character === 'p' || character === 'P') return this.readProperty(start, character === 'P');
    const hex = character === 'x' ? 2 : character === 'u' ? 4 : 0;
    if (hex > 0) {
      const digits = this.pattern.slice(this.place, this.place + hex);
      if (!/^[0-9a-f]+$/i.test(digits) || digits.length < hex) return this.stop('incomplete', start);
      this.place += hex;
      return Number.parseInt(digits, 16);
    }
    const control = controls[character];
    if (control !== undefined) return control;
    // Other letters and digits mean something elsewhere (\1 refers back), so they are not taken for themselves.
    if (/[0-9A-Za-z]/.test(character)) return this.stop('unsupported', start);
    return character.charCodeAt(0);
  }

  private readProperty(start: number, isNegated: boolean): UnitSet {
    const named = /^\{([^}]*)\}/.exec(this.pattern.slice(this.place));
    const set = named?.[1] === undefined ? null : propertySet(named[1]);
    if (!named || !set) return this.stop('unsupported', start);
    this.place += named[0].length;
    // Folding makes small letters of capitals on both sides.
    return isNegated ? complement(set) : foldSet(set);
  }

  private readClass(start: number): UnitSet {
    const isNegated = this.take('^');
    const sets: UnitSet[] = [];
    while (this.next !== ']') {
      if (this.place >= this.pattern.length) this.stop('incomplete', start);
      const low = this.readClassItem();
      if (typeof low !== 'number' || this.next !== '-' || this.pattern[this.place + 1] === ']') {
        sets.push(typeof low === 'number' ? rangeSet(low, low) : low);
        continue;
      }
      this.place += 1;
      const high = this.readClassItem();
      if (typeof high !== 'number' || high < low) this.stop('unexpected');
      sets.push(rangeSet(low, high));
    }
    this.place += 1;
    const set = foldSet(unite(sets));
    return isNegated ? complement(set) : set;
  }

  private readClassItem(): UnitSet | number {
    const start = this.place;
    const character = this.pattern[this.place];
    if (character === undefined) return this.stop('incomplete', start);
    this.place += 1;
    return character === '\\' ? this.readEscapedSet(start) : character.charCodeAt(0);
  }

  private get next(): string | undefined {
    return this.pattern[this.place];
  }

  private take(character: string): boolean {
    if (this.next !== character) return false;
    this.place += 1;
    return true;
  }

  private stop(code: PatternFailure['code'], place = this.place): never {
    throw new PatternStop(code, place);
  }
}

const namedSets: Readonly<Record<string, () => UnitSet>> = { d: digitSet, w: wordSet, s: spaceSet };
const controls: Readonly<Record<string, number>> = { n: 0x0a, t: 0x09, r: 0x0d };

function unitNode(unit: number): PatternNode {
  return { type: 'set', set: foldSet(rangeSet(unit, unit)) };
}
