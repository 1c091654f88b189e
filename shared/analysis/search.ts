/**
 * Search as a scan over folded texts: words, phrases and patterns, with the place of every hit. There is no index
 * to keep. Folding is done once per text; the scan of 48 MB of folded text takes tens of milliseconds.
 */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import { COMBINING_MARKS, foldText, hasCombiningMarks } from '#shared/analysis/fold-text.ts';
import { compilePattern } from '#shared/analysis/pattern/compile-pattern.ts';
import { parsePattern, type PatternFailure } from '#shared/analysis/pattern/parse-pattern.ts';
import { PatternRunner, type Stretch } from '#shared/analysis/pattern/run-pattern.ts';
import { wordSet } from '#shared/analysis/pattern/unit-set.ts';

export type SearchQuery = {
  /** Words in this order, whatever blanks and line ends stand between them; or a pattern. */
  readonly text: string;
  readonly isPattern?: boolean;
  /** Not inside longer words. */
  readonly wholeWords?: boolean;
};

export type SearchFailure = { readonly code: 'empty'; readonly place: 0 } | PatternFailure;

/** Finds the first hit in folded text at or after a place, null when there is none. */
export type Finder = (folded: string, from: number) => Stretch | null;

/** Gets a query ready; a pattern that cannot be read or would match nothing at all is a failure. */
export function prepareSearch(query: SearchQuery): Result<Finder, SearchFailure> {
  if (query.text.trim() === '') return fail({ code: 'empty', place: 0 });
  if (query.isPattern) {
    const parsed = parsePattern(query.text.normalize('NFC'));
    if (!parsed.ok) return parsed;
    const compiled = compilePattern(parsed.value);
    if (!compiled.ok) return compiled;
    const runner = new PatternRunner(compiled.value);
    return succeed(keepWhole(query, (folded, from) => runner.find(folded, from)));
  }
  return succeed(keepWhole(query, findPhrase(foldText(query.text.normalize('NFC')))));
}

/** All hits in one folded text, the first `limit` with their places; `total` counts them all. */
export function findAll(find: Finder, folded: string, limit = Infinity): { hits: Stretch[]; total: number } {
  const hits: Stretch[] = [];
  let total = 0;
  for (let hit = find(folded, 0); hit; hit = find(folded, hit.end)) {
    total += 1;
    if (hits.length < limit) hits.push(hit);
  }
  return { hits, total };
}

export type SearchHit<Key> = Stretch & { readonly key: Key };

export type SearchOptions = {
  /** How many hits to give places for; all are counted. */
  readonly limit?: number;
  readonly signal?: { readonly aborted: boolean };
  /** Lets other work run; called between chunks. */
  readonly pause?: () => Promise<void>;
};

/** How much text is scanned, or folded, before other work may run: a few milliseconds' worth. */
const CHUNK_UNITS = 2_000_000;

/** Texts that can be searched, each folded when it is first needed. */
export class SearchTexts<Key> {
  private readonly texts = new Map<Key, { readonly text: string; folded: string | null }>();

  /** Adds a text, or replaces it when it is another. */
  set(key: Key, text: string): void {
    if (this.texts.get(key)?.text !== text) this.texts.set(key, { text, folded: null });
  }

  delete(key: Key): void {
    this.texts.delete(key);
  }

  /** Searches all texts in the order they were added; null when it was stopped. */
  async search(
    find: Finder,
    options: SearchOptions = {},
  ): Promise<{ readonly hits: readonly SearchHit<Key>[]; readonly total: number } | null> {
    const { limit = Infinity, signal, pause } = options;
    const hits: SearchHit<Key>[] = [];
    let total = 0;
    let scanned = 0;
    for (const [key, entry] of this.texts) {
      if (signal?.aborted) return null;
      // Folding costs as much as many scans.
      scanned += entry.text.length * (entry.folded === null ? 10 : 1);
      entry.folded ??= foldText(entry.text);
      const found = findAll(find, entry.folded, limit - hits.length);
      for (const hit of found.hits) hits.push({ key, ...hit });
      total += found.total;
      if (pause && scanned > CHUNK_UNITS) {
        await pause();
        scanned = 0;
      }
    }
    return signal?.aborted ? null : { hits, total };
  }
}

function findPhrase(foldedQuery: string): Finder {
  const words = foldedQuery.trim().split(/\s+/u);
  const [word = ''] = words;
  const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const plain = words.length > 1 ? new RegExp(words.map(escape).join('\\s+'), 'g') : null;
  const eachUnit = (text: string): string =>
    [...text].map((character) => `${escape(character)}[${COMBINING_MARKS}]*`).join('');
  const withMarks = new RegExp(words.map(eachUnit).join('\\s+'), 'g');
  return (folded, from) => {
    const pattern = marksOf(folded) ? withMarks : plain;
    if (!pattern) {
      const start = folded.indexOf(word, from);
      return start < 0 ? null : { start, end: start + word.length };
    }
    pattern.lastIndex = from;
    const match = pattern.exec(folded);
    return match ? { start: match.index, end: match.index + match[0].length } : null;
  };
}

const lastAsked = { folded: '', hasMarks: false };

/** The same text is asked about hit after hit. */
function marksOf(folded: string): boolean {
  if (lastAsked.folded !== folded) {
    lastAsked.folded = folded;
    lastAsked.hasMarks = hasCombiningMarks(folded);
  }
  return lastAsked.hasMarks;
}

function keepWhole(query: SearchQuery, find: Finder): Finder {
  if (!query.wholeWords) return find;
  const isWord = wordSet();
  const isInside = (folded: string, place: number): boolean =>
    isWord[folded.charCodeAt(place - 1)] === 1 && isWord[folded.charCodeAt(place)] === 1;
  return (folded, from) => {
    for (let hit = find(folded, from); hit; hit = find(folded, hit.start + 1)) {
      if (!isInside(folded, hit.start) && !isInside(folded, hit.end)) return hit;
    }
    return null;
  };
}
