/** Published examples of agreement on units, to the printed digits (T1-T15, T17, T19 of the method notes). */
import { describe, expect, it } from 'vitest';
import {
  intervalDifference,
  jaccardDifference,
  masiDifference,
  masiDistance,
  nominalDifference,
  ordinalDifference,
  ratioDifference,
  type CodeSet,
} from '#shared/analysis/agreement/differences.ts';
import { krippendorffAlpha } from '#shared/analysis/agreement/krippendorff-alpha.ts';
import { MISSING, NominalTally } from '#shared/analysis/agreement/nominal-tally.ts';

/** Units as words, a character per coder, `.` where one is missing. */
function unitsOf(words: string): readonly string[] {
  return words.trim().split(/\s+/u);
}

/** A word per coder, turned into a word per unit. */
function acrossCoders(...coders: readonly string[]): readonly string[] {
  return [...(coders[0] ?? '')].map((_, place) => coders.map((coder) => coder[place]).join(''));
}

function tallyOf(units: readonly string[]): NominalTally {
  const values = [...new Set(units.join('').replaceAll('.', ''))].sort();
  const tally = new NominalTally(units[0]?.length ?? 0, values.length);
  for (const unit of units)
    tally.add(
      [...unit].map((value) => (value === '.' ? MISSING : values.indexOf(value))),
      1,
    );
  return tally;
}

const scales = {
  nominal: nominalDifference,
  ordinal: ordinalDifference,
  interval: intervalDifference,
  ratio: ratioDifference,
};

function alpha(units: readonly string[], scale: keyof typeof scales): number | null {
  return krippendorffAlpha(
    units.map((unit) => ({ ratings: [...unit.replaceAll('.', '')].map(Number), weight: 1 })),
    scales[scale],
    (value) => value,
    (a, b) => a - b,
  );
}

/** A table of two coders: its cells are units. */
function tableTally(rows: readonly (readonly number[])[]): NominalTally {
  const tally = new NominalTally(2, rows.length);
  rows.forEach((row, first) => row.forEach((count, second) => tally.add([first, second], count)));
  return tally;
}

/** Rows of counts per value; coders are interchangeable. */
function countsTally(rows: readonly string[], coders: number): NominalTally {
  const tally = new NominalTally(coders, rows[0]?.length ?? 0);
  for (const row of rows) {
    tally.add(
      [...row].flatMap((count, value) => Array<number>(Number(count)).fill(value)),
      1,
    );
  }
  return tally;
}

function printed(value: number | null, digits: number): string | null {
  return value === null ? null : value.toFixed(digits);
}

/** The kappas by category that Fleiss prints follow from shares of 180 ratings that he had rounded to three digits. */
function fromRoundedShares(kappa: number, share: number): number {
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const agreeing = kappa * (1 - share) + share;
  const squares = agreeing * 900 * share + 180 * share;
  const rounded = round(share);
  return (round((squares - 180 * rounded) / (900 * rounded)) - rounded) / (1 - rounded);
}

const T4 = unitsOf('11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.');
const T5 = unitsOf(
  `112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101.
   000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12
   2222. 111.1`,
);
const T6 = unitsOf('.1. ... .22 .11 .33 334 444 13. 2.2 1.1 1.1 3.3 3.3 ... 3.4');
const T7 = unitsOf('111 122 222 444 144 222 123 333 222');
const T12 = unitsOf(
  `444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335
   111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`,
);

