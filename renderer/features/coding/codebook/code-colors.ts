/** Colours of codes: criteria keep theirs, children take shades of it, and each theme gets one that can be seen on it. */
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import type { Codebook } from '#shared/domain/codebook/codebook.ts';

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** `--surface` of each theme in tokens.css; a test holds them together. */
export const surfaces: Readonly<Record<Theme, string>> = { light: '#ffffff', dark: '#1b1f26', contrast: '#000000' };

/** WCAG 1.4.11 asks 3 for what is not text; the high contrast theme asks for more. */
const FLOORS: Readonly<Record<Theme, number>> = { light: 3, dark: 3, contrast: 4.5 };

/** Lightness steps of siblings, and a slight turn of the hue so that neighbours differ in more than light. */
const LIGHTNESS_STEPS = [0.07, -0.06, 0.13, -0.11, 0.02] as const;
const HUE_STEPS = [10, -10, 20, -20, 30] as const;

type Lch = { readonly lightness: number; readonly chroma: number; readonly hue: number };
type Rgb = readonly [red: number, green: number, blue: number];

/** The colour of every code before it is fitted to a theme: its own, or a shade of the one above. */
export function colorsOfCodes(codebook: Codebook): ReadonlyMap<CodeId, string> {
  const colors = new Map<CodeId, string>();
  const paint = (siblings: readonly Code[], above: string): void => {
    siblings.forEach((code, index) => {
      const color = isHex(code.color) ? code.color : code.parent === null ? above : shadeOf(above, index);
      colors.set(code.id, color);
      paint(codebook.childrenOf(code.id), color);
    });
  };
  paint(codebook.roots, '#777777');
  return colors;
}

/** The shade that the child at `index` takes of its parent's colour. */
export function shadeOf(color: string, index: number): string {
  const { lightness, chroma, hue } = toLch(color);
  const step = index % LIGHTNESS_STEPS.length;
  const shifted = clamp(lightness + (LIGHTNESS_STEPS[step] ?? 0), 0.25, 0.92);
  return toHex({ lightness: shifted, chroma, hue: hue + (HUE_STEPS[step] ?? 0) });
}

/** The colour made just lighter or darker enough to be seen on the theme's surface. */
export function fitToTheme(color: string, theme: Theme): string {
  const surface = surfaces[theme];
  const step = contrast('#000000', surface) > contrast('#ffffff', surface) ? -0.02 : 0.02;
  let lch = toLch(color);
  let fitted = color;
  for (let tries = 0; tries < 50 && contrast(fitted, surface) < FLOORS[theme]; tries += 1) {
    lch = { ...lch, lightness: clamp(lch.lightness + step, 0, 1) };
    fitted = toHex(lch);
  }
  return fitted;
}

/** WCAG contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function isHex(color: string): boolean {
  return /^#[0-9a-f]{6}$/iu.test(color);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function luminance(color: string): number {
  const [red, green, blue] = toLinear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(color: string): Rgb {
  const channel = (at: number): number => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** To OKLCH, in which equal steps of lightness look equal. Constants are Björn Ottosson's. */
function toLch(color: string): Lch {
  const [red, green, blue] = toLinear(color);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return { lightness, chroma: Math.hypot(a, b), hue: (Math.atan2(b, a) * 180) / Math.PI };
}

function toHex(color: Lch): string {
  // A colour outside of what a screen shows loses chroma, never its lightness.
  for (let chroma = color.chroma; chroma > 0.001; chroma *= 0.92) {
    const rgb = toRgb({ ...color, chroma });
    if (rgb.every((value) => value > -0.002 && value < 1.002)) return hexOf(rgb);
  }
  return hexOf(toRgb({ ...color, chroma: 0 }));
}

function toRgb({ lightness, chroma, hue }: Lch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function hexOf(rgb: Rgb): string {
  const channel = (value: number): string => {
    const limited = clamp(value, 0, 1);
    const encoded = limited <= 0.0031308 ? limited * 12.92 : 1.055 * limited ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${rgb.map(channel).join('')}`;
}
