/** Reads one spoiled file and says what is wrong with the answer; nothing is wrong with a clear refusal. */
import { countCodes } from '#shared/formats/codebook/imported-codebook.ts';
import { readCodebook } from '#shared/formats/codebook/read-codebook.ts';
import type { ImportedSource, ImportFailure } from '#shared/formats/imported-source.ts';
import { readUnguarded } from '#shared/formats/read-file.ts';

export type Reading = { readonly outcome: string; readonly complaint: string | null };

const codes = new Set([
  ...[
    'empty',
    'unsupported-format',
    'binary',
    'damaged',
    'encrypted',
    'no-text',
    'too-large',
    'no-table',
    'form-alone',
  ],
  'codebook',
]);

/** Never throws: what a reader throws is a complaint. */
export async function checkReading(name: string, bytes: Uint8Array): Promise<Reading> {
  try {
    if (/\.qdc$/.test(name)) {
      const found = await readCodebook({ name, bytes });
      if (found === null) return { outcome: 'no codebook', complaint: null };
      if (!found.ok) return { outcome: found.failure.code, complaint: complaintOfFailure(found.failure) };
      return { outcome: 'read', complaint: countCodes(found.value.codes) > 0 ? null : 'a codebook without codes' };
    }
    const read = await readUnguarded({ name, bytes });
    if (!read.ok) return { outcome: read.failure.code, complaint: complaintOfFailure(read.failure) };
    return { outcome: 'read', complaint: complaintOf(read.value) };
  } catch (error) {
    return {
      outcome: 'thrown',
      complaint: `thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    };
  }
}

function complaintOfFailure({ code, values }: ImportFailure): string | null {
  if (!codes.has(code)) return `an unknown failure: ${code}`;
  const needed = {
    damaged: 'format',
    encrypted: 'format',
    'unsupported-format': 'found',
    'too-large': 'limitMegabytes',
  } as const;
  const value = code in needed ? needed[code as keyof typeof needed] : null;
  return value === null || values[value] !== undefined ? null : `${code} without its ${value}`;
}

function complaintOf({ content, warnings, speakers }: ImportedSource): string | null {
  const { text, segments, table } = content;
  if (text.includes('\r')) return 'a carriage return in the text';
  let before = 0;
  for (const { start, end, bodyStart } of segments) {
    if (start < before || end < start || end > text.length) return `a segment out of place: ${start} to ${end}`;
    if (bodyStart !== undefined && (bodyStart < start || bodyStart > end))
      return `words out of their turn: ${bodyStart}`;
    for (const offset of [start, end]) {
      const isInPair =
        (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
      if (isInPair) return `a pair of surrogates cut at ${offset}`;
    }
    before = start;
  }
  if (table !== null) {
    if (table.rows.some((row) => row.length !== table.columns.length)) return 'a row that is not as wide as the table';
    if (new Set(table.respondents).size !== table.rows.length) return 'respondents without a name of their own';
    if (new Set(table.columns.map(({ name }) => name)).size !== table.columns.length) return 'two columns of one name';
  }
  if (speakers.some(({ name, turns }) => name === '' || turns < 1)) return 'a speaker without a name';
  return warnings.every(
    ({ code, values }) => code !== undefined && Object.values(values).every((value) => value !== undefined),
  )
    ? null
    : 'an unclear warning';
}
