/** From places in our text to positions as another program counts them, and the text as that program wants it. */

/** Whom a file is written for: they count differently. */
export const refiFlavours = ['standard', 'nvivo', 'maxqda'] as const;
export type RefiFlavour = (typeof refiFlavours)[number];

const origins: Readonly<Record<RefiFlavour, string>> = {
  standard: 'Triangula',
  nvivo: 'Triangula for NVivo',
  maxqda: 'Triangula for MAXQDA',
};

/** What a file says of who wrote it, and for whom. */
export function originOf(flavour: RefiFlavour): string {
  return origins[flavour];
}

/** The text of a file: MAXQDA wants the line ends of Windows, and counts them as one. */
export function textFor(flavour: RefiFlavour, text: string): string {
  return flavour === 'maxqda' ? text.replaceAll('\n', '\r\n') : text;
}

/** Counts positions in a text: NVivo in UTF-16 units, all others in code points. */
export function positionsFor(flavour: RefiFlavour, text: string): (place: number) => number {
  if (flavour === 'nvivo' || !/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (place) => place;
  const lows: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) lows.push(match.index + 1);
  return (place) => place - countBelow(lows, place);
}

/** How many numbers of a sorted list are smaller. */
function countBelow(list: readonly number[], limit: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
