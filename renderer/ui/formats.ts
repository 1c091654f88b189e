/** Numbers, dates and lists as the interface language writes them. */
import { useMemo } from 'react';
import { useLanguage } from '#renderer/ui/words.ts';

export type Formats = {
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  readonly percent: (share: number) => string;
  /** An ISO date or time as a date, such as 3 Mar 2024; what is no date is shown as it stands. */
  readonly date: (iso: string) => string;
  /** An ISO time as hours and minutes, such as 14:02. */
  readonly time: (iso: string) => string;
  readonly dateTime: (iso: string) => string;
  /** Joined in the manner of the language: a, b and c. */
  readonly list: (items: readonly string[]) => string;
  /** A size in the unit that reads best, such as 1.2 MB. */
  readonly bytes: (size: number) => string;
};

/** Making a format takes far longer than using it. */
const known = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `number ${language} ${JSON.stringify(options)}`;
  const format = known.get(key) ?? new Intl.NumberFormat(language, options);
  known.set(key, format);
  return format as Intl.NumberFormat;
}

function dates(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `date ${language} ${JSON.stringify(options)}`;
  const format = known.get(key) ?? new Intl.DateTimeFormat(language, options);
  known.set(key, format);
  return format as Intl.DateTimeFormat;
}

/** Formats of one language. */
export function formatsFor(language: string): Formats {
  // Day before month, as the United Nations and most readers of English write it.
  const dateLocale = language === 'en' ? 'en-GB' : language;
  const dated = (iso: string, options: Intl.DateTimeFormatOptions): string => {
    // A date without a time is a day, not a moment: no time zone may move it.
    const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(iso);
    const moment = new Date(iso);
    if (Number.isNaN(moment.getTime())) return iso;
    return dates(dateLocale, isDay ? { ...options, timeZone: 'UTC' } : options).format(moment);
  };
  return {
    number: (value, options) => numbers(language, options).format(value),
    percent: (share) => numbers(language, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    date: (iso) => dated(iso, { day: 'numeric', month: 'short', year: 'numeric' }),
    time: (iso) => dated(iso, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    dateTime: (iso) => dated(iso, { dateStyle: 'medium', timeStyle: 'short' }),
    list: (items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
    bytes: (size) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, size)) / 3)));
      const value = size / 1000 ** step;
      const unit = units[step] ?? 'byte';
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
      }).format(value);
    },
  };
}

/** Formats in the interface language; the same object until the language is switched. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formatsFor(language), [language]);
}
