/** What is written follows the schema to the letter, and what came in comes back. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaintsOf, exportFrom, ownGuids, referredGuids, unpack } from '#tests/unit/refi/written.ts';
import { emptyHeld, importInto, segmentsIn, type Held } from '#tests/unit/refi/support.ts';

const own = join(import.meta.dirname, '..', '..', 'samples', 'refi');
const shared = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'refi', 'samples');
if (!existsSync(shared)) console.warn(`skipped: ${shared} is not there, so fewer projects are written back`);
const folders = existsSync(shared) ? [own, shared] : [own];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.qdpx') && (folder === own || !existsSync(join(own, name))))
    .map((name) => [name, join(folder, name)] as const),
);

async function heldOf(name: string, bytes: Uint8Array): Promise<Held> {
  const held = emptyHeld();
  await importInto(held, name, bytes);
  return held;
}

describe.each(files)('%s', (name, path) => {
  it.each(['standard', 'nvivo', 'maxqda'] as const)('is written back by the schema for %s', async (flavour) => {
    const held = await heldOf(name, readFileSync(path));
    const { bytes } = await exportFrom(held, { flavour });
    const { xml, names, files: parts } = unpack(bytes);
    // The others differ from the standard only in the numbers of positions; one of them is looked at as well.
    if (flavour === 'standard' || name.startsWith('s01')) expect(await complaintsOf(xml, 'Project.xsd')).toEqual([]);
    const guids = ownGuids(xml);
    expect(new Set(guids).size).toBe(guids.length);
    const known = new Set(guids);
    expect(referredGuids(xml).filter((guid) => !known.has(guid))).toEqual([]);
    for (const file of names) expect(file).toMatch(/^(?:project\.qde|sources\/[0-9A-F-]{36}\.txt)$/);
    for (const [file, content] of Object.entries(parts)) {
      expect([...content.subarray(0, 3)], file).not.toEqual([0xef, 0xbb, 0xbf]);
      if (flavour !== 'maxqda') expect(content.includes(0x0d), file).toBe(false);
    }
    const paths = [...xml.matchAll(/plainTextPath="internal:\/\/([^"]+)"/g)].map((match) => `sources/${match[1]}`);
    expect(paths.filter((file) => !names.includes(file))).toEqual([]);
  });

  it('gives the same segments in the second generation, and the same file in the third', async () => {
    const first = await heldOf(name, readFileSync(path));
    const second = await heldOf(name, (await exportFrom(first)).bytes);
    expect(segmentsIn(second)).toEqual(segmentsIn(first));
    const written = unpack((await exportFrom(second)).bytes);
    const third = await heldOf(name, (await exportFrom(second)).bytes);
    const again = unpack((await exportFrom(third)).bytes);
    expect(again.xml).toBe(written.xml);
    expect(again.names).toEqual(written.names);
  });
});

describe('GUIDs', () => {
  it('that came in come back', async () => {
    const bytes = readFileSync(join(own, 's05_maxqda_like.qdpx'));
    const original = unpack(bytes).xml.toUpperCase();
    const { xml } = unpack((await exportFrom(await heldOf('s05', bytes))).bytes);
    const written = new Set(ownGuids(xml));
    const wanted = [
      ...original.matchAll(
        /<(?:USER|CODE|TEXTSOURCE|VIDEOSOURCE|PLAINTEXTSELECTION|CODING|SET)\s[^>]*?GUID="([^"]+)"/g,
      ),
    ];
    expect(wanted.length).toBeGreaterThan(12);
    expect(wanted.map((match) => match[1] ?? '').filter((guid) => !written.has(guid))).toEqual([]);
  });
});
