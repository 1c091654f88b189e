import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import { criteria } from '#shared/domain/evaluation/criterion.ts';
import {
  colorsOfCodes,
  contrast,
  fitToTheme,
  shadeOf,
  surfaces,
  themes,
} from '#renderer/features/coding/codebook/code-colors.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours of codes', () => {
  it('knows the contrast of black and white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
  });

  it('knows the surfaces of tokens.css', () => {
    const css = readFileSync('renderer/ui/tokens.css', 'utf8');
    const found = [...css.matchAll(/--surface: (#[0-9a-f]{6});/gu)].map((match) => match[1]);
    expect(found).toEqual([surfaces.light, surfaces.dark, surfaces.contrast]);
  });

  it('keeps a criterion colour that can be seen as it is', () => {
    expect(fitToTheme('#332288', 'light')).toBe('#332288');
  });

  it('makes every colour visible on every theme', () => {
    fc.assert(
      fc.property(hex, fc.constantFrom(...themes), (color, theme) => {
        expect(contrast(fitToTheme(color, theme), surfaces[theme])).toBeGreaterThanOrEqual(
          theme === 'contrast' ? 4.5 : 3,
        );
      }),
    );
  });

  it('gives siblings different shades that stay colours', () => {
    for (const { color } of criteria) {
      const shades = [0, 1, 2, 3, 4].map((index) => shadeOf(color, index));
      expect(new Set(shades).size).toBe(5);
      for (const shade of shades) expect(shade).toMatch(/^#[0-9a-f]{6}$/u);
    }
  });

  it('colours children after their parent, unless they have their own', () => {
    const make = (id: string, parent: string | null, color: string) => ({
      id: asId<'code'>(id),
      name: id,
      parent: parent === null ? null : asId<'code'>(parent),
      criterion: null,
      key: '',
      color,
      definition: '',
      hidden: false,
      order: 0,
    });
    const colors = colorsOfCodes(
      buildCodebook([make('a', null, '#117733'), make('b', 'a', ''), make('c', 'b', '#aa4499')]),
    );
    expect(colors.get(asId('a'))).toBe('#117733');
    expect(colors.get(asId('b'))).toBe(shadeOf('#117733', 0));
    expect(colors.get(asId('c'))).toBe('#aa4499');
  });
});
