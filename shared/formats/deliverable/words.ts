/** How writers get their wording: a function from a key of export.json and values to text in one language. */

/** Gives the text of a key such as `column.quote`; `values` fill its `{{places}}`. i18next's `t` fits. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Locale entries as they stand in export.json. */
export type WordEntries = { readonly [key: string]: string | WordEntries };

/** Words from the entries of one language, for callers that have no i18next at hand. A missing key shows itself. */
export function wordsFrom(entries: WordEntries): Words {
  return (key, values = {}) => {
    const found = lookUp(entries, key);
    if (found === undefined) return key;
    return found.replace(/\{\{\s*(\w+)\s*\}\}/gu, (place, name: string) => String(values[name] ?? place));
  };
}

function lookUp(entries: WordEntries, key: string): string | undefined {
  let found: string | WordEntries | undefined = entries;
  for (const part of key.split('.')) {
    if (found === undefined || typeof found === 'string') return undefined;
    found = found[part];
  }
  return typeof found === 'string' ? found : undefined;
}
