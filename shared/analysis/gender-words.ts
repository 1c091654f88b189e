/** Which words for gender mean women, in the languages that evaluations are written in. */
import { foldName } from '#shared/domain/codebook/codebook.ts';

const words: ReadonlySet<string> = new Set([
  'f',
  'w',
  'woman',
  'women',
  'female',
  'girl',
  'mujer',
  'mujeres',
  'femenino',
  'femenina',
  'nina',
  'femme',
  'femmes',
  'feminin',
  'feminine',
  'fille',
  'mulher',
  'feminino',
]);

/** Says whether a stated gender means a woman; case, accents and blanks do not count. `m` is left open: who knows. */
export function isWoman(gender: string): boolean {
  return words.has(foldName(gender));
}
