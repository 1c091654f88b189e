/** Reads csv back with papaparse. Its declaration in the formats room names only what readers use, so its own is here. */
import { createRequire } from 'node:module';

type Parsed = { readonly data: readonly (readonly string[])[]; readonly errors: readonly unknown[] };
type Parse = (text: string, settings: { readonly delimiter: string; readonly newline: string }) => Parsed;
const { parse } = createRequire(import.meta.url)('papaparse') as { readonly parse: Parse };

/** The rows of a file of ours; bytes that are no UTF-8 throw, what is no csv as well. */
export function readCsvRows(bytes: Uint8Array, delimiter = ','): readonly (readonly string[])[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const { data, errors } = parse(text, { delimiter, newline: '\r\n' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.at(-1)?.length === 1 && data.at(-1)?.[0] === '' ? data.slice(0, -1) : data;
}

/** The rows as records by header. */
export function readCsvRecords(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = readCsvRows(bytes);
  return rows.map((row) => Object.fromEntries(header.map((name, place) => [name, row[place] ?? ''])));
}
