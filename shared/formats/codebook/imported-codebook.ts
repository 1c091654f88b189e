/** A codebook of another program as a tree, before it is laid over the project's own. */

export type ImportedCode = {
  readonly name: string;
  readonly definition: string;
  /** `#rrggbb` in small letters, '' for none. */
  readonly color: string;
  /** As REFI-QDA writes it, small letters and no braces; '' where the file has none. */
  readonly guid: string;
  readonly children: readonly ImportedCode[];
};

export type ImportedCodebook = {
  readonly format: 'qdc' | 'csv' | 'xlsx' | 'txt';
  readonly codes: readonly ImportedCode[];
  /** Code groups (sets), which a tree has no place for. */
  readonly groupsLeftOut: number;
};

/** How many codes there are, at all levels. */
export function countCodes(codes: readonly ImportedCode[]): number {
  return codes.reduce((sum, code) => sum + 1 + countCodes(code.children), 0);
}

const namedColors: Readonly<Record<string, string>> = {
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  pink: '#ffc0cb',
  brown: '#a52a2a',
  grey: '#808080',
  gray: '#808080',
  black: '#000000',
};

/** `#RGB`, `#RRGGBB`, `RRGGBB`, with alpha behind it, `rgb(1, 2, 3)`, English names. */
export function readColor(text: string): string {
  const plain = text.trim().toLowerCase();
  const [, red, green, blue] = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})/.exec(plain) ?? [];
  if (red !== undefined && green !== undefined && blue !== undefined) {
    return `#${[red, green, blue].map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('')}`;
  }
  const hex = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(plain)?.[1];
  if (hex !== undefined) return `#${hex}`;
  const short = /^#([0-9a-f]{3})$/.exec(plain)?.[1];
  return short === undefined ? (namedColors[plain] ?? '') : `#${[...short].map((digit) => digit + digit).join('')}`;
}
