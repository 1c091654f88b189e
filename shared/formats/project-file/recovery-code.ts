/**
 * The code on a recovery sheet: six groups of five signs, 150 bits, without letters that are taken for digits.
 * Typed by hand from paper: case, blanks and look-alikes do not matter.
 */
import type { RandomBytes } from '#shared/basics/ids.ts';

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 6;
const GROUP_LENGTH = 5;

/** Draws a code; 256 is a multiple of 32, so every sign is as likely as any other. */
export function drawRecoveryCode(randomBytes: RandomBytes): string {
  const signs = Array.from(randomBytes(GROUPS * GROUP_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    signs.slice(index * GROUP_LENGTH, (index + 1) * GROUP_LENGTH),
  );
  return groups.join('-');
}

/** What was typed as the code that it means, without signs between; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  const isCode = signs.length === GROUPS * GROUP_LENGTH && [...signs].every((sign) => ALPHABET.includes(sign));
  return isCode ? signs : null;
}
