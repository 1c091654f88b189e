/** The wording of deliverables in each language. */
import type { Language } from '#shared/domain/evaluation/language.ts';
import { wordsFrom, type WordEntries, type Words } from '#shared/formats/deliverable/words.ts';
import en from '#shared/locales/en/export.json';
import es from '#shared/locales/es/export.json';
import fr from '#shared/locales/fr/export.json';

export const exportEntries: Readonly<Record<Language, WordEntries>> = { en, es, fr };
const words: Readonly<Record<Language, Words>> = { en: wordsFrom(en), es: wordsFrom(es), fr: wordsFrom(fr) };

/** The words of one language. */
export function wordsOfExports(language: Language): Words {
  return words[language];
}
