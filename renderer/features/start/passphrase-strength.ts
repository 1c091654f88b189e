/** A rough measure of how hard a passphrase is to guess: a hint while typing, never a gate. */

export type PassphraseStrength = 'empty' | 'weak' | 'fair' | 'strong';

const FAIR_BITS = 45;
const STRONG_BITS = 65;

/** Guesses strength from length and variety; repeated and running characters count little. */
export function measurePassphrase(passphrase: string): PassphraseStrength {
  if (passphrase === '') return 'empty';
  const bits = effectiveLength(passphrase) * Math.log2(alphabetSize(passphrase));
  if (bits < FAIR_BITS) return 'weak';
  return bits < STRONG_BITS ? 'fair' : 'strong';
}

function alphabetSize(text: string): number {
  const classes: readonly (readonly [RegExp, number])[] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\d/u, 10],
    [/[^\p{L}\d]/u, 20],
  ];
  return classes.reduce((size, [pattern, count]) => (pattern.test(text) ? size + count : size), 2);
}

/** Characters that do not just repeat or follow the one before, as in aaaa or 1234. */
function effectiveLength(text: string): number {
  const characters = [...text];
  return characters.reduce((length, character, index) => {
    const step =
      index === 0 ? 2 : Math.abs((character.codePointAt(0) ?? 0) - (characters[index - 1]?.codePointAt(0) ?? 0));
    return length + (step <= 1 ? 0.25 : 1);
  }, 0);
}
