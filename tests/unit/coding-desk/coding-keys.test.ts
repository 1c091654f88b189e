import { describe, expect, it } from 'vitest';
import { codingKeys, giveKeyTo, keysInForce, ownerOfKey } from '#renderer/features/coding/coding-keys.ts';
import { chooseKey, readKey as read, type KeyPress } from '#renderer/features/coding/read-key.ts';

const press = (
  key: string,
  code = '',
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const inUse = codingKeys.flatMap((entry) => entry.keys);
const readKey = (stroke: KeyPress): string | null => read(stroke, inUse);

describe('keys of the coding desk', () => {
  it('gives no key to two things', () => {
    expect(new Set(inUse).size).toBe(inUse.length);
  });

  it('reads letters in either case, digits and signs', () => {
    expect(readKey(press('c', 'KeyC'))).toBe('C');
    expect(readKey(press('C', 'KeyC', { shiftKey: true }))).toBe('C');
    expect(readKey(press('S', 'KeyS', { shiftKey: true }))).toBe('Shift+S');
    expect(readKey(press('S', 'KeyS'))).toBe('S');
    expect(readKey(press('4', 'Digit4'))).toBe('4');
    expect(readKey(press('7', 'Numpad7'))).toBe('7');
    expect(readKey(press('-', 'NumpadSubtract'))).toBe('-');
    expect(readKey(press('ArrowDown', 'ArrowDown', { altKey: true }))).toBe('Alt+ArrowDown');
  });

  it('takes the digit keys of a French keyboard with and without Shift, but leaves it its minus', () => {
    expect(readKey(press('&', 'Digit1'))).toBe('1');
    expect(readKey(press('1', 'Digit1', { shiftKey: true }))).toBe('1');
    expect(readKey(press('-', 'Digit6'))).toBe('-');
  });

  it('leaves shortcuts of the app and other keys alone', () => {
    expect(readKey(press('c', 'KeyC', { ctrlKey: true }))).toBeNull();
    expect(readKey(press('!', 'Digit1', { shiftKey: true }))).toBeNull();
    expect(readKey(press('F2', 'F2'))).toBeNull();
  });
});

describe('keys that a person chooses', () => {
  it('hold in place of those at first, and whoever had the key loses it', () => {
    expect(ownerOfKey({}, 'M', 'star')?.id).toBe('memo');
    const chosen = giveKeyTo({}, 'star', 'M');
    const keysOf = (id: string) => keysInForce(chosen).find((entry) => entry.id === id)?.keys;
    expect(keysOf('star')).toEqual(['M']);
    expect(keysOf('memo')).toEqual([]);
    expect(keysOf('remove')).toEqual(['U', 'Delete']);
    expect(ownerOfKey(chosen, 'I', 'memo')).toBeUndefined();
    const all = keysInForce(giveKeyTo(chosen, 'pick', 'U')).flatMap((entry) => entry.keys);
    expect(new Set(all).size).toBe(all.length);
  });

  it('never take Esc from leaving', () => {
    expect(keysInForce({ clear: ['X'] }).find(({ id }) => id === 'clear')?.keys).toEqual(['Escape']);
  });

  it.each([
    [press('k'), 'K'],
    [press('K', 'KeyK', { shiftKey: true }), 'Shift+K'],
    [press('ñ'), 'Ñ'],
    [press('!', 'Digit1', { shiftKey: true }), '!'],
    [press('ArrowUp', '', { altKey: true }), 'Alt+ArrowUp'],
    [press('Delete'), 'Delete'],
  ])('may be %o', (stroke, name) => expect(chooseKey(stroke)).toBe(name));

  it.each(['4', '?', 'Enter', 'Tab', ' ', 'Escape', 'F5', 'ArrowUp', 'Shift', 'Dead'])('may not be %s', (key) =>
    expect(chooseKey(press(key))).toBeNull(),
  );
  it('may not be shortcuts of the app', () => expect(chooseKey(press('k', '', { ctrlKey: true }))).toBeNull());
});
