/** File names for dialogs: safe on every system, with the ending that the format wants. */

export const PROJECT_ENDING = '.triangula';

/** Names that Windows keeps for devices, whatever their ending. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LIMIT_BYTES = 200;

/** A suggested name without characters that a system refuses; never empty. */
export function safeFileName(suggested: string): string {
  const kept = Array.from(suggested.normalize('NFC'))
    .map((character) => (character < ' ' || '<>:"/\\|?*'.includes(character) ? ' ' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const short = cutToBytes(kept, LIMIT_BYTES);
  if (short === '') return 'Triangula';
  return deviceName.test(short) ? `_${short}` : short;
}

/** The path with the ending, added where the user typed a name without it. */
export function withEnding(path: string, ending: string): string {
  return path.toLowerCase().endsWith(ending.toLowerCase()) ? path : path + ending;
}

/** Systems count a name in bytes; a character is kept whole or left out. */
function cutToBytes(text: string, limit: number): string {
  let kept = '';
  let length = 0;
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > limit) break;
    kept += character;
  }
  return kept.trim();
}
