/** Sets of UTF-16 code units, as a pattern's character classes need them. */
import { foldTable } from '#shared/analysis/fold-text.ts';

/** One bit would do, a byte is quicker: 1 where the unit is in the set. */
export type UnitSet = Uint8Array;

export const UNIT_COUNT = 0x1_0000;

/** The set of all units from `low` to `high`. */
export function rangeSet(low: number, high: number): UnitSet {
  return new Uint8Array(UNIT_COUNT).fill(1, low, high + 1);
}

/** Units that are in any of the sets. */
export function unite(sets: readonly UnitSet[]): UnitSet {
  const union = new Uint8Array(UNIT_COUNT);
  for (const set of sets) for (let unit = 0; unit < UNIT_COUNT; unit += 1) if (set[unit]) union[unit] = 1;
  return union;
}

/** Units that are not in the set. */
export function complement(set: UnitSet): UnitSet {
  return set.map((isIn) => (isIn ? 0 : 1));
}

/** The set with all its units folded: it is matched against folded text. */
export function foldSet(set: UnitSet): UnitSet {
  const fold = foldTable();
  const folded = new Uint8Array(UNIT_COUNT);
  for (let unit = 0; unit < UNIT_COUNT; unit += 1) if (set[unit]) folded[fold[unit] as number] = 1;
  return folded;
}

const byProperty = new Map<string, UnitSet>();

/** Units with a Unicode property such as `L`; null when there is no such property. */
export function propertySet(property: string): UnitSet | null {
  const known = byProperty.get(property);
  if (known) return known;
  if (!/^[A-Za-z_]+(?:=[A-Za-z_]+)?$/.test(property)) return null;
  let pattern: RegExp;
  try {
    pattern = new RegExp(`\\p{${property}}`, 'u');
  } catch {
    return null;
  }
  const set = new Uint8Array(UNIT_COUNT);
  for (let unit = 0; unit < UNIT_COUNT; unit += 1) set[unit] = pattern.test(String.fromCharCode(unit)) ? 1 : 0;
  byProperty.set(property, set);
  return set;
}

/** Letters, digits, marks and the underscore of every script: `capacita\w+` finds capacitación. */
export function wordSet(): UnitSet {
  return knownSet('word', () =>
    unite([...['L', 'N', 'M'].map((name) => propertySet(name) ?? rangeSet(1, 0)), rangeSet(0x5f, 0x5f)]),
  );
}

/** The digits 0 to 9 and those of other scripts. */
export function digitSet(): UnitSet {
  return propertySet('Nd') ?? rangeSet(0x30, 0x39);
}

/** Blanks, tabs and line ends. */
export function spaceSet(): UnitSet {
  return propertySet('White_Space') ?? rangeSet(0x20, 0x20);
}

function knownSet(name: string, make: () => UnitSet): UnitSet {
  let set = byProperty.get(` ${name}`);
  if (!set) byProperty.set(` ${name}`, (set = make()));
  return set;
}
