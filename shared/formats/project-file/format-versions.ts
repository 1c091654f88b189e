/**
 * The staircase of format versions: a file of an older version is brought up step by step and only then checked
 * against today's schema. A step, once published, is never edited: files that needed it are out there.
 */
import { fail, succeed, type Result } from '#shared/basics/result.ts';

/** One step: takes the head of version `from` to version `from + 1`. Pure; it changes a copy. */
export type FormatStep = { readonly from: number; readonly raise: (document: unknown) => unknown };
export type Staircase = { readonly oldest: number; readonly newest: number; readonly steps: readonly FormatStep[] };

export const FORMAT_VERSION = 1;

/** Every version from the first one on; there was none before 1, so there is no step yet. */
export const STAIRCASE: Staircase = buildStaircase(1, FORMAT_VERSION, []);

/** Makes a staircase; one with a missing, doubled or misplaced step is a mistake of ours and does not load. */
export function buildStaircase(oldest: number, newest: number, steps: readonly FormatStep[]): Staircase {
  const isComplete = steps.length === newest - oldest && steps.every((step, index) => step.from === oldest + index);
  if (!isComplete) throw new Error(`The steps do not lead from version ${oldest} to ${newest} one by one.`);
  return Object.freeze({ oldest, newest, steps: Object.freeze([...steps]) });
}

/** Brings a document of `version` up to the newest. */
export function climb(
  { oldest, newest, steps }: Staircase,
  version: number,
  document: unknown,
): Result<unknown, 'too-new' | 'damaged'> {
  if (version > newest) return fail('too-new');
  if (version < oldest) return fail('damaged');
  try {
    return succeed(steps.slice(version - oldest).reduce((raised, step) => step.raise(raised), document));
  } catch {
    // A document that does not even fit its own version.
    return fail('damaged');
  }
}
