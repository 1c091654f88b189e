/** Codebooks go out in four forms; qdc follows the schema and comes back with its GUIDs, the csv is read by our own import. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import { planCodes } from '#shared/formats/codebook/plan-codes.ts';
import { readCodebook } from '#shared/formats/codebook/read-codebook.ts';
import {
  writeCodebookCsv,
  writeCodebookDocx,
  writeCodebookWorkbook,
  writeQdc,
} from '#shared/formats/codebook/write-codebook.ts';
import type { ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import { gatherMaterial } from '#shared/formats/deliverable/material.ts';
import { wordsFrom } from '#shared/formats/deliverable/words.ts';
import { readFile } from '#shared/formats/read-file.ts';
import en from '#shared/locales/en/export.json';
import es from '#shared/locales/es/export.json';
import { seededBytes } from '#tests/support/random.ts';
import { author, emptyHeld, type Held } from '#tests/unit/refi/support.ts';
import { complaintsOf } from '#tests/unit/refi/written.ts';

const samples = join(import.meta.dirname, '..', '..', 'samples', 'refi');
const request = { words: wordsFrom(en), language: 'en', exportedAt: '2026-02-01T00:00:00.000Z' } as const;

async function take(held: Held, name: string, bytes: Uint8Array): Promise<number> {
  const read = await readCodebook({ name, bytes });
  if (!read?.ok) throw new Error(`${name} is no codebook`);
  const { added, draft } = planCodes(held.project, read.value.codes, name, seededBytes(5));
  const change = held.project.prepare(draft, author);
  if (change) held.project.apply(change);
  return added;
}

function bytesOf(made: ExportResult): Uint8Array {
  if (!made.ok) throw new Error(made.failure.code);
  return made.value.bytes;
}

function pathsOf({ project }: Held): readonly string[] {
  const codebook = buildCodebook(project.all('code'));
  return codebook.flat.map(({ code }) => codebook.pathOf(code.id).join(' > '));
}

describe.each([
  'atlas-spec__specA1_codebook.qdc',
  'c02_atlas_like_ns_0_4_sets.qdc',
  'c04_taguette_like.qdc',
  'c05_bom.qdc',
])('%s', (name) => {
  it('goes out by the schema and comes back with its GUIDs', async () => {
    const held = emptyHeld();
    const bytes = readFileSync(join(samples, name));
    expect(await take(held, name, bytes)).toBeGreaterThan(0);
    const written = bytesOf(writeQdc(gatherMaterial(held.project, held.contents), request));
    const xml = new TextDecoder().decode(written);
    expect(await complaintsOf(xml, 'Codebook.xsd')).toEqual([]);
    for (const [, guid = ''] of bytes.toString().matchAll(/<Code[^>]*?\sguid="\{?([^"}]+)/g))
      expect(xml).toContain(guid.toUpperCase());
    const back = emptyHeld();
    await take(back, 'own.qdc', written);
    expect(pathsOf(back)).toEqual(pathsOf(held));
    expect(
      back.project
        .all('code')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      held.project
        .all('code')
        .map(({ id }) => id)
        .sort(),
    );
    expect(await take(back, 'own.qdc', written)).toBe(0);
  });
});

it('keeps two codes of one name apart where their GUIDs do', async () => {
  const qdc = `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${[1, 2]
    .map((number) => `<Code guid="0000000${number}-0000-4000-8000-000000000001" name="Health" isCodable="true"/>`)
    .join('')}</Codes></CodeBook>`;
  const held = emptyHeld();
  expect(await take(held, 'twins.qdc', new TextEncoder().encode(qdc))).toBe(2);
  expect(pathsOf(held).filter((path) => path === 'Health')).toHaveLength(2);
});

describe('a codebook as a table', () => {
  it.each([
    ['en', en],
    ['es', es],
  ] as const)('as csv in %s is read back as the same tree', async (_, entries) => {
    const held = emptyHeld();
    await take(held, 'a.qdc', readFileSync(join(samples, 'atlas-spec__specA1_codebook.qdc')));
    const csv = bytesOf(writeCodebookCsv(gatherMaterial(held.project, held.contents), { words: wordsFrom(entries) }));
    const back = emptyHeld();
    await take(back, 'codes.csv', csv);
    expect(pathsOf(back)).toEqual(pathsOf(held));
    expect(back.project.all('code').map(({ definition }) => definition)).toEqual(
      held.project.all('code').map(({ definition }) => definition),
    );
  });

  it('is a workbook and a Word document that can be opened', async () => {
    const held = emptyHeld();
    const material = gatherMaterial(held.project, held.contents);
    const workbook = bytesOf(await writeCodebookWorkbook(material, request));
    const back = emptyHeld();
    expect(await take(back, 'codes.xlsx', workbook)).toBe(0);
    const document = await readFile({ name: 'codes.docx', bytes: bytesOf(await writeCodebookDocx(material, request)) });
    expect(document.ok && document.value.content.text).toContain('Leaving no one behind');
  });
});
