/** Passphrases are rated, titles become file names, and no choice is taken half. */
import { describe, expect, it } from 'vitest';
import { suggestFileName } from '#renderer/features/start/file-name.ts';
import { measurePassphrase } from '#renderer/features/start/passphrase-strength.ts';

describe('a passphrase', () => {
  it.each([
    ['', 'empty'],
    ['secret', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['12345678901234567890', 'weak'],
    ['correct horse', 'fair'],
    ['correct horse battery staple', 'strong'],
    ['пять тихих слов здесь', 'strong'],
  ])('%s is %s', (passphrase, strength) => {
    expect(measurePassphrase(passphrase)).toBe(strength);
  });
});

describe('a file name', () => {
  it.each([
    ['Final: MEX/Z44 "two"', 'Final MEX Z44 two.triangula'],
    ['  Evaluación  ', 'Evaluación.triangula'],
    ['...', 'Evaluation.triangula'],
    ['تقييم', 'تقييم.triangula'],
  ])('of %s', (title, name) => {
    expect(suggestFileName(title, 'Evaluation')).toBe(name);
  });
});
