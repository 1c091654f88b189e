/** Why an evaluation did not open, and what to do about it, in words. */
import type { OpenFailure } from '#renderer/data/session.ts';
import type { Words } from '#renderer/ui/words.ts';

const openCodes = [
  'not-ours',
  'damaged',
  'too-new',
  'no-evaluation',
  'only-changes',
  'wrong-passphrase',
  'passphrase-needed',
] as const;

/** One or two sentences: what is the matter with which file, and the next step. */
export function explainFailure({ code, name }: OpenFailure, words: Words): string {
  const isOfOpening = (openCodes as readonly string[]).includes(code);
  return isOfOpening ? words(`open.${code}`, { name }) : words(`disk.${code}`, { name });
}
