/** From a press of the keyboard to the name of a key as the desk writes it: `C`, `Shift+S`, `Alt+ArrowDown`, `+`, `4`. */

/** What of a keyboard event decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** These mean the same everywhere in the app, or are typed by people who use no mouse. */
const RESERVED = /^(?:[1-9]|\?|F\d+|Escape|Enter|Tab| |Shift|Alt|AltGraph|Control|Meta|CapsLock|Dead|Unidentified)$/u;
const NEEDS_ALT = /^(?:Arrow|Home|End|Page)/u;

/** The key of a press among those `inUse`, or a digit; null for what is none of ours. */
export function readKey(press: KeyPress, inUse: readonly string[]): string | null {
  if (press.ctrlKey || press.metaKey) return null;
  const name = nameOf(press.key);
  if (press.altKey) return `Alt+${name}`;
  if (press.shiftKey && inUse.includes(`Shift+${name}`)) return `Shift+${name}`;
  if (inUse.includes(name) || /^[1-9]$/u.test(name)) return name;
  // On a French keyboard the digits need Shift; the key itself means the same.
  const digit = /^Digit([1-9])$/u.exec(press.code)?.[1];
  return digit !== undefined && !press.shiftKey && !/^[a-z0-9]$/iu.test(press.key) ? digit : null;
}

/** The name of a press that somebody wants as a key of the desk; null when it cannot be one. */
export function chooseKey(press: KeyPress): string | null {
  if (press.ctrlKey || press.metaKey || RESERVED.test(press.key)) return null;
  const name = nameOf(press.key);
  if (press.altKey) return `Alt+${name}`;
  if (NEEDS_ALT.test(name)) return null;
  // A sign stands on Shift on some keyboards and not on others.
  const isLetter = /^\p{L}$/u.test(name);
  return press.shiftKey && (isLetter || name.length > 1) ? `Shift+${name}` : name;
}

function nameOf(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}
