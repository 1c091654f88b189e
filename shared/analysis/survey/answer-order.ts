/** Answers in the order in which people expect them: numbers by value, scales from low to high, else the commonest first. */
import { foldName } from '#shared/domain/codebook/codebook.ts';

/** Usual scales in the languages of the app, from low to high; words after a bar say the same. */
const SCALES: readonly (readonly string[])[] = [
  [
    'strongly disagree|totally disagree',
    'disagree',
    'neither agree nor disagree|neutral',
    'agree',
    'strongly agree|totally agree',
  ],
  [
    'totalmente en desacuerdo|muy en desacuerdo',
    'en desacuerdo',
    'ni de acuerdo ni en desacuerdo|neutral',
    'de acuerdo',
    'totalmente de acuerdo|muy de acuerdo',
  ],
  [
    "pas du tout d'accord",
    "pas d'accord|plutot pas d'accord",
    "ni d'accord ni pas d'accord|neutre",
    "d'accord|plutot d'accord",
    "tout a fait d'accord",
  ],
  ['never', 'rarely', 'sometimes', 'often', 'always'],
  ['nunca', 'rara vez|raramente', 'a veces|algunas veces', 'a menudo|con frecuencia|frecuentemente', 'siempre'],
  ['jamais', 'rarement', 'parfois|quelquefois', 'souvent', 'toujours'],
  ['very poor', 'poor', 'fair', 'good', 'very good|excellent'],
  ['muy malo|muy mala', 'malo|mala', 'regular', 'bueno|buena', 'muy bueno|muy buena|excelente'],
  ['very dissatisfied', 'dissatisfied', 'neither satisfied nor dissatisfied|neutral', 'satisfied', 'very satisfied'],
  [
    'muy insatisfecho|muy insatisfecha',
    'insatisfecho|insatisfecha',
    'ni satisfecho ni insatisfecho|neutral',
    'satisfecho|satisfecha',
    'muy satisfecho|muy satisfecha',
  ],
  ['not at all', 'a little', 'somewhat|moderately', 'a lot|quite', 'completely|very much'],
  ['nada', 'poco|un poco', 'algo|regular', 'mucho|bastante', 'totalmente|muchisimo'],
  ['yes', 'partly|partially', 'no'],
  ['si', 'en parte|parcialmente', 'no'],
  ['oui', 'en partie', 'non'],
];
/** Stand at the end of any scale. */
const ASIDE = new Set(
  [
    "don't know",
    'do not know',
    'not applicable',
    'n/a',
    'prefer not to say',
    'no se',
    'no sabe',
    'no aplica',
    'prefiero no responder',
    'no responde',
    'ne sait pas',
    'je ne sais pas',
    'sans objet',
    'non applicable',
  ].map(foldName),
);

const placesByScale = SCALES.map(
  (scale) => new Map(scale.flatMap((words, place) => words.split('|').map((word) => [foldName(word), place] as const))),
);

export type CountedAnswer = { readonly answer: string; readonly label: string; readonly count: number };

/** Sorts answers; `known` are the choices of the form in its order, where it is at hand. */
export function orderAnswers<Answer extends CountedAnswer>(
  answers: readonly Answer[],
  known: readonly string[],
): readonly Answer[] {
  const places = new Map(known.map((choice, place) => [choice, place]));
  if (places.size > 0) return sortBy(answers, ({ answer }) => places.get(answer) ?? places.size);
  if (answers.length > 1 && answers.every(({ answer }) => readNumber(answer) !== null)) {
    return sortBy(answers, ({ answer }) => readNumber(answer) ?? 0);
  }
  const scale = placesByScale.find((one) => {
    const own = answers.filter(({ label }) => !ASIDE.has(foldName(label)));
    return own.length > 1 && own.every(({ label }) => one.has(foldName(label)));
  });
  if (scale) return sortBy(answers, ({ label }) => scale.get(foldName(label)) ?? scale.size);
  return [...answers].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** A number as people write it, with a comma or a point; null for anything else. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[-+]?\d+(?:[.,]\d+)?$/u.test(trimmed)) return null;
  return Number(trimmed.replace(',', '.'));
}

function sortBy<Answer extends CountedAnswer>(
  answers: readonly Answer[],
  placeOf: (answer: Answer) => number,
): readonly Answer[] {
  return [...answers].sort((a, b) => placeOf(a) - placeOf(b) || b.count - a.count || (a.label < b.label ? -1 : 1));
}
