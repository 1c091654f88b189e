/** Text in spreadsheet cells: escaped so that every UTF-16 code unit comes back, cut only between characters. */

/** What XML 1.0 cannot carry or would change, and what reads like an escape already. */
const SPECIAL = /[&<>"]|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)|[\uD800-\uDFFF]/u;
const SPECIALS = new RegExp(SPECIAL, 'gu');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Escapes text for a cell. Control characters, carriage returns and lone surrogates become `_xHHHH_`, which is how the
 * format itself carries them (ST_Xstring), so nothing is dropped; an underscore that would read as one is escaped too.
 */
export function escapeCellText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(
    SPECIALS,
    (unit) => ENTITIES[unit] ?? `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** Escapes text for an XML attribute or a property, where `_xHHHH_` means nothing: what XML cannot carry shows as �. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu, '\uFFFD')
    .replace(/[&<>"]/gu, (unit) => ENTITIES[unit] ?? unit);
}

/** Whether spaces at the ends or line breaks need `xml:space`. */
export function needsSpaceKept(text: string): boolean {
  return /^\s|\s$|\n/u.test(text);
}

/** Whether a spreadsheet would take this text for a formula when somebody edits the cell or opens a csv. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/u.test(text);
}

/** Cuts text into parts of at most `limit` code units, never inside a surrogate pair or before a combining mark. */
export function splitText(text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > limit) {
    let end = start + limit;
    for (let back = 0; back < 64 && end > start + 1 && joinsBackwards(text, end); back += 1) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  parts.push(text.slice(start));
  return parts;
}

function joinsBackwards(text: string, position: number): boolean {
  const before = text.charCodeAt(position - 1);
  const after = text.charCodeAt(position);
  if (before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff) return true;
  const next = String.fromCodePoint(text.codePointAt(position) ?? 0);
  return before === 0x200d || /[\p{M}\u200D\p{Emoji_Modifier}]/u.test(next) || (before === 0x0d && after === 0x0a);
}
