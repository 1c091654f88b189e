/**
 * Whether more interviews still bring new themes (Guest, Namey & Chen 2020, PLoS ONE 15(5):e0232076): new themes in a
 * run of interviews as a share of the themes in the first ones (the base). Themes are codes below the criteria: nine
 * criteria saturate almost at once.
 */

export type SaturationRule = {
  /** How many interviews make the base. */
  readonly baseSize: number;
  /** How many interviews make a run. */
  readonly runLength: number;
  /** Saturated when a run brings at most this share of new themes. */
  readonly threshold: number;
};

const DEFAULT_SATURATION_RULE: SaturationRule = { baseSize: 4, runLength: 2, threshold: 0.05 };

export type SaturationRun = {
  /** The last interview of the run, counted from 1. */
  readonly last: number;
  readonly newThemes: number;
  /** Of the themes in the base. */
  readonly share: number;
};

export type Saturation = {
  /** New themes that each interview brought, in order. */
  readonly newThemes: readonly number[];
  /** Themes known after each interview. */
  readonly themes: readonly number[];
  /** Themes in the base; null when there are too few interviews for one. */
  readonly base: number | null;
  readonly runs: readonly SaturationRun[];
  /** Saturation is reached at this interview (the run after it shows it): reported as `7 (+2)`. Null: not reached. */
  readonly reachedAt: number | null;
};

/** Counts from the themes of each interview, in the order in which they were held. */
export function measureSaturation(
  interviews: readonly (readonly string[])[],
  rule: SaturationRule = DEFAULT_SATURATION_RULE,
): Saturation {
  const known = new Set<string>();
  const counts = interviews.map((themes) => {
    const before = known.size;
    for (const theme of themes) known.add(theme);
    return known.size - before;
  });
  return followNewThemes(counts, rule);
}

/** The same from how many new themes each interview brought. */
export function followNewThemes(
  newThemes: readonly number[],
  { baseSize, runLength, threshold }: SaturationRule = DEFAULT_SATURATION_RULE,
): Saturation {
  let sum = 0;
  const themes = newThemes.map((count) => (sum += count));
  const base = newThemes.length < baseSize ? null : (themes[baseSize - 1] ?? 0);
  const runs: SaturationRun[] = [];
  if (base !== null && base > 0) {
    for (let last = baseSize + runLength; last <= newThemes.length; last += 1) {
      const count = newThemes.slice(last - runLength, last).reduce((total, one) => total + one, 0);
      runs.push({ last, newThemes: count, share: count / base });
    }
  }
  const first = runs.find(({ share }) => share <= threshold);
  return { newThemes, themes, base, runs, reachedAt: first ? first.last - runLength : null };
}

export type ShuffledSaturation = {
  /** The median interview at which shuffled orders are saturated; null when most of them are not. */
  readonly median: number | null;
  readonly orders: number;
  /** In how many orders saturation was reached. */
  readonly reached: number;
};

/** Order matters: the same interviews in many random orders, drawn alike on every machine. */
export function shuffleSaturation(
  interviews: readonly (readonly string[])[],
  rule: SaturationRule = DEFAULT_SATURATION_RULE,
  orders = 200,
): ShuffledSaturation {
  const draw = drawNumbers(20200501);
  const reached: number[] = [];
  for (let order = 0; order < orders; order += 1) {
    const { reachedAt } = measureSaturation(shuffle(interviews, draw), rule);
    reached.push(reachedAt ?? Number.POSITIVE_INFINITY);
  }
  reached.sort((a, b) => a - b);
  // The lower middle: a number of interviews that an order really had.
  const median = reached[Math.floor((orders - 1) / 2)] ?? Number.POSITIVE_INFINITY;
  return {
    median: Number.isFinite(median) ? median : null,
    orders,
    reached: reached.filter(Number.isFinite).length,
  };
}

function shuffle<Item>(items: readonly Item[], draw: () => number): readonly Item[] {
  const shuffled = [...items];
  for (let place = shuffled.length - 1; place > 0; place -= 1) {
    const other = Math.floor(draw() * (place + 1));
    [shuffled[place], shuffled[other]] = [shuffled[other] as Item, shuffled[place] as Item];
  }
  return shuffled;
}

/** Mulberry32: numbers from 0 to 1, the same after the same seed. */
function drawNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
