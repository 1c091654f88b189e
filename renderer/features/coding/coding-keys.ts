/** The keys of the coding desk: what each does, for the keyboard, the menus and the key sheet alike. */
import type { CodingActions } from '#renderer/features/coding/coding-actions.ts';
import { readKey, type KeyPress } from '#renderer/features/coding/read-key.ts';

export type CodingKey = {
  readonly id: string;
  /** As the key sheet shows them; the first is the main one. */
  readonly keys: readonly string[];
  readonly run: (actions: CodingActions) => void;
};

/** Keys that a person chose, by the name of the command. */
export type CustomKeys = Readonly<Record<string, readonly string[]>>;

/**
 * Letters are those that people bring from other tools where those agree (docs/decisions/0030-coding-keys.md).
 * `~` cannot be typed at once on Spanish and French keyboards, so `*` does the same; the number pad has all four.
 */
export const codingKeys: readonly CodingKey[] = [
  { id: 'pick', keys: ['C'], run: (actions) => actions.pick('code') },
  { id: 'repeat', keys: ['Q'], run: (actions) => actions.repeatLast() },
  { id: 'inVivo', keys: ['V'], run: (actions) => actions.codeInVivo() },
  { id: 'supports', keys: ['+', '='], run: (actions) => actions.setDirection('supports') },
  { id: 'contradicts', keys: ['-'], run: (actions) => actions.setDirection('contradicts') },
  { id: 'mixed', keys: ['~', '*'], run: (actions) => actions.setDirection('mixed') },
  { id: 'neutral', keys: ['0'], run: (actions) => actions.setDirection('neutral') },
  { id: 'memo', keys: ['M'], run: (actions) => actions.openMemo() },
  { id: 'star', keys: ['I'], run: (actions) => actions.toggleStar() },
  { id: 'addToFinding', keys: ['F'], run: (actions) => actions.addToFinding() },
  { id: 'recode', keys: ['R'], run: (actions) => actions.pick('recode') },
  { id: 'remove', keys: ['U', 'Delete'], run: (actions) => actions.removeSelected() },
  { id: 'resize', keys: ['E'], run: (actions) => actions.resizeToSelection() },
  { id: 'grow', keys: ['S'], run: (actions) => actions.grow() },
  { id: 'passage', keys: ['T'], run: (actions) => actions.selectUnit('passage') },
  { id: 'nextSentence', keys: ['Shift+S'], run: (actions) => actions.selectNextUnit('sentence') },
  { id: 'nextPassage', keys: ['Shift+T'], run: (actions) => actions.selectNextUnit('passage') },
  { id: 'next', keys: ['N', 'Alt+ArrowDown'], run: (actions) => actions.step(1) },
  { id: 'previous', keys: ['P', 'Alt+ArrowUp'], run: (actions) => actions.step(-1) },
  { id: 'overlapping', keys: ['O'], run: (actions) => actions.stepOverlapping() },
  { id: 'finish', keys: ['D'], run: (actions) => actions.toggleFinished() },
  { id: 'clear', keys: ['Escape'], run: (actions) => actions.clear() },
];

/** Commands whose keys stay: Esc leaves things everywhere. */
export const fixedKeys: ReadonlySet<string> = new Set(['clear']);

/** The commands with the keys that hold: those chosen, else those they have at first. */
export function keysInForce(custom: CustomKeys): readonly CodingKey[] {
  return codingKeys.map((entry) => {
    const chosen = fixedKeys.has(entry.id) ? undefined : custom[entry.id];
    return chosen ? { ...entry, keys: chosen } : entry;
  });
}

/** The choice after `key` is given to a command in place of its keys; whoever had it loses it. */
export function giveKeyTo(custom: CustomKeys, id: string, key: string): CustomKeys {
  const losers = keysInForce(custom).filter((entry) => entry.id !== id && entry.keys.includes(key));
  const lost = losers.map((entry) => [entry.id, entry.keys.filter((other) => other !== key)] as const);
  return { ...custom, ...Object.fromEntries(lost), [id]: [key] };
}

/** The command that has a key already; undefined when it is free. */
export function ownerOfKey(custom: CustomKeys, key: string, except: string): CodingKey | undefined {
  return keysInForce(custom).find((entry) => entry.id !== except && entry.keys.includes(key));
}

/** Does what a key means; false when it means nothing here. */
export function runCodingKey(press: KeyPress, actions: CodingActions, custom: CustomKeys): boolean {
  const entries = keysInForce(custom);
  const key = readKey(
    press,
    entries.flatMap(({ keys }) => keys),
  );
  if (key === null) return false;
  if (/^[1-9]$/u.test(key)) {
    actions.codeByKey(key);
    return true;
  }
  const entry = entries.find((one) => one.keys.includes(key));
  entry?.run(actions);
  return entry !== undefined;
}
