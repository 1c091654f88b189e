/** Whether quotes come from many voices or lean on one (method: always say how many say it; no cherry-picking). */

export type QuoteBalance = {
  readonly quotes: number;
  /** Voices with at least one quote. */
  readonly voices: number;
  /** Share of the voice with most quotes, 0 to 1; 0 without quotes. */
  readonly largestShare: number;
  /** How many voices of equal weight would be as balanced: 1 / sum of squared shares; 0 without quotes. */
  readonly effectiveVoices: number;
  readonly isOverReliant: boolean;
};

/** One voice with more than this share of at least so many quotes is leant on too much. */
const OVER_RELIANCE = { share: 0.4, minimumQuotes: 5 } as const;

/** Measures the balance of quotes by voice. */
export function measureBalance(quotesByVoice: Iterable<number>): QuoteBalance {
  const counts = [...quotesByVoice].filter((count) => count > 0);
  const quotes = counts.reduce((sum, count) => sum + count, 0);
  if (quotes === 0) return { quotes: 0, voices: 0, largestShare: 0, effectiveVoices: 0, isOverReliant: false };
  const largestShare = counts.reduce((most, count) => Math.max(most, count), 0) / quotes;
  return {
    quotes,
    voices: counts.length,
    largestShare,
    effectiveVoices: quotes ** 2 / counts.reduce((sum, count) => sum + count ** 2, 0),
    isOverReliant: quotes >= OVER_RELIANCE.minimumQuotes && largestShare > OVER_RELIANCE.share,
  };
}
