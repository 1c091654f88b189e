/** Measures how far coders agree, for each code and for all together. Pure; takes seconds on large evaluations. */
import type { AgreementData } from '#shared/analysis/agreement/agreement-data.ts';
import {
  intervalKeys,
  type AgreementFigures,
  type AgreementReport,
  type CodeFigures,
  type OverallFigures,
  type PairFigures,
} from '#shared/analysis/agreement/agreement-report.ts';
import {
  byRater,
  sortByCode,
  unpackTexts,
  type CodedTexts,
  type SpansByText,
  type SpansOfCode,
} from '#shared/analysis/agreement/coded-texts.ts';
import { compareSets } from '#shared/analysis/agreement/compare-sets.ts';
import { countCode, PresenceCount, type CodeCount } from '#shared/analysis/agreement/count-code.ts';
import { compareFrequencies, countDirections } from '#shared/analysis/agreement/count-details.ts';
import { NominalTally, type Measure } from '#shared/analysis/agreement/nominal-tally.ts';
import { addTo, resampleIntervals } from '#shared/analysis/agreement/resampling.ts';
import { joinByValue, joinOverlapping, type Span } from '#shared/analysis/agreement/spans.ts';
import { addContinuum } from '#shared/analysis/agreement/tally-continuum.ts';
import { unitizingAlpha1995 } from '#shared/analysis/agreement/unitizing-1995.ts';
import { UnitizingTally } from '#shared/analysis/agreement/unitizing-tally.ts';
import { directions } from '#shared/domain/coding/coding.ts';

const PRESENT = 1;
const PRESENCE_VALUES = 2;

/** Measures everything. `onProgress` hears how many of all codes are done. */
export function measureAgreement(
  data: AgreementData,
  onProgress: (done: number, total: number) => void = () => undefined,
): AgreementReport {
  const texts = unpackTexts(data);
  const spansOfCodes = sortByCode(data, texts);
  const continuum = continuumOfAll(data, texts);
  const pooled = new PresenceCount(data.coders.length, texts.blockCount);
  const directionsOfAll = new NominalTally(data.coders.length, directions.length);
  const codes = spansOfCodes.map((spans, code): CodeFigures => {
    const whole = countCode(texts, spans.whole, data.coders.length, data.unit);
    const exact = spans.isLeaf ? whole : countCode(texts, spans.exact, data.coders.length, data.unit);
    if (spans.exact.size > 0) {
      pooled.addAll(exact.presence);
      addTo(directionsOfAll.sums, countDirections(texts, spans.exact, data.coders.length, data.unit).sums);
    }
    onProgress(code + 1, spansOfCodes.length);
    return describeCode(data, texts, { code, spans, count: whole }, continuum);
  });
  return {
    unit: data.unit,
    coders: data.coders,
    sources: data.texts.map(({ source }) => source),
    leftOut: data.leftOut,
    codes,
    overall: describeAll(data, texts, { pooled, directionsOfAll }, continuum),
  };
}

function describeCode(
  data: AgreementData,
  texts: CodedTexts,
  counted: { readonly code: number; readonly spans: SpansOfCode; readonly count: CodeCount },
  continuum: UnitizingTally | null,
): CodeFigures {
  const { code, spans, count } = counted;
  const given = countDirections(texts, spans.whole, data.coders.length, data.unit);
  const { uAlpha, intervals, ...figures } = figuresOf(data, count, given);
  return {
    code: data.codes[code]?.id as CodeFigures['code'],
    ...figures,
    intervals,
    uAlpha,
    kuAlpha: continuum && spans.isLeaf ? continuum.measureValue(code + 1).kuAlpha : null,
    frequency: data.unit === 'character' ? null : compareFrequencies(texts, spans.whole),
    alphaU1995: olderAlpha(texts, spans.whole, data.coders.length),
  };
}

