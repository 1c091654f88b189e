/** What the palette finds: a pure ranking of commands, places, sources and codes by what was typed. */

export type PaletteEntry = {
  readonly id: string;
  readonly group: 'commands' | 'sources' | 'codes';
  readonly title: string;
  /** Shown behind the title in small type and found as well, such as a method or a parent code. */
  readonly detail: string;
  readonly keys?: string;
  readonly color?: string;
  readonly run: () => void;
};

const SHOWN_ENTRIES = 40;

/** The entries that fit, best first within each group: start of the title, start of a word, anywhere, the detail. */
export function findEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = fold(typed).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return entries.filter((entry) => entry.group === 'commands');
  return entries
    .map((entry, index) => ({ entry, index, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.index - b.index)
    .slice(0, SHOWN_ENTRIES)
    .map(({ entry }) => entry);
}

function rankOf(entry: PaletteEntry, wanted: readonly string[]): number | null {
  const title = fold(entry.title);
  const detail = fold(entry.detail);
  let rank = 0;
  for (const word of wanted) {
    if (title.startsWith(word)) rank += 0;
    else if (title.includes(` ${word}`)) rank += 1;
    else if (title.includes(word)) rank += 2;
    else if (detail.includes(word)) rank += 3;
    else return null;
  }
  return rank;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
