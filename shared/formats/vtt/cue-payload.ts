/** The words of a cue: tags taken off, entities read, voices told apart. */

export type Utterance = { readonly voice: string | null; readonly text: string };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

/** Utterances of a cue; lines belong together, unless each one is a turn of a dialogue. */
export function payloadLines(lines: readonly string[]): readonly Utterance[] {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  const isDialogue = filled.length > 1 && filled.every((line) => /^[-–—]\s/.test(line));
  const wholes = isDialogue ? filled.map((line) => line.replace(/^[-–—]\s+/, '')) : [filled.join(' ')];
  return wholes.flatMap(voicesOf).filter((utterance) => utterance.text !== '');
}

/** Splits at voice tags; words before the first one have no voice. */
function voicesOf(payload: string): readonly Utterance[] {
  const parts = payload.split(/<v(?:\.[^\s>]*)?[ \t]+([^>]*)>/);
  const utterances: Utterance[] = [{ voice: null, text: plain(parts[0] ?? '') }];
  for (let index = 1; index < parts.length; index += 2) {
    const [inside = '', outside = ''] = (parts[index + 1] ?? '').split('</v>');
    const voice = plain(parts[index] ?? '');
    utterances.push({ voice: voice === '' ? null : voice, text: plain(inside) });
    utterances.push({ voice: null, text: plain(outside) });
  }
  return utterances;
}

/** Only tags of WebVTT are tags: somebody may say `<3`. */
function plain(text: string): string {
  return text
    .replace(/<\/?(?:[cibuv]|ruby|rt|lang)(?:[.\s][^>]*)?>|<[\d:.]+>/g, '')
    .replace(/&(#x?[\da-f]{1,6}|\w{2,4});/gi, (whole, name: string) => readEntity(name) ?? whole)
    .trim();
}

function readEntity(name: string): string | null {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}
