/** Finds the source that somebody means: by id, else by its name. */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { Source } from '#shared/domain/source/source.ts';

/** Finds one source, or says why not. A name that several bear is refused. */
export function findSource(project: Project, wanted: string): Result<Source, string> {
  const byId = project.get('source', wanted as Source['id']);
  if (byId) return succeed(byId);
  const sources = project.all('source');
  const exact = sources.filter((source) => source.name === wanted || source.fileName === wanted);
  const found = exact.length > 0 ? exact : sources.filter((source) => foldName(source.name) === foldName(wanted));
  const [first] = found;
  if (!first) return fail(`There is no source "${wanted}".`);
  return found.length === 1 ? succeed(first) : fail(`${found.length} sources are called "${wanted}"; use the id.`);
}
