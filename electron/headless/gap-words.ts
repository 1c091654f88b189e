/** The wording of gaps in each language. */
import type { SayGap } from '#shared/analysis/gaps/gap.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import { wordsFrom } from '#shared/formats/deliverable/words.ts';
import en from '#shared/locales/en/gaps.json';
import es from '#shared/locales/es/gaps.json';
import fr from '#shared/locales/fr/gaps.json';

const words: Readonly<Record<Language, SayGap>> = { en: wordsFrom(en), es: wordsFrom(es), fr: wordsFrom(fr) };

/** The words of one language. */
export function wordsOfGaps(language: Language): SayGap {
  return words[language];
}
