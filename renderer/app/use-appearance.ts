/** Puts theme, size of type and language of the preferences onto the page. */
import { useEffect } from 'react';
import { usePreferences } from '#renderer/view-state/preferences.ts';
import { languageFor, setLanguage } from '#renderer/ui/words.ts';

/** Keeps the page in step with the preferences. */
export function useAppearance(): void {
  const { language, theme, fontScale } = usePreferences((state) => state.preferences);
  const systemLanguage = usePreferences((state) => state.info?.systemLanguage ?? 'en');
  useEffect(() => setLanguage(language ?? languageFor(systemLanguage)), [language, systemLanguage]);
  useEffect(() => {
    document.documentElement.style.setProperty('--font-scale', String(fontScale));
  }, [fontScale]);
  useEffect(() => {
    const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
    const prefersContrast = window.matchMedia('(prefers-contrast: more)');
    const show = (): void => {
      const ofSystem = prefersContrast.matches ? 'contrast' : prefersDark.matches ? 'dark' : 'light';
      document.documentElement.dataset['theme'] = theme === 'system' ? ofSystem : theme;
    };
    show();
    prefersDark.addEventListener('change', show);
    prefersContrast.addEventListener('change', show);
    return () => {
      prefersDark.removeEventListener('change', show);
      prefersContrast.removeEventListener('change', show);
    };
  }, [theme]);
}