function describeAll(
  data: AgreementData,
  texts: CodedTexts,
  counted: { readonly pooled: PresenceCount; readonly directionsOfAll: NominalTally },
  continuum: UnitizingTally | null,
): OverallFigures {
  const anyCode: SpansByText = new Map(texts.texts.map(({ spans }, text) => [text, spans]));
  const marked = countCode(texts, anyCode, data.coders.length, 'character').continuum;
  const figures = figuresOf(data, { presence: counted.pooled, continuum: marked }, counted.directionsOfAll);
  const { uAlpha = null, cuAlpha = null, coverage = null } = continuum?.measure() ?? {};
  return {
    ...figures,
    uAlpha,
    cuAlpha,
    cuCoverage: coverage,
    hasOverlaps: continuum === null,
    ...compareSets(texts, data.unit),
  };
}

/** Figures of a code by itself, of which u-alpha is that of coded or not. */
function figuresOf(data: AgreementData, { presence, continuum }: CodeCount, given: NominalTally): AgreementFigures {
  const coders = data.coders.length;
  const total = presence.total();
  const marked = new UnitizingTally(PRESENCE_VALUES);
  for (const { sums } of continuum) addTo(marked.sums, sums);
  const { uAlpha } = marked.measure();
  const nominal = resampleIntervals(
    presence.blocks.map(({ sums }) => sums),
    (sums) => new NominalTally(coders, PRESENCE_VALUES, sums).measure(),
    intervalKeys.filter((key) => key !== 'binaryUAlpha'),
  );
  const spans = resampleIntervals(
    continuum.map(({ sums }) => sums),
    (sums) => ({ binaryUAlpha: new UnitizingTally(PRESENCE_VALUES, sums).measure().uAlpha }),
    ['binaryUAlpha'],
  );
  const { percent, alpha } = given.measure();
  return {
    n: total.units,
    counts: coders === 2 ? countsOf(total) : null,
    ...total.measure(),
    maximumKappa: total.maximumKappa(),
    uAlpha,
    binaryUAlpha: uAlpha,
    intervals: { ...nominal, ...spans },
    direction: { n: given.units, percent, alpha },
    pairs: coders === 2 ? [] : [...presence.pairs].map(([pair, tally]) => pairOf(data, pair, tally)),
  };
}

function pairOf(data: AgreementData, pair: string, tally: NominalTally): PairFigures {
  const [one = 0, other = 0] = pair.split(' ').map(Number);
  const { percent, kappa, alpha } = tally.measure();
  const coders = [data.coders[one], data.coders[other]] as unknown as PairFigures['coders'];
  return { coders, ...countsOf(tally), percent, kappa, alpha };
}

function countsOf(tally: NominalTally) {
  return { a: tally.count(1, 1), b: tally.count(1, 0), c: tally.count(0, 1), d: tally.count(0, 0) };
}

/** All codes on one continuum; null where a coder gave two codes to the same words. */
function continuumOfAll(data: AgreementData, { texts }: CodedTexts): UnitizingTally | null {
  const tally = new UnitizingTally(data.codes.length + 1);
  for (const text of texts) {
    const spansOfCoders = byRater(text, text.spans).map((own) =>
      joinByValue(own.map(({ start, end, code }) => ({ start, end, value: code + 1 }))),
    );
    if (spansOfCoders.some((spans) => spans === null)) return null;
    addContinuum([tally], text.length, spansOfCoders as readonly (readonly Span[])[], []);
  }
  return tally;
}

/** The alpha of 1995 over all texts laid end to end; only where all coders read all of them. */
function olderAlpha({ texts }: CodedTexts, spansByText: SpansByText, coders: number): Measure {
  if (texts.some(({ raters }) => raters.length < coders)) return null;
  const lists: Span[][] = Array.from({ length: coders }, () => []);
  let offset = 0;
  texts.forEach((text, place) => {
    byRater(text, spansByText.get(place) ?? []).forEach((own, rater) => {
      for (const { start, end } of joinOverlapping(own, PRESENT)) {
        lists[rater]?.push({ start: start + offset, end: end + offset, value: PRESENT });
      }
    });
    offset += text.length;
  });
  return unitizingAlpha1995(offset, lists).alpha;
}
