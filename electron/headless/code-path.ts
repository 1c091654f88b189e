/** Paths of codes as they stand on the command line: `Effectiveness/Training`. */
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Codebook } from '#shared/domain/codebook/codebook.ts';

/** Names from the root down, joined by `/`. A `/` in a name is written `\/`. */
export function codePath(codebook: Codebook, id: CodeId): string {
  return codebook
    .pathOf(id)
    .map((name) => name.replaceAll('/', '\\/'))
    .join('/');
}

/** Splits a path into names; blanks around them do not count. Null when a name is empty. */
export function splitCodePath(path: string): readonly string[] | null {
  const names = path.split(/(?<!\\)\//u).map((name) => name.replaceAll('\\/', '/').trim());
  return names.every((name) => name !== '' && name.length <= 300) ? names : null;
}
