/** What an exchange does not take over as it stands, named one by one: REFI-QDA 1.5, section 7, asks for it. */

/** `code` is a locale key `exchange.loss.CODE`; `values` fill its text. */
export type ExchangeLoss = {
  readonly code: ExchangeLossCode;
  /** How many of them; 1 where there is only one. */
  readonly count: number;
  /** Which ones, at most a few: names of sources, codes, files. */
  readonly names: readonly string[];
};

export const exchangeLossCodes = [
  // import
  'mended-xml',
  'positions-uncertain',
  'outside-text',
  'unknown-code',
  'unknown-source',
  'duplicate-guid',
  'empty-selection',
  'guessed-encoding',
  'missing-text',
  'external-media',
  'media-not-kept',
  'rich-text-not-kept',
  'stand-in',
  'text-differs',
  'deep-codes',
  'long-names',
  'unnamed-codes',
  'unknown-users',
  'cases-as-codes',
  'direction-unknown',
  'code-groups',
  // kept and written back, but shown nowhere or only in a list
  'kept-notes',
  'kept-comments',
  'kept-sets',
  'kept-links',
  'kept-graphs',
  'kept-selections',
  // export
  'replaced-characters',
  'texts-missing',
  'older-revisions',
  'media-without-file',
  'variable-as-text',
  'structure-in-note',
  'link-without-end',
  'kept-left-out',
] as const;
export type ExchangeLossCode = (typeof exchangeLossCodes)[number];

const NAMES = 5;

/** Collects losses of one exchange; the same code is counted up. */
export class LossBook {
  private readonly entries = new Map<ExchangeLossCode, { count: number; names: Set<string> }>();

  add(code: ExchangeLossCode, name = '', count = 1): void {
    const entry = this.entries.get(code) ?? { count: 0, names: new Set<string>() };
    entry.count += count;
    if (name !== '' && entry.names.size < NAMES) entry.names.add(name.slice(0, 120));
    this.entries.set(code, entry);
  }

  get losses(): readonly ExchangeLoss[] {
    return exchangeLossCodes.flatMap((code) => {
      const entry = this.entries.get(code);
      return entry === undefined ? [] : [{ code, count: entry.count, names: [...entry.names] }];
    });
  }
}
