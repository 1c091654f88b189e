/** Codebooks of other programs: the real ones beside the project against EXPECTED.json, and invented ones. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countCodes } from '#shared/formats/codebook/imported-codebook.ts';
import type { ImportedCode, ImportedCodebook } from '#shared/formats/codebook/imported-codebook.ts';
import { readCodebook } from '#shared/formats/codebook/read-codebook.ts';

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const isThere = existsSync(`${shared}data/EXPECTED.json`) && existsSync(`${shared}refi`);
if (!isThere) console.log('skipped: real codebooks, because ../shared/data or ../shared/refi is not there');

async function read(bytes: Uint8Array, name: string, language?: string): Promise<ImportedCodebook> {
  const found = await readCodebook({ name, bytes }, language);
  if (found === null) throw new Error(`${name} is no codebook`);
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
}

async function readReal(path: string, language?: string): Promise<ImportedCodebook> {
  return read(new Uint8Array(readFileSync(shared + path)), path.split('/').pop() ?? path, language);
}

function namesOf(codes: readonly ImportedCode[], path = ''): readonly string[] {
  return codes.flatMap(({ name, children }) => [`${path}${name}`, ...namesOf(children, `${path}${name} / `)]);
}

describe.skipIf(!isThere)('real codebooks', () => {
  const dac = [
    ...['REL', 'REL / REL.needs', 'REL / REL.policy', 'COH', 'EFF', 'EFF / EFF.barrier'],
    ...['EFF / EFF.barrier / EFF.barrier.money', 'EFC', 'IMP', 'IMP / IMP.neg', 'SUS', 'X.gender', 'X.voice'],
  ];

  it('REFI-QDA: 13 codes, 8 at the top, colours and definitions', async () => {
    const { codes, format } = await readReal('data/codebooks/dac-criteria_refi-qda.qdc');
    expect(format).toBe('qdc');
    expect(namesOf(codes)).toEqual(dac);
    expect(codes).toHaveLength(8);
    expect(
      codes.every(({ guid, color, definition }) => guid !== '' && /^#[0-9a-f]{6}$/.test(color) && definition !== ''),
    ).toBe(true);
  });

  it('xlsx: the same tree, definitions in the wanted language', async () => {
    const english = await readReal('data/codebooks/dac-criteria_hierarchy_en-fr-es.xlsx');
    expect(namesOf(english.codes)).toEqual(dac);
    expect(english.codes[0]?.definition.split('\n')[0]).toBe('Relevance: are we doing the right things?');
    const spanish = await readReal('data/codebooks/dac-criteria_hierarchy_en-fr-es.xlsx', 'es');
    expect(spanish.codes[0]?.definition.split('\n')[0]).toBe('Pertinencia: ¿hace la intervención lo que debe?');
    expect(english.codes[0]?.color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('Taguette csv: 22 codes with their definitions', async () => {
    const { codes } = await readReal('data/codebooks/taguette_codebook_final.csv');
    expect(codes).toHaveLength(22);
    expect(codes.every(({ definition }) => definition !== '')).toBe(true);
    expect([codes[0]?.name, codes.at(-1)?.name]).toEqual(['Moderator assist', 'Navigation complex']);
  });

  it('QualCoder txt: paths and memos', async () => {
    const { codes } = await readReal('data/codebooks/qualcoder_plain_codes.txt');
    expect(namesOf(codes)).toEqual([
      ...['code1', 'cat1', 'cat1 / code2', 'cat1 / code3', 'cat3', 'cat3 / cat2', 'cat3 / cat2 / code4'],
      ...['cat3 / code5', 'code6'],
    ]);
    expect(codes[0]?.definition).toBe('A memo for code 1');
  });

  it.each([
    ['refi/samples/atlas-spec__specA1_codebook.qdc', null],
    ['refi/samples/qualcoder4__kitchen_codebook.qdc', null],
    ['refi/samples/taguette141__aadorian_codebook.qdc', ['xsd:element name', 'CodeBook', 'Variables']],
    ['refi/synthetic/c02_atlas_like_ns_0_4_sets.qdc', ['code1', 'code2']],
    ['refi/synthetic/c04_taguette_like.qdc', ['people.family']],
    ['refi/synthetic/c05_bom.qdc', ['x & "y" <z>']],
  ])('%s', async (path, names) => {
    const { codes } = await readReal(path);
    // What an independent look at the file counts.
    expect(countCodes(codes)).toBe(readFileSync(shared + path, 'utf8').match(/<Code /g)?.length);
    if (names !== null) expect(namesOf(codes)).toEqual(names);
  });

  it('takes no data file for a codebook', async () => {
    for (const path of [
      'questionnaires/odk_briefcase_all-data-types.csv',
      'questionnaires/gforms_pssuq_duplicate-comments.csv',
      'questionnaires/kobo_reach-iraq_xlsform.xlsx',
      'questionnaires/gforms_r-survey-2019_es.xlsx',
      'interviews/en_codereview_P7R2.txt',
      'documents/udhr_article1_all-languages.txt',
      'subtitles/podcastindex_example.vtt',
    ]) {
      const bytes = new Uint8Array(readFileSync(`${shared}data/${path}`));
      expect(await readCodebook({ name: path, bytes }), path).toBeNull();
    }
  });
});

describe('codebooks', () => {
  it('unwraps the folder of NVivo and keeps a real single root', async () => {
    const nvivo =
      '<?xml version="1.0"?><CodeBook xmlns="urn:x"><Codes><Code name="Nodes" isCodable="false"><Code name="a"/><Code name="b" color="#FA0"/></Code></Codes></CodeBook>';
    const { codes } = await read(strToU8(nvivo), 'a.qdc');
    expect(codes.map(({ name, color }) => [name, color])).toEqual([
      ['a', ''],
      ['b', '#ffaa00'],
    ]);
    const one = await read(strToU8(nvivo.replace('Nodes', 'Access')), 'a.qdc');
    expect(namesOf(one.codes)).toEqual(['Access', 'Access / a', 'Access / b']);
  });

  it('reads parents in any order, missing ones and circles', async () => {
    const table = 'Code;Parent;Description;Colour\nchild;top;x;red\ntop;;y;#00FF00\nlost;nowhere;;\na;b;;\nb;a;;\n';
    const { codes } = await read(strToU8(table), 'codes.csv');
    expect(countCodes(codes)).toBe(6);
    expect(namesOf(codes)).toContain('top / child');
    expect(namesOf(codes)).toContain('nowhere / lost');
    expect(codes.find(({ name }) => name === 'top')?.color).toBe('#00ff00');
  });

  it('reads paths in the name where they repeat', async () => {
    const table = 'Código,Definición\nAcceso > costo,el precio\nAcceso > distancia,lejos\nUso/abuso,palabra\n';
    const { codes } = await read(strToU8(table), 'codigos.csv');
    expect(namesOf(codes)).toEqual(['Acceso', 'Acceso / costo', 'Acceso / distancia', 'Uso/abuso']);
  });

  it('says when a codebook is damaged or empty', async () => {
    const cut = strToU8('<?xml version="1.0"?><CodeBook><Codes><Code name="a"');
    expect(await readCodebook({ name: 'a.qdc', bytes: cut })).toMatchObject({ failure: { code: 'damaged' } });
    const empty = strToU8('<?xml version="1.0"?><CodeBook><Codes/></CodeBook>');
    expect(await readCodebook({ name: 'a.qdc', bytes: empty })).toMatchObject({ failure: { code: 'empty' } });
  });
});
