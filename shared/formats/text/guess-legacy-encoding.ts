/**
 * Which encoding of one or two bytes a text is in that is not UTF-8. Windows-1252 and Mac Roman, which share most
 * languages of Western Europe, are told apart by what their letters would stand next to; for the rest chardet is asked.
 */
import { analyse } from 'chardet';
import { decodeWindows1252 } from '#shared/formats/text/windows-1252.ts';

const SAMPLE = 200_000;

/** Encodings that chardet may name against Windows-1252, with the WHATWG label that reads them. */
const secondOpinions: Readonly<Record<string, string>> = {
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  Big5: 'big5',
  GB18030: 'gb18030',
  'ISO-2022-JP': 'iso-2022-jp',
  'windows-1256': 'windows-1256',
  'ISO-8859-6': 'iso-8859-6',
  'windows-1255': 'windows-1255',
  'ISO-8859-8': 'windows-1255',
  'windows-1251': 'windows-1251',
  'KOI8-R': 'koi8-r',
  'ISO-8859-5': 'iso-8859-5',
  'windows-1253': 'windows-1253',
  'ISO-8859-7': 'windows-1253',
};

/** WHATWG label, or null when the bytes are hardly text at all. */
export function guessLegacyEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (controlShare(sample) > 0.02) return null;
  const windows = plausibility(decodeWindows1252(sample));
  const mac = plausibility(new TextDecoder('macintosh').decode(sample));
  const latin = mac > windows ? 'macintosh' : 'windows-1252';
  return foreignOpinion(sample, Math.max(windows, mac)) ?? latin;
}

function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1;
  }
  return controls / bytes.length;
}

/** Chardet counts only where Latin letters make no sense: its guesses between Latin alphabets are weak. */
function foreignOpinion(sample: Uint8Array, latinPlausibility: number): string | null {
  let highBytes = 0;
  for (const byte of sample) if (byte >= 0x80) highBytes += 1;
  if (highBytes / sample.length < 0.1 && latinPlausibility > 0) return null;
  const best = analyse(sample)[0];
  if (best === undefined || best.confidence < 30) return null;
  return secondOpinions[best.name] ?? null;
}

/** Mean score of the characters above ASCII by their neighbours: between -1 (rubbish) and 1 (words). */
function plausibility(text: string): number {
  let score = 0;
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) < 0x80) continue;
    count += 1;
    score += scoreOf(text[index] ?? '', text[index - 1] ?? ' ', text[index + 1] ?? ' ');
  }
  return count === 0 ? 0 : score / count;
}

function scoreOf(character: string, before: string, after: string): number {
  const inWord = isLetter(before) && isLetter(after);
  const besidePlain = isPlainLetter(before) || isPlainLetter(after);
  // In French the ligature stands before few letters; elsewhere it is a sign of the wrong encoding.
  if (/[œŒ]/.test(character)) return /[uidstcn]/i.test(after) ? 1 : -0.5;
  if (/\p{Ll}/u.test(character)) return usual.has(character) ? (besidePlain ? 1 : 0.1) : besidePlain ? -0.2 : -0.5;
  if (/\p{Lu}/u.test(character)) {
    if (!usual.has(character.toLowerCase())) return -0.5;
    if (/[a-z]/.test(before)) return -1;
    return isLetter(after) ? 0.8 : -0.4;
  }
  if (character === '’') return isLetter(before) || isLetter(after) ? 1 : 0;
  if ('¿¡«»“”‘–—…•·°ºª€£§©®™½'.includes(character)) return inWord ? -0.8 : 0.8;
  if (character === '\u00a0') return inWord ? 0.2 : 0.6;
  return inWord ? -1 : -0.6;
}

/** Accented letters of Western European languages; others (ı, Ω, ƒ, ˆ ...) speak against an encoding. */
const usual = new Set('áàâäãåæçéèêëíìîïñóòôöõøúùûüýÿßšžðþ');

function isPlainLetter(character: string): boolean {
  return /[a-z]/i.test(character);
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}
