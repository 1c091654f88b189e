/** 95 % confidence intervals of shares and means. */

export type Interval = { readonly low: number; readonly high: number };

const Z = 1.959963984540054;

/** Wilson's score interval of a share (Wilson 1927): it stays within 0 and 1 and holds for small samples. */
export function wilsonInterval(count: number, total: number): Interval | null {
  if (total <= 0) return null;
  const share = count / total;
  const spread = Z * Math.sqrt((share * (1 - share)) / total + (Z * Z) / (4 * total * total));
  const middle = share + (Z * Z) / (2 * total);
  const scale = 1 + (Z * Z) / total;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** Student's interval of a mean; null for fewer than two values. */
export function meanInterval(values: readonly number[]): Interval | null {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  const spread = studentQuantile(values.length - 1) * Math.sqrt(varianceOf(values) / values.length);
  return { low: mean - spread, high: mean + spread };
}

/** The average. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** 97.5 % quantiles of Student's distribution for 1 to 30 degrees of freedom. */
const QUANTILES = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788, 2.1604, 2.1448, 2.1314,
  2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
];

/** The 97.5 % quantile; above 30 by the expansion of Cornish and Fisher, right to four digits. */
function studentQuantile(degrees: number): number {
  const known = QUANTILES[degrees - 1];
  if (known !== undefined) return known;
  const z3 = Z ** 3;
  const z5 = Z ** 5;
  return Z + (z3 + Z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * Z) / (96 * degrees * degrees);
}
