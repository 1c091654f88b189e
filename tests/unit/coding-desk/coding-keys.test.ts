import { describe, expect, it } from 'vitest';
import { codingKeys, readKey } from '#renderer/features/coding/coding-keys.ts';

const press = (
  key: string,
  code = '',
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keys of the coding desk', () => {
  it('gives no key to two things', () => {
    const keys = codingKeys.flatMap((entry) => entry.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reads letters in either case, digits and signs', () => {
    expect(readKey(press('c', 'KeyC'))).toBe('C');
    expect(readKey(press('C', 'KeyC', { shiftKey: true }))).toBe('C');
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
