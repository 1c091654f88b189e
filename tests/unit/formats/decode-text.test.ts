/** Encodings: every one is recognised or chosen, text comes out verbatim but for line ends and the byte order mark. */
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#shared/formats/decode-text.ts';
import type { DecodedText } from '#shared/formats/decode-text.ts';
import { decodeWindows1252 } from '#shared/formats/text/windows-1252.ts';
import { readBytes } from '#tests/unit/formats/support.ts';

function decode(bytes: Uint8Array, override?: string): DecodedText {
  const decoded = decodeText(bytes, override);
  if (!decoded.ok) throw new Error(decoded.failure.code);
  return decoded.value;
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = (mark ? `\ufeff${text}` : text).split('').map((character) => character.charCodeAt(0));
  const view = new DataView(new ArrayBuffer(units.length * 2));
  units.forEach((unit, index) => {
    view.setUint16(index * 2, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
}

function windows1252(text: string): Uint8Array {
  const table = decodeWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (character) => table.indexOf(character));
}

const spanish = 'P1: ¿Cómo está la señora? «Bien» – dijo… “No”, él pagó 5 €.\nE: ¡Qué niño! Años después, así.\n';
const arabic = 'المحاورة: كيف كنتم تحصلون على الماء؟\nالمشاركة: كنّا نشتريه من الصهاريج.\n'.repeat(4);

describe('recognised encodings', () => {
  it.each([
    ['utf-8', strToU8(spanish), 'utf-8'],
    ['utf-8 with its mark', strToU8(`\ufeff${spanish}`), 'utf-8'],
    ['utf-8 with two marks', strToU8(`\ufeff\ufeff${spanish}`), 'utf-8'],
    ['utf-16le with its mark', utf16(spanish, true, true), 'utf-16le'],
    ['utf-16be with its mark', utf16(spanish, false, true), 'utf-16be'],
    ['utf-16le', utf16(spanish, true, false), 'utf-16le'],
    ['utf-16be', utf16(spanish, false, false), 'utf-16be'],
    ['windows-1252', windows1252(spanish), 'windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    expect(decode(bytes)).toMatchObject({ text: spanish, encoding });
  });

  it('UTF-16 of Arabic without a mark', () => {
    expect(decode(utf16(arabic, true, false))).toMatchObject({ text: arabic, encoding: 'utf-16le' });
    expect(decode(utf16(arabic, false, false))).toMatchObject({ text: arabic, encoding: 'utf-16be' });
  });

  it('Mac Roman, whose accents stand where Windows has signs', () => {
    // "Señora, así pagó la matrícula después." with a no-break space.
    const bytes = Uint8Array.from(
      [...'Se\u0096ora, as\u0092 pag\u0097\u00ca la matr\u0092cula despu\u008es. '.repeat(5)].map((character) =>
        character.charCodeAt(0),
      ),
    );
    const decoded = decode(bytes);
    expect(decoded.encoding).toBe('macintosh');
    expect(decoded.text).toContain('Señora, así pagó\u00a0 la matrícula después.');
  });

  it('a guess is said, and the user can choose another one', () => {
    const bytes = windows1252('Año');
    expect(decode(bytes).warnings).toEqual([{ code: 'encoding-guessed', values: { encoding: 'windows-1252' } }]);
    expect(decode(bytes, 'windows-1251').text).toBe('Aсo');
    expect(decode(bytes, 'windows-1251').warnings).toEqual([]);
    expect(decode(bytes, 'no such label').text).toBe('Año');
  });

  it('all of Windows-1252, whatever the runtime thinks of it', () => {
    expect(decode(Uint8Array.of(0x80, 0x91, 0x92, 0x9f, 0xff), 'windows-1252').text).toBe('€‘’Ÿÿ');
    expect(decode(Uint8Array.of(0x80, 0x41), 'latin1').text).toBe('€A');
  });
});

describe('text stays as it is', () => {
  it('but for line ends', () => {
    expect(decode(strToU8('  a\r\nb\rc\n\r\nd \t\n')).text).toBe('  a\nb\nc\n\nd \t\n');
  });

  it('with combining marks, emoji, no-break spaces, soft hyphens', () => {
    const text = 'Jose\u0301 Pen\u0303a\u00a0: co\u00adop 👨‍👩‍👧‍👦 🇺🇳 \u202f?\u2028\u0085';
    expect(decode(strToU8(text)).text).toBe(text);
  });

  it('in UTF-8, any', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        const wanted = text.replace(/^\ufeff+/, '').replace(/\r\n?/g, '\n');
        fc.pre(wanted.trim() !== '' && !/[\u0000-\u0008\u000b-\u001f]/.test(wanted));
        const source = await readBytes(strToU8(`x ${text}`), 'any.txt');
        expect(source.content.text).toBe(`x ${text.replace(/\r\n?/g, '\n')}`);
      }),
      { numRuns: 300 },
    );
  });

  it.each([true, false])('in UTF-16 with its mark, any (little endian: %s)', (littleEndian) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        fc.pre(!/[\u0000-\u0008\u000b-\u001f]/.test(text) && !text.startsWith('\ufeff'));
        const decoded = decode(utf16(text, littleEndian, true));
        expect(decoded.text).toBe(text.replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 300 },
    );
  });
});

describe('what cannot be decoded is said', () => {
  it('a byte cut off at the end', () => {
    const decoded = decode(strToU8('año, niño, señor').subarray(0, -1), 'utf-8');
    expect(decoded.warnings).toEqual([]);
    const cut = decode(strToU8('Qué año, niño, él').subarray(0, -2), 'utf-8');
    expect(cut.warnings).toEqual([{ code: 'undecodable-bytes', values: { count: 1 } }]);
  });

  it('but not the replacement character that stands in the file', () => {
    expect(decode(strToU8('a \ufffd b é')).warnings).toEqual([]);
  });

  it('lone surrogates of UTF-16', () => {
    const decoded = decode(utf16('ab \ud800 cd', true, true));
    expect(decoded.text).toBe('ab \ufffd cd');
    expect(decoded.warnings).toEqual([{ code: 'undecodable-bytes', values: { count: 1 } }]);
  });

  it('lines of another encoding', () => {
    const lines = [strToU8('E: ¿Qué pasó?\n'), windows1252('P1: Pagué en São Tomé.\n'), strToU8('E: ¿Y después?\n')];
    const bytes = Uint8Array.from(lines.flatMap((line) => [...line]));
    const decoded = decode(bytes);
    expect(decoded.text).toBe('E: ¿Qué pasó?\nP1: Pagué en São Tomé.\nE: ¿Y después?\n');
    expect(decoded.warnings).toEqual([{ code: 'mixed-encodings', values: { encoding: 'windows-1252', lines: 1 } }]);
  });

  it('NUL characters, when the rest is text', () => {
    const decoded = decode(strToU8('Interviewer: before\0after. P1: and a lot of other words\n'));
    expect(decoded.warnings).toEqual([{ code: 'nul-characters', values: { count: 1 } }]);
  });
});
