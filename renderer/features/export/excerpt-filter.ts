/** Which coded excerpts an export takes, chosen by criterion, method and coder; null takes all. */
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { SourceMethod } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type ExcerptFilter = {
  readonly criterion: CodeId | null;
  readonly method: SourceMethod | null;
  readonly coder: PersonId | null;
};

export const NO_FILTER: ExcerptFilter = { criterion: null, method: null, coder: null };

export type FilteredExcerpts = { readonly codings: readonly Coding[]; readonly sources: number };

/** The codings that fit, and from how many sources they come. */
export function filterExcerpts(project: Project, filter: ExcerptFilter): FilteredExcerpts {
  const codes = filter.criterion && new Set(buildCodebook(project.all('code')).withDescendants(filter.criterion));
  const codings = project
    .all('coding')
    .filter(
      (coding) =>
        (!codes || codes.has(coding.code)) &&
        (!filter.coder || coding.coder === filter.coder) &&
        (!filter.method || project.get('source', coding.source)?.method === filter.method),
    );
  return { codings, sources: new Set(codings.map((coding) => coding.source)).size };
}

/** Those of them that somebody ticked; null keeps all. */
export function onlyTicked(filtered: FilteredExcerpts, only: readonly CodingId[] | null): FilteredExcerpts {
  if (!only) return filtered;
  const ids = new Set(only);
  const codings = filtered.codings.filter(({ id }) => ids.has(id));
  return { codings, sources: new Set(codings.map((coding) => coding.source)).size };
}
