/** What a measure means in words: how far it can be relied on, and why it may not be defined. */
import type { AgreementFigures, AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';
import type { Interval } from '#shared/analysis/agreement/resampling.ts';
import type { AgreementUnit } from '#shared/analysis/agreement/text-units.ts';

/** The measure that a verdict rests on: u-alpha for free spans, alpha for pieces of the text. */
export type Headline = 'alpha' | 'binaryUAlpha';

/** Krippendorff's bounds: from here on conclusions can rest on a code, below only tentative ones. */
const RELIABLE = 0.8;
const TENTATIVE = 0.667;
/** A rare code lowers alpha; where coders meet on at least so much of where it stands, that is what the number says. */
const MEETING = 0.5;

/** Each has a locale key. */
export type Verdict =
  'reliable' | 'reliable-uncertain' | 'tentative' | 'low' | 'low-rare' | 'nobody' | 'everywhere' | 'undefined';

export function headlineOf(unit: AgreementUnit): Headline {
  return unit === 'character' ? 'binaryUAlpha' : 'alpha';
}

/** How far a code can be relied on; each verdict has a locale key. */
export function judgeFigures(figures: AgreementFigures, unit: AgreementUnit): Verdict {
  const headline = headlineOf(unit);
  const value = figures[headline];
  const [low]: Interval | [number] = figures.intervals[headline] ?? [Number.NaN];
  if (value === null) return explainUndefined(figures);
  if (value >= RELIABLE) return low < TENTATIVE ? 'reliable-uncertain' : 'reliable';
  if (value >= TENTATIVE) return 'tentative';
  return (figures.ac1 ?? 0) >= RELIABLE && shareOfMeeting(figures) >= MEETING ? 'low-rare' : 'low';
}

/** Of what any two coders gave the code, how much both gave it (Dice). */
function shareOfMeeting({ counts, pairs }: AgreementFigures): number {
  const cells = counts ? [counts] : pairs;
  const both = cells.reduce((sum, { a }) => sum + 2 * a, 0);
  const either = cells.reduce((sum, { b, c }) => sum + b + c, both);
  return either === 0 ? 0 : both / either;
}

function explainUndefined({ counts, percent, n }: AgreementFigures): Verdict {
  if (n === 0) return 'undefined';
  if (counts && counts.a + counts.b + counts.c === 0) return 'nobody';
  return percent === 1 ? 'everywhere' : 'undefined';
}

/** Good, so-so or poor, for the shape beside the word. */
export function toneOf(verdict: Verdict): 'good' | 'warning' | 'danger' | 'plain' {
  switch (verdict) {
    case 'reliable':
      return 'good';
    case 'reliable-uncertain':
    case 'tentative':
    case 'low-rare':
      return 'warning';
    case 'low':
      return 'danger';
    default:
      return 'plain';
  }
}

/** A measure as people read it; a dash where it is not defined. */
export function writeMeasure(
  value: number | null,
  number: (value: number, options?: Intl.NumberFormatOptions) => string,
): string {
  return value === null
    ? '–'
    : number(value, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
        // No minus before a zero.
        signDisplay: 'negative',
      });
}

/** A share with a decimal: 99.7 % is not 100 %. */
export function writeShare(
  share: number | null,
  number: (value: number, options?: Intl.NumberFormatOptions) => string,
): string {
  return share === null ? '–' : number(share, { style: 'percent', maximumFractionDigits: 1 });
}

/** The figures of a row of the table. */
export function figuresOfRow(report: AgreementReport, selected: string): AgreementFigures | undefined {
  return selected === 'overall' ? report.overall : report.codes.find(({ code }) => code === selected);
}
