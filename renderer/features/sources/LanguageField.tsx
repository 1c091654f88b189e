/** In which language a source speaks, by name; any ISO 639-1 language may be chosen. */
import { useMemo } from 'react';
import { Select } from '#renderer/ui/Select.tsx';
import { useLanguage, useWords } from '#renderer/ui/words.ts';

/** Languages of field work, the interface languages first; others are added by what a source already has. */
const offered = [
  'es',
  'en',
  'fr',
  'pt',
  'ar',
  'ru',
  'zh',
  'hi',
  'bn',
  'ur',
  'fa',
  'sw',
  'ha',
  'am',
  'so',
  'ht',
  'qu',
  'gn',
  'ay',
  'de',
  'it',
  'uk',
  'tr',
  'th',
  'vi',
  'km',
  'my',
  'ne',
  'id',
];
const UNKNOWN = 'unknown';

export type LanguageFieldProps = {
  readonly value: string | null;
  readonly onChange: (language: string | null) => void;
  readonly isDisabled?: boolean;
};

/** A list of languages. */
export function LanguageField({ value, onChange, isDisabled = false }: LanguageFieldProps) {
  const words = useWords();
  const interfaceLanguage = useLanguage();
  const choices = useMemo(() => {
    const names = new Intl.DisplayNames(interfaceLanguage, { type: 'language' });
    const codes = value === null || offered.includes(value) ? offered : [value, ...offered];
    return [{ id: UNKNOWN, label: words('common.unknown') }, ...codes.map((id) => ({ id, label: names.of(id) ?? id }))];
  }, [interfaceLanguage, value, words]);
  return (
    <Select
      label={words('sources.field.language')}
      choices={choices}
      value={value ?? UNKNOWN}
      onChange={(id) => onChange(id === UNKNOWN ? null : id)}
      isDisabled={isDisabled}
    />
  );
}
