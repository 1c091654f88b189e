/** Keys on any keyboard, the palette's ranking, and the shapes of directions. */
import { describe, expect, it } from 'vitest';
import { directionGlyphs } from '#shared/domain/coding/coding.ts';
import { findEntries, type PaletteEntry } from '#renderer/app/palette-entries.ts';
import { directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { matchesKeys, writeShortcut, type KeyStroke } from '#renderer/ui/shortcuts.ts';

function stroke(key: string, more: Partial<KeyStroke> = {}): KeyStroke {
  return { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more };
}

describe('keys', () => {
  it('takes Ctrl, or Cmd on a Mac', () => {
    expect(matchesKeys(stroke('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(matchesKeys(stroke('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(matchesKeys(stroke('k', { metaKey: true }), 'Mod+K', false)).toBe(false);
    expect(matchesKeys(stroke('k'), 'Mod+K', false)).toBe(false);
  });

  it('tells Shift apart for letters, and ignores it for signs', () => {
    expect(matchesKeys(stroke('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false);
    expect(matchesKeys(stroke('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true);
    expect(matchesKeys(stroke('?', { shiftKey: true }), '?', false)).toBe(true);
  });

  it('counts the digit row by its place, as French keyboards need', () => {
    expect(matchesKeys(stroke('&', { code: 'Digit1' }), '1', false)).toBe(true);
    expect(matchesKeys(stroke('1', { code: 'Numpad1' }), '1', false)).toBe(true);
  });

  it('writes keys as the keyboard shows them', () => {
    const words = (key: string): string => key.split('.').at(-1) ?? '';
    expect(writeShortcut('Mod+Shift+ArrowUp', words, false)).toBe('control+shift+↑');
    expect(writeShortcut('Mod+K', words, true)).toBe('⌘K');
  });
});

describe('the palette', () => {
  const entry = (group: PaletteEntry['group'], title: string, detail = ''): PaletteEntry => ({
    id: title,
    group,
    title,
    detail,
    run: () => undefined,
  });
  const entries = [
    entry('commands', 'Import files'),
    entry('sources', 'E-01 Reunión'),
    entry('codes', 'Impact'),
    entry('codes', 'Training', 'Impact'),
  ];
  const titles = (typed: string): readonly string[] => findEntries(entries, typed).map(({ title }) => title);

  it('offers commands before anything is typed', () => {
    expect(titles('')).toEqual(['Import files']);
  });

  it('ranks titles before details and folds accents', () => {
    expect(titles('impact')).toEqual(['Impact', 'Training']);
    expect(titles('REUNION')).toEqual(['E-01 Reunión']);
    expect(titles('nothing like it')).toEqual([]);
  });
});

it('shows directions in the shapes of the domain', () => {
  expect(directionShapes).toEqual(directionGlyphs);
});
