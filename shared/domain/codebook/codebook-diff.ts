/** What became of a codebook between two moments, code by code, for a team to read. */
import type { Change } from '#shared/domain/change/change.ts';
import { applyChange, createFold } from '#shared/domain/change/fold.ts';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { buildCodebook, type Codebook } from '#shared/domain/codebook/codebook.ts';

/** Words of a code that a team agrees on. */
const wordFields = ['definition', 'include', 'exclude', 'example', 'key'] as const;
export type CodeWordField = (typeof wordFields)[number];

export type CodeDifference = {
  readonly id: CodeId;
  /** Where it stands now; where it stood, for one that was removed. */
  readonly path: readonly string[];
} & (
  | { readonly what: 'added' | 'removed' | 'hidden' | 'shown' }
  | { readonly what: 'renamed'; readonly before: string; readonly after: string }
  | { readonly what: 'moved'; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly what: 'reworded'; readonly field: CodeWordField; readonly before: string; readonly after: string }
);

/** The codes after these changes, which may come in any order and hold anything else, too. */
export function codesAfter(changes: readonly Change[]): readonly Code[] {
  const fold = createFold();
  for (const change of changes) {
    const ops = change.ops.filter(({ kind }) => kind === 'code');
    if (ops.length > 0) applyChange(fold, { ...change, ops });
  }
  const codes: Code[] = [];
  for (const { record } of fold.entries.code.values()) if (record) codes.push(record as unknown as Code);
  return codes.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Differences in the order of the later tree, what was removed last. */
export function diffCodebooks(before: readonly Code[], after: readonly Code[]): readonly CodeDifference[] {
  const old = buildCodebook(before);
  const now = buildCodebook(after);
  const differences = now.flat.flatMap(({ code }) => {
    const was = old.byId.get(code.id);
    const path = now.pathOf(code.id);
    return was ? diffCode(was, code, old, now) : [{ id: code.id, path, what: 'added' as const }];
  });
  const removed = old.flat
    .filter(({ code }) => !now.byId.has(code.id))
    .map(({ code }) => ({ id: code.id, path: old.pathOf(code.id), what: 'removed' as const }));
  return [...differences, ...removed];
}

function diffCode(was: Code, code: Code, old: Codebook, now: Codebook): readonly CodeDifference[] {
  const { id } = code;
  const path = now.pathOf(id);
  const found: CodeDifference[] = [];
  if (was.name !== code.name) found.push({ id, path, what: 'renamed', before: was.name, after: code.name });
  if (was.parent !== code.parent) {
    found.push({ id, path, what: 'moved', before: old.pathOf(id).slice(0, -1), after: path.slice(0, -1) });
  }
  for (const field of wordFields) {
    const [before, after] = [was[field] ?? '', code[field] ?? ''];
    if (before !== after) found.push({ id, path, what: 'reworded', field, before, after });
  }
  if (was.hidden !== code.hidden) found.push({ id, path, what: code.hidden ? 'hidden' : 'shown' });
  return found;
}
