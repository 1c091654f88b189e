/** Text for Word: what XML cannot carry becomes a visible sign, never nothing. */

/** Cleans texts for one document and counts what had to be replaced. */
export class WordText {
  replaced = 0;

  /** Line breaks of every kind become `\n`; other control characters show as their picture, such as ␀. */
  clean(text: string): string {
    return text
      .replace(/\r\n?|\u000B|\u000C|\u0085|\u2028|\u2029/gu, '\n')
      .replace(/[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu, (unit) => {
        this.replaced += 1;
        const code = unit.charCodeAt(0);
        return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
      });
  }
}

/** Whether the first letter of the text belongs to a script that runs from right to left. */
export function runsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}

/** The tag that Word knows for a language of ours; undefined for codes it would not take. */
export function wordLanguage(language: string | null): string | undefined {
  const known: Readonly<Record<string, string>> = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR', pt: 'pt-BR', ar: 'ar-SA' };
  return language === null ? undefined : known[language];
}
