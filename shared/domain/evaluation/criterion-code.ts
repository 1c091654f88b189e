/** Which codes are criteria: roots of the codebook that stand for one, or that the team made one. */
import type { Code } from '#shared/domain/codebook/code.ts';

/** A criterion: a root of the codebook that stands for one, or that the team gave a key. */
export function isCriterion(code: Code): boolean {
  return code.parent === null && (code.criterion !== null || code.key !== '');
}
