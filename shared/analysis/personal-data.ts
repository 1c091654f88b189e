/**
 * Words in texts that may tell who somebody is: e-mail addresses, telephone numbers, numbers of papers, names. They are
 * proposals: only a person knows whether a capitalised word is a name. Pure; looks at each text once.
 */

export const personalKinds = ['email', 'phone', 'id', 'name'] as const;
export type PersonalKind = (typeof personalKinds)[number];

export type PersonalWord = {
  readonly kind: PersonalKind;
  /** As it stands in the texts. */
  readonly words: string;
  readonly count: number;
};

/** Letters, digits and marks that stand in addresses; no blanks, so that nothing is tried twice. */
const EMAIL = /[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu;
/** At least eight digits with the usual signs between them; years and amounts are shorter. */
const PHONE = /(?<![\d\p{L}])\+?\(?\d(?:[ ().-]{0,2}\d){7,14}(?!\d)/gu;
/** CURP and RFC of Mexico, and passports: letters and digits in one word. */
const PAPER =
  /(?<![\p{L}\d])(?:[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d|[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}|[A-Z]{1,2}\d{7,9})(?![\p{L}\d])/gu;
/** Two to four capitalised words, with the small words that stand inside Spanish, French and Portuguese names. */
const FULL_NAME =
  /(?<![\p{L}\d])\p{Lu}\p{Ll}{1,30}(?: (?:de la |de los |del |de |da |dos |y |van |von )?\p{Lu}\p{Ll}{1,30}){1,3}(?![\p{L}\d])/gu;
/** One capitalised word behind one that announces a name. */
const CALLED =
  /(?<![\p{L}\d])(?:don|doña|señora?|sra?|lic|dra?|ing|mr|mrs|ms|madame|monsieur|mme|se llama|me llamo)\.? (\p{Lu}\p{Ll}{1,30})(?![\p{L}\d])/giu;

/** Distinct words, the most frequent first within each kind. */
export function findPersonalWords(texts: Iterable<string>): readonly PersonalWord[] {
  const found = new Map<string, { kind: PersonalKind; words: string; count: number }>();
  const note = (kind: PersonalKind, words: string): void => {
    const key = `${kind} ${words}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { kind, words, count: 1 });
  };
  for (const text of texts) {
    for (const [words] of text.matchAll(EMAIL)) note('email', words);
    for (const [words] of text.matchAll(PAPER)) note('id', words);
    for (const [words] of text.matchAll(PHONE)) note('phone', words.trim());
    for (const [words] of text.matchAll(FULL_NAME)) note('name', words);
    for (const [, words = ''] of text.matchAll(CALLED)) if (/^\p{Lu}/u.test(words)) note('name', words);
  }
  return [...found.values()].sort(
    (a, b) =>
      personalKinds.indexOf(a.kind) - personalKinds.indexOf(b.kind) ||
      b.count - a.count ||
      (a.words < b.words ? -1 : 1),
  );
}
