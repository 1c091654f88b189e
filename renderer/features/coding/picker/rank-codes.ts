/** Type-ahead over the codebook: two letters and Enter must find the code one means. */
import { foldName, type Codebook } from '#shared/domain/codebook/codebook.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';

export type RankedCode = {
  readonly code: Code;
  /** Names of the codes above it, from the root. */
  readonly above: readonly string[];
  readonly isRecent: boolean;
};

type Entry = { readonly code: Code; readonly path: readonly string[]; readonly order: number };

const NO_MATCH = -1;

/**
 * Codes that match `query`, best first; all with recent ones on top when it is empty. Hidden codes are left out.
 * Each word of the query must be found; a match in the name counts more than one in the path, a beginning more than
 * a middle; recent ones win among equals, then the order of the tree.
 */
export function rankCodes(codebook: Codebook, query: string, recent: readonly CodeId[]): readonly RankedCode[] {
  const words = foldName(query.replaceAll('/', ' ')).split(' ').filter(Boolean);
  const recency = new Map(recent.map((id, index) => [id, recent.length - index]));
  return codebook.flat
    .filter(({ code }) => !isHidden(codebook, code))
    .map(({ code }, order): Entry & { score: number } => {
      const path = codebook.pathOf(code.id);
      return { code, path, order, score: scoreCode(code, path, words) };
    })
    .filter((entry) => entry.score !== NO_MATCH)
    .sort(
      (a, b) => b.score - a.score || (recency.get(b.code.id) ?? 0) - (recency.get(a.code.id) ?? 0) || a.order - b.order,
    )
    .map(({ code, path }) => ({ code, above: path.slice(0, -1), isRecent: recency.has(code.id) }));
}

/** A code is hidden when it or anything above it is. */
function isHidden(codebook: Codebook, code: Code): boolean {
  if (code.hidden) return true;
  const parent = code.parent === null ? undefined : codebook.byId.get(code.parent);
  return parent !== undefined && parent !== code && codebook.rootOf(code.id) !== code && isHidden(codebook, parent);
}

/** Says whether a new code of this name may stand under `parent`: its siblings must not carry the same name. */
export function canCreate(codebook: Codebook, name: string, parent: CodeId | null): boolean {
  const wanted = foldName(name);
  if (wanted === '') return false;
  const siblings = parent === null ? codebook.roots : codebook.childrenOf(parent);
  return !siblings.some((code) => foldName(code.name) === wanted);
}

/** By its name, or by another name of it when that fits better. */
function scoreCode(code: Code, path: readonly string[], words: readonly string[]): number {
  const names = [code.name, ...Object.keys(code.aliases ?? {})];
  return Math.max(...names.map((name) => scorePath([...path.slice(0, -1), name], words)));
}

function scorePath(path: readonly string[], words: readonly string[]): number {
  if (words.length === 0) return 0;
  const names = path.map(foldName);
  const name = names.at(-1) ?? '';
  const whole = words.join(' ');
  if (name === whole) return 1000;
  let score = name.startsWith(whole) ? 500 : 0;
  for (const word of words) {
    const found = scoreWord(names, name, word);
    if (found === NO_MATCH) return NO_MATCH;
    score += found;
  }
  return score;
}

function scoreWord(names: readonly string[], name: string, word: string): number {
  if (name.startsWith(word)) return 100;
  if (name.split(/[\s\-–—:,.()'’]+/u).some((part) => part.startsWith(word))) return 80;
  if (initialsOfName(name).startsWith(word)) return 60;
  if (name.includes(word)) return 40;
  const above = names.slice(0, -1);
  if (above.some((part) => part.startsWith(word))) return 20;
  if (above.some((part) => part.includes(word))) return 10;
  return NO_MATCH;
}

function initialsOfName(name: string): string {
  return name
    .split(/\s+/u)
    .map((part) => part.charAt(0))
    .join('');
}
