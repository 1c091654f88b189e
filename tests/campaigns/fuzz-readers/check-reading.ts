/** Reads one spoiled file and says what is wrong with the answer; nothing is wrong with a clear refusal. */
import { countCodes } from '#shared/formats/codebook/imported-codebook.ts';
import { readCodebook } from '#shared/formats/codebook/read-codebook.ts';
import type { ImportedSource, ImportFailure } from '#shared/formats/imported-source.ts';
import { kinds, kindShapes } from '#shared/domain/kinds.ts';
import { Project } from '#shared/domain/project/project.ts';
import { encodeContent, hashContent } from '#shared/formats/project-file/content-block.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { planQdpx } from '#shared/formats/refi/plan-qdpx.ts';
import { readQdpx } from '#shared/formats/refi/read-qdpx.ts';
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
    if (/\.qdpx$/.test(name)) return await checkProject(name, bytes);
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

/** A project is read and laid over an evaluation: every coding must stand in its text, on a code, by somebody. */
async function checkProject(name: string, bytes: Uint8Array): Promise<Reading> {
  const read = await readQdpx({ name, bytes });
  if (!read.ok) return { outcome: read.failure.code, complaint: complaintOfFailure(read.failure) };
  const digest = await loadDigest();
  const project = new Project();
  const lengths = new Map<string, number>();
  const plan = await planQdpx(project, read.value, {
    fileName: name,
    person: 'p' as never,
    now: '2026-01-01T00:00:00.000Z',
    language: 'en',
    addContent: (content) => {
      const hash = hashContent(digest, encodeContent(content));
      lengths.set(hash, content.text.length);
      return Promise.resolve(hash);
    },
    contentOf: () => Promise.resolve(null),
  });
  const author = { replica: 'r' as never, person: 'p' as never, nowMilliseconds: 0 };
  const change = project.prepare(plan.draft, author);
  if (change) project.apply(change);
  for (const { start, end, revision, code, source } of project.all('coding')) {
    if (start < 0 || end <= start || end > (lengths.get(revision) ?? 0)) return misplaced(`${start} to ${end}`);
    if (!project.get('code', code) || !project.get('source', source)) return misplaced('on nothing');
  }
  for (const kind of kinds) {
    for (const { id: _id, ...fields } of project.all(kind)) {
      const checked = kindShapes[kind].schema.partial().safeParse(fields);
      if (!checked.success)
        return { outcome: 'read', complaint: `a ${kind} that does not fit: ${checked.error.message}` };
    }
  }
  return { outcome: 'read', complaint: null };
}

function misplaced(where: string): Reading {
  return { outcome: 'read', complaint: `a coding ${where}` };
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
