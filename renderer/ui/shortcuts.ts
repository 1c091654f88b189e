/** Keys as they are written in the app (`Mod+K`) and as people read them (Ctrl+K, ⌘K). */
import { useMemo } from 'react';
import { useWords, type Words } from '#renderer/ui/words.ts';

export type KeyStroke = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

/** Whether the command key is Cmd. */
export function isMac(): boolean {
  return /mac/iu.test(navigator.platform);
}

/** Says whether a key stroke is the one that `keys` names. */
export function matchesKeys(stroke: KeyStroke, keys: string, onMac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const mod = onMac ? stroke.metaKey : stroke.ctrlKey;
  const other = onMac ? stroke.ctrlKey : stroke.metaKey;
  if (mod !== parts.includes('Mod') || other || stroke.altKey !== parts.includes('Alt')) return false;
  // A French keyboard types digits with Shift: the digit row counts by its place.
  if (/^\d$/u.test(key)) return stroke.code === `Digit${key}` || stroke.code === `Numpad${key}`;
  // Signs such as ? stand on Shift on some keyboards and not on others.
  const isSign = key.length === 1 && !/\p{L}/u.test(key);
  if (!isSign && stroke.shiftKey !== parts.includes('Shift')) return false;
  return stroke.key.toLowerCase() === key.toLowerCase();
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Keys as this computer's keyboard shows them. */
export function writeShortcut(keys: string, words: Words, onMac: boolean): string {
  const named = keys.split('+').map((part) => {
    if (onMac && MAC_SIGNS[part]) return MAC_SIGNS[part];
    if (part === 'Mod') return words('common.keys.control');
    if (part === 'Shift') return words('common.keys.shift');
    if (part === 'Delete') return words('common.keys.delete');
    return ARROWS[part] ?? part;
  });
  return named.join(onMac ? '' : '+');
}

/** Writes keys in the interface language. */
export function useShortcutWriter(): (keys: string) => string {
  const words = useWords();
  return useMemo(() => {
    const onMac = isMac();
    return (keys) => writeShortcut(keys, words, onMac);
  }, [words]);
}
