/** Projects that are broken, hostile or simply enormous: refused with a reason or taken with every loss named, never half. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readQdpx } from '#shared/formats/refi/read-qdpx.ts';
import { emptyHeld, importInto, segmentsIn } from '#tests/unit/refi/support.ts';

const GUID = '00000000-0000-4000-8000-0000000000';

function projectOf(inside: string, files: Readonly<Record<string, string>> = {}, head = ''): Uint8Array {
  const xml = `<?xml version="1.0"?>${head}<Project xmlns="urn:QDA-XML:project:1.0" name="bad" origin="Test">${inside}</Project>`;
  return zipSync({
    'project.qde': strToU8(xml),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  });
}

const code = `<CodeBook><Codes><Code guid="${GUID}01" name="c" isCodable="true"/></Codes></CodeBook>`;
function sourceWith(selection: string, path = 'internal://a.txt'): string {
  return `${code}<Sources><TextSource guid="${GUID}02" name="s" plainTextPath="${path}">${selection}</TextSource></Sources>`;
}
function selectionAt(start: string, end: string, target = `${GUID}01`): string {
  return `<PlainTextSelection guid="${GUID}03" startPosition="${start}" endPosition="${end}"><Coding guid="${GUID}04"><CodeRef targetGUID="${target}"/></Coding></PlainTextSelection>`;
}

async function codeOf(bytes: Uint8Array, name = 'bad.qdpx'): Promise<string> {
  const read = await readQdpx({ name, bytes });
  return read.ok ? 'read' : read.failure.code;
}

describe('what is refused', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['words', strToU8('only words'), 'damaged'],
    ['an archive without a project', zipSync({ 'a.txt': strToU8('a') }), 'damaged'],
    ['the beginning of an archive', projectOf('').subarray(0, 60), 'damaged'],
    ['another kind of XML', zipSync({ 'project.qde': strToU8('<CodeBook/>') }), 'damaged'],
    ['XML that is not closed', zipSync({ 'project.qde': strToU8('<Project name="a"><Users>') }), 'damaged'],
    [
      'an entity of its own',
      projectOf('<Description>&lol;</Description>', {}, '<!DOCTYPE Project [<!ENTITY lol "lol">]>'),
      'damaged',
    ],
    [
      'a depth of 30,000',
      projectOf(`<CodeBook><Codes>${'<Code name="a">'.repeat(30_000)}${'</Code>'.repeat(30_000)}</Codes></CodeBook>`),
      'damaged',
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await codeOf(bytes)).toBe(expected);
  });

  it('an archive with a password', async () => {
    const bytes = projectOf('');
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let index = 0; index + 4 < bytes.length; index += 1) {
      const mark = view.getUint32(index, true);
      if (mark === 0x04034b50) bytes[index + 6] = 1;
      if (mark === 0x02014b50) bytes[index + 8] = 1;
    }
    expect(await codeOf(bytes)).toBe('encrypted');
  });

  it('a bomb, long before it is unpacked', async () => {
    const bytes = zipSync({ 'project.qde': new Uint8Array(257_000_000) }, { level: 1 });
    expect(bytes.length).toBeLessThan(5_000_000);
    expect(await codeOf(bytes)).toBe('too-large');
  }, 60_000);
});

describe('what comes in with its losses named', () => {
  const files = { 'sources/a.txt': 'one two' };
  it.each<[string, Uint8Array, string, readonly string[]]>([
    [
      'a path that climbs out',
      projectOf(sourceWith(selectionAt('0', '3'), 'internal://../../../etc/passwd'), files),
      'missing-text',
      ['[0–3]'],
    ],
    ['a position behind the text', projectOf(sourceWith(selectionAt('3', '90')), files), 'outside-text', []],
    ['a position that is no number', projectOf(sourceWith(selectionAt('x', '3')), files), 'outside-text', []],
    ['a selection of nothing', projectOf(sourceWith(selectionAt('3', '3')), files), 'empty-selection', []],
    [
      'a code that is not there',
      projectOf(sourceWith(selectionAt('0', '3', `${GUID}99`)), files),
      'unknown-code',
      ['one'],
    ],
    [
      'a bare ampersand',
      projectOf(sourceWith(`<Description>a & b</Description>${selectionAt('4', '7')}`), files),
      'mended-xml',
      ['two'],
    ],
    [
      'two codings of one GUID',
      projectOf(sourceWith(`${selectionAt('0', '3')}${selectionAt('4', '7')}`), files),
      'duplicate-guid',
      ['one', 'two'],
    ],
    [
      'a text that is no UTF-8',
      zipSync({
        'project.qde': strToU8(`<Project name="a">${sourceWith(selectionAt('0', '4'))}</Project>`),
        'Sources/A.TXT': Uint8Array.of(0x63, 0x61, 0x66, 0xe9),
      }),
      'guessed-encoding',
      ['café'],
    ],
  ])('%s', async (_, bytes, loss, quotes) => {
    const held = emptyHeld();
    const plan = await importInto(held, 'bad.qdpx', bytes);
    expect(plan.losses.map(({ code: found }) => found)).toContain(loss);
    expect(segmentsIn(held).map(({ text }) => text)).toEqual(quotes);
  });

  it('10,000 nested codes: all are there, the tree is cut to a depth that a person can open', async () => {
    const depth = 10_000;
    const codes = Array.from(
      { length: depth },
      (_, index) =>
        `<Code guid="00000000-0000-4000-8000-${String(index).padStart(12, '0')}" name="n${index}" isCodable="true">`,
    );
    const held = emptyHeld();
    const plan = await importInto(
      held,
      'deep.qdpx',
      projectOf(`<CodeBook><Codes>${codes.join('')}${'</Code>'.repeat(depth)}</Codes></CodeBook>`),
    );
    expect(plan.codes.added).toBe(depth);
    expect(plan.losses.map(({ code: found }) => found)).toContain('deep-codes');
  }, 60_000);

  it('a wrong namespace, a prefix, and a project called otherwise', async () => {
    const xml = `<?xml version="1.0"?><q:Project xmlns:q="urn:something:else" name="p">${sourceWith(selectionAt('0', '3')).replace(/<(\/?)/g, '<$1q:')}</q:Project>`;
    const held = emptyHeld();
    await importInto(
      held,
      'p.qdpx',
      zipSync({ 'My study.QDE': strToU8(xml), 'sources/.root': new Uint8Array(), 'sources/a.txt': strToU8('one two') }),
    );
    expect(segmentsIn(held).map(({ text, code: name }) => [text, name])).toEqual([['one', 'c']]);
  });
});
