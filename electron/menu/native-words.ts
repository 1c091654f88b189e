/** The words of the host's own menu and dialogs, in the language of the app. */
import en from '#shared/locales/en/menu.json';
import es from '#shared/locales/es/menu.json';
import fr from '#shared/locales/fr/menu.json';
import type { Preferences } from '#shared/bridge/requests.ts';

export type NativeWords = typeof en;
type Language = NonNullable<Preferences['language']>;

const wordsByLanguage: Readonly<Record<Language, NativeWords>> = { en, es, fr };

/** The chosen language, else the system's if we speak it, else English. */
export function chooseLanguage(chosen: Language | null, systemLanguage: string): Language {
  if (chosen) return chosen;
  const base = systemLanguage.toLowerCase().split(/[-_]/)[0] ?? '';
  return base === 'es' || base === 'fr' ? base : 'en';
}

export function nativeWords(language: Language): NativeWords {
  return wordsByLanguage[language];
}
