/**
 * The words of the interface: every JSON file under shared/locales is an area, found by its name, so that
 * an area is added by adding its files. `words('coding.removeCoding', { count: 3 })` picks plural and language.
 */
import { createInstance } from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';

export type WordValues = Readonly<Record<string, string | number>>;
export type Words = (key: string, values?: WordValues) => string;
export type InterfaceLanguage = 'en' | 'es' | 'fr';
export const interfaceLanguages: readonly { readonly id: InterfaceLanguage; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'es', name: 'Español' },
  { id: 'fr', name: 'Français' },
];

type Wording = { readonly [key: string]: string | Wording };
// A glob is resolved by the bundler, which knows no `#` names with two stars.
const areaFiles = import.meta.glob<Wording>('../../shared/locales/*/*.json', { eager: true, import: 'default' });

function wordingOf(language: InterfaceLanguage): Wording {
  const areas: Record<string, Wording> = {};
  for (const [path, wording] of Object.entries(areaFiles)) {
    const [, fileLanguage, area] = /(\w+)\/([\w-]+)\.json$/u.exec(path) ?? [];
    if (area && fileLanguage === language) areas[area] = withAllPlurals(wording);
  }
  return areas;
}

/** Spanish and French have a form for millions that reads like the plural; locales need not repeat it. */
function withAllPlurals(wording: Wording): Wording {
  const full: Record<string, string | Wording> = {};
  for (const [key, text] of Object.entries(wording)) {
    full[key] = typeof text === 'string' ? text : withAllPlurals(text);
    if (key.endsWith('_other')) full[key.replace(/_other$/u, '_many')] ??= full[key];
  }
  return full;
}

/** Making one takes longer than formatting a thousand numbers. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function formatNumber(value: number, language: string): string {
  let format = numberFormats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language);
    numberFormats.set(language, format);
  }
  return format.format(value);
}

const translator = createInstance();
void translator.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  showSupportNotice: false,
  resources: Object.fromEntries(interfaceLanguages.map(({ id }) => [id, { translation: wordingOf(id) }])),
  interpolation: {
    escapeValue: false,
    alwaysFormat: true,
    format: (value: unknown, _format, language) =>
      typeof value === 'number' ? formatNumber(value, language ?? 'en') : String(value),
  },
});

/** The language that the interface speaks now. */
function currentLanguage(): InterfaceLanguage {
  return translator.language as InterfaceLanguage;
}

/** Switches the interface to a language; what is on the screen follows at once. */
export function setLanguage(language: InterfaceLanguage): void {
  document.documentElement.lang = language;
  void translator.changeLanguage(language);
}

/** The interface language for a system that speaks `locale`, such as es-MX; English for all others. */
export function languageFor(locale: string): InterfaceLanguage {
  return interfaceLanguages.find(({ id }) => locale.toLowerCase().startsWith(id))?.id ?? 'en';
}

/** Words outside of components, in the language of the moment. */
export function wordsNow(): Words {
  return (key, values) => translator.t(key, values ?? {});
}

function listenToLanguage(listener: () => void): () => void {
  translator.on('languageChanged', listener);
  return () => translator.off('languageChanged', listener);
}

/** The interface language; the component renders anew when it is switched. */
export function useLanguage(): InterfaceLanguage {
  return useSyncExternalStore(listenToLanguage, currentLanguage);
}

/** Words in the interface language; the same function until the language is switched. */
export function useWords(): Words {
  const language = useLanguage();
  return useMemo(() => {
    const translate = translator.getFixedT(language);
    // Most words hold no values; they are asked for with every render.
    const plain = new Map<string, string>();
    return (key, values) => {
      if (values) return translate(key, values);
      let text = plain.get(key);
      if (text === undefined) plain.set(key, (text = translate(key, {})));
      return text;
    };
  }, [language]);
}
