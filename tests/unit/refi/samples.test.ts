/** Projects that other programs wrote, and small ones with one quirk each, give exactly the segments that were worked out apart. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyHeld, importInto, segmentsIn } from '#tests/unit/refi/support.ts';

const shared = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'refi');
const isThere = existsSync(shared);
if (!isThere) console.warn(`skipped: ${shared} is not there, so projects of other programs are not compared`);

type Expected = {
  readonly segments?: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly code: string;
    readonly user: string;
  }[];
  readonly sources?: number;
  readonly note?: string;
};
type Measured = {
  readonly segments: readonly {
    readonly source: string;
    readonly lf_cp_start: number;
    readonly lf_cp_end: number;
    readonly codes: readonly string[];
    readonly users: readonly string[];
    readonly sha256: string;
  }[];
  readonly sources: readonly { readonly name: string; readonly sha256_lf: string }[];
  readonly codes: readonly string[];
};

function filesIn(folder: string, pattern: RegExp): readonly string[] {
  return isThere ? readdirSync(join(shared, folder)).filter((name) => pattern.test(name)) : [];
}

const synthetic = (
  isThere ? JSON.parse(readFileSync(join(shared, 'synthetic', 'expected.json'), 'utf8')) : {}
) as Readonly<Record<string, Expected>>;

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe.skipIf(!isThere)('projects with one quirk', () => {
  it.each(filesIn('synthetic', /\.qdpx$/))('%s', async (name) => {
    const held = emptyHeld();
    await importInto(held, name, readFileSync(join(shared, 'synthetic', name)));
    const expected = synthetic[name] ?? {};
    const found = segmentsIn(held)
      .filter(({ format }) => format === 'txt')
      .map(({ text, start, end, code, user }) => ({ text, start, end, code, user }));
    const byPlace = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start - b.start || b.end - a.end;
    expect(found).toEqual([...(expected.segments ?? [])].sort(byPlace));
    if (expected.sources !== undefined) expect(held.project.all('source')).toHaveLength(expected.sources);
  });
});

describe.skipIf(!isThere)('projects of other programs', () => {
  it.each(filesIn('samples', /\.qdpx\.json$/))('%s', async (name) => {
    const expected = JSON.parse(readFileSync(join(shared, 'samples', name), 'utf8')) as Measured;
    const held = emptyHeld();
    await importInto(held, name, readFileSync(join(shared, 'samples', name.replace(/\.json$/, ''))));
    const wanted = expected.segments.flatMap((segment) =>
      segment.codes.map((code, index) => ({
        source: segment.source,
        start: segment.lf_cp_start,
        end: segment.lf_cp_end,
        code,
        user: segment.users[index] ?? segment.users[0],
        sha256: segment.sha256,
      })),
    );
    const names = new Set(expected.sources.map((source) => source.name));
    const found = segmentsIn(held)
      .filter(({ source }) => names.has(source))
      .map(({ source, start, end, code, user, text }) => ({
        source,
        start,
        end,
        code,
        user,
        sha256: hash(text).slice(0, 16),
      }));
    const key = (segment: unknown): string => JSON.stringify(segment);
    expect(found.map(key).sort()).toEqual(wanted.map(key).sort());
    for (const { name: source, sha256_lf: wantedHash } of expected.sources) {
      const [revision] = held.project.all('source').flatMap((one) => (one.name === source ? one.revision : []));
      expect(hash(held.contents.get(revision as never)?.text ?? '')).toBe(wantedHash);
    }
  });

  it.each(filesIn('samples', /\.qdpx$/))('%s comes in twice without doubling anything', async (name) => {
    const bytes = readFileSync(join(shared, 'samples', name));
    const held = emptyHeld();
    const first = await importInto(held, name, bytes);
    const before = JSON.stringify(segmentsIn(held));
    const again = await importInto(held, name, bytes);
    expect(again.draft.ops).toEqual([]);
    expect(again.codings.total).toBe(first.codings.total);
    expect(JSON.stringify(segmentsIn(held))).toBe(before);
  });
});
