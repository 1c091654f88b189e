/** What an exchange with another program did not take over, in words. */
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { ExchangeLoss } from '#shared/formats/refi/losses.ts';
import en from '#shared/locales/en/exchange.json';
import es from '#shared/locales/es/exchange.json';
import fr from '#shared/locales/fr/exchange.json';

const words = { en, es, fr } as const;

/** One line: what it is, how many, which ones. */
export function describeLoss({ code, count, names }: ExchangeLoss, language: Language = 'en'): string {
  const some = names.length === 0 ? '' : ` (${names.join('; ')}${count > names.length ? ' …' : ''})`;
  return `${words[language].loss[code]}: ${count}${some}`;
}