describe('agreement on units', () => {
  it.each([
    ['T1', acrossCoders('1100000000', '0110010100'), 0.6, '0.095238'],
    ['T2', acrossCoders('aabbbbbccccc', 'abbbbbcccccc'), 10 / 12, '0.734104'],
    ['T3', acrossCoders('aabbdcccedda', 'babbbccceddd'), 0.75, '0.691964'],
  ])('%s: percent and alpha of two coders', (_, units, percent, value) => {
    const measures = tallyOf(units).measure();
    expect(measures.percent).toBeCloseTo(percent, 10);
    expect(printed(measures.alpha, 6)).toBe(value);
  });

  it('T4: four coders with missing values', () => {
    const measures = tallyOf(T4).measure();
    expect(printed(measures.percent, 7)).toBe('0.8181818');
    expect(printed(measures.ac1, 5)).toBe('0.77544');
    expect(printed(measures.fleiss, 5)).toBe('0.76117');
    expect(printed(measures.kappa, 5)).toBe('0.76282');
    expect(printed(measures.brennanPrediger, 5)).toBe('0.77273');
    expect(printed(measures.alpha, 6)).toBe('0.743421');
    expect(printed(alpha(T4, 'nominal'), 6)).toBe('0.743421');
    expect(printed(alpha(T4, 'ordinal'), 6)).toBe('0.815388');
    expect(printed(alpha(T4, 'interval'), 6)).toBe('0.849107');
    expect(printed(alpha(T4, 'ratio'), 6)).toBe('0.797403');
  });

  it('T5: five coders, forty units', () => {
    expect(T5).toHaveLength(40);
    expect(printed(alpha(T5, 'ordinal'), 4)).toBe('0.7598');
    expect(printed(alpha(T5, 'nominal'), 4)).toBe('0.4765');
    expect(printed(alpha(T5, 'interval'), 4)).toBe('0.7574');
  });

  it('T6 and T7: three coders', () => {
    expect(printed(alpha(T6, 'nominal'), 6)).toBe('0.691358');
    expect(printed(tallyOf(T6).measure().alpha, 6)).toBe('0.691358');
    expect(printed(alpha(T6, 'interval'), 6)).toBe('0.810845');
    expect(printed(alpha(T7, 'nominal'), 4)).toBe('0.6417');
    expect(printed(alpha(T7, 'interval'), 4)).toBe('0.5469');
    expect(printed(alpha(T7, 'ratio'), 4)).toBe('0.4833');
  });

  it('T8: Cohen 1960', () => {
    const tally = tableTally([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    const measures = tally.measure();
    expect(measures.percent).toBeCloseTo(0.7, 12);
    expect(printed(measures.kappa, 6)).toBe('0.491525');
    expect(printed(tally.maximumKappa(), 3)).toBe('0.831');
    expect(printed(measures.fleiss, 6)).toBe('0.487179');
    expect(printed(measures.alpha, 6)).toBe('0.488462');
    expect(printed(measures.ac1, 6)).toBe('0.575972');
    expect(printed(measures.brennanPrediger, 4)).toBe('0.5500');
  });

  it('T9 and T10: tables of two coders', () => {
    const t9 = tableTally([
      [20, 10],
      [20, 50],
    ]).measure();
    expect(printed(t9.brennanPrediger, 3)).toBe('0.400');
    expect(printed(t9.fleiss, 6)).toBe('0.340659');
    expect(printed(t9.kappa, 6)).toBe('0.347826');
    expect(printed(t9.alpha, 6)).toBe('0.343956');
    expect(printed(t9.ac1, 6)).toBe('0.449541');
    const t10 = tableTally([
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ]).measure();
    expect(printed(t10.kappa, 7)).toBe('0.7964094');
    expect(printed(t10.fleiss, 7)).toBe('0.7962397');
    expect(printed(t10.ac1, 7)).toBe('0.8493305');
    expect(printed(t10.brennanPrediger, 3)).toBe('0.835');
    expect(printed(t10.alpha, 7)).toBe('0.7972585');
    expect(printed(t10.percent, 2)).toBe('0.89');
  });

  it('T11: a code that nearly everything bears', () => {
    const measures = tableTally([
      [8, 1],
      [0, 1],
    ]).measure();
    expect(measures.percent).toBeCloseTo(0.9, 12);
    expect(printed(measures.kappa, 6)).toBe('0.615385');
    expect(printed(measures.fleiss, 6)).toBe('0.607843');
    expect(printed(measures.alpha, 6)).toBe('0.627451');
    expect(printed(measures.ac1, 6)).toBe('0.865772');
  });

  it('T12: Fleiss 1971, as a whole and by category', () => {
    const measures = tallyOf(T12).measure();
    expect(printed(measures.percent, 6)).toBe('0.555556');
    expect(printed(measures.fleiss, 6)).toBe('0.430245');
    expect(printed(measures.alpha, 6)).toBe('0.433410');
    expect(printed(measures.ac1, 6)).toBe('0.447885');
    const byCategory = ['1', '2', '3', '4', '5'].map((category) => {
      const tally = new NominalTally(6, 2);
      for (const unit of T12)
        tally.add(
          [...unit].map((value) => (value === category ? 1 : 0)),
          1,
        );
      const kappa = tally.measure().fleiss ?? Number.NaN;
      const share = T12.join('').split(category).length - 1;
      return { exact: printed(kappa, 3), asPrinted: printed(fromRoundedShares(kappa, share / 180), 3) };
    });
    expect(byCategory.map(({ exact }) => exact)).toEqual(['0.245', '0.245', '0.520', '0.471', '0.566']);
    expect(byCategory.map(({ asPrinted }) => asPrinted)).toEqual(['0.248', '0.248', '0.517', '0.470', '0.565']);
  });

  it('T13: counts of six raters', () => {
    const rows = unitsOf('00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031');
    const measures = countsTally(rows, 6).measure();
    expect(printed(measures.ac1, 7)).toBe('0.4448007');
    expect(printed(measures.fleiss, 7)).toBe('0.4139265');
    expect(printed(measures.alpha, 7)).toBe('0.4204384');
    expect(printed(measures.brennanPrediger, 7)).toBe('0.4388889');
  });

  it('T14: characters of a source, 50 of both, 800 of neither', () => {
    const of = (onlyFirst: number, onlySecond: number) => {
      const tally = tableTally([
        [800, onlySecond],
        [onlyFirst, 50],
      ]);
      return { ...tally.measure(), units: tally.units };
    };
    for (const [first, second, kappa] of [
      [150, 0, '0.347826'],
      [75, 75, '0.314286'],
      [100, 50, '0.318182'],
    ] as const) {
      const measures = of(first, second);
      expect(measures.units).toBe(1000);
      expect(measures.percent).toBeCloseTo(0.85, 12);
      expect(printed(measures.kappa, 6)).toBe(kappa);
      expect(printed(measures.ac1, 4)).toBe('0.8080');
    }
  });

  it('T15 and T17: two coders, yes or no', () => {
    const t15 = tallyOf(acrossCoders('001111111100001111110000', '000011110000000110000000')).measure();
    expect(printed(t15.kappa, 6)).toBe('0.384615');
    expect(printed(t15.fleiss, 6)).toBe('0.314286');
    expect(printed(t15.alpha, 6)).toBe('0.328571');
    const t17 = tallyOf(acrossCoders('010101', '010100')).measure();
    expect(printed(t17.kappa, 6)).toBe('0.666667');
    expect(printed(t17.fleiss, 6)).toBe('0.657143');
    expect(printed(t17.alpha, 6)).toBe('0.685714');
  });

  it('T19: sets of codes', () => {
    expect(printed(masiDistance([1, 2], [1, 2, 3, 4]), 4)).toBe('0.6667');
    expect(printed(masiDistance([0, 1], [1, 2]), 4)).toBe('0.8889');
    expect(printed(masiDistance([0], [0, 1]), 4)).toBe('0.6667');
    const set = (letters: string): CodeSet => [...letters].map((letter) => letter.charCodeAt(0));
    const units = [
      ...[['', ''] as const, ['A', ''] as const, ['A', 'A'] as const, ['A', 'B'] as const, ['AB', 'A'] as const],
      ...[['AB', 'AC'] as const, ['ABC', 'ABC'] as const, ['C', 'AC'] as const, ['C', 'AC'] as const],
    ].map(([a, b]) => ({ ratings: [set(a), set(b)], weight: 1 }));
    const key = (codes: CodeSet): string => codes.join(' ');
    expect(printed(krippendorffAlpha(units, masiDifference, key), 6)).toBe('0.273081');
    expect(printed(krippendorffAlpha(units, jaccardDifference, key), 6)).toBe('0.315620');
    expect(printed(krippendorffAlpha(units, nominalDifference, key), 6)).toBe('0.238806');
  });
});
