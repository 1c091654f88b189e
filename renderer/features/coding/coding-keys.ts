/** The keys of the coding desk: what each does, for the keyboard and for the key sheet alike. */
import type { CodingActions } from '#renderer/features/coding/coding-actions.ts';

export type CodingKey = {
  readonly id: string;
  /** As the key sheet shows them; the first is the main one. */
  readonly keys: readonly string[];
  readonly run: (actions: CodingActions) => void;
};

/**
 * Letters are those that people bring from other tools where those agree (docs/decisions/coding-keys.md).
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
  { id: 'next', keys: ['N', 'Alt+ArrowDown'], run: (actions) => actions.step(1) },
  { id: 'previous', keys: ['P', 'Alt+ArrowUp'], run: (actions) => actions.step(-1) },
  { id: 'overlapping', keys: ['O'], run: (actions) => actions.stepOverlapping() },
  { id: 'clear', keys: ['Escape'], run: (actions) => actions.clear() },
];

/** What of a keyboard event decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The key of a press as it is written above, or a digit; null for what is none of ours. */
export function readKey(press: KeyPress): string | null {
  if (press.ctrlKey || press.metaKey) return null;
  const name = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  if (press.altKey) return `Alt+${name}`;
  if (codingKeys.some((entry) => entry.keys.includes(name)) || /^[1-9]$/u.test(name)) return name;
  // On a French keyboard the digits need Shift; the key itself means the same.
  const digit = /^Digit([1-9])$/u.exec(press.code)?.[1];
  return digit !== undefined && !press.shiftKey && !/^[a-z0-9]$/iu.test(press.key) ? digit : null;
}

/** Does what a key means; false when it means nothing here. */
export function runCodingKey(press: KeyPress, actions: CodingActions): boolean {
  const key = readKey(press);
  if (key === null) return false;
  if (/^[1-9]$/u.test(key)) {
    actions.codeByKey(key);
    return true;
  }
  const entry = codingKeys.find((one) => one.keys.includes(key));
  entry?.run(actions);
  return entry !== undefined;
}
