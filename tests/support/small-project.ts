/** A small project in memory for tests: two interviews, criteria, and an author to edit it with. */
import { asId, drawId } from '#shared/basics/ids.ts';
import type { Change, Draft } from '#shared/domain/change/change.ts';
import { newEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { Project, type Author } from '#shared/domain/project/project.ts';
import { addSources, type NewSource } from '#shared/domain/source/source-edits.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import { seededBytes } from '#tests/support/random.ts';

const NOW_MILLISECONDS = Date.UTC(2026, 0, 15, 9, 0, 0);

export type SmallProject = {
  readonly project: Project;
  readonly sources: readonly SourceId[];
  readonly log: Change[];
  /** Prepares, applies and remembers a change; throws when the draft changes nothing. */
  readonly commit: (draft: Draft, author?: Author) => Change;
};

/** Somebody who edits, on a replica of their own. */
export function authorOf(name: string, nowMilliseconds = NOW_MILLISECONDS): Author {
  return { replica: asId<'replica'>(name.padEnd(16, '0')), person: asId<'person'>(name), nowMilliseconds };
}

export const ANA = authorOf('ana');
export const LUIS = authorOf('luis');

/** Makes the project. */
export function smallProject(seed = 1): SmallProject {
  const randomBytes = seededBytes(seed);
  const project = new Project();
  const log: Change[] = [];
  const commit = (draft: Draft, author: Author = ANA): Change => {
    const change = project.prepare(draft, author);
    if (!change) throw new Error('The draft changes nothing.');
    project.apply(change);
    log.push(change);
    return change;
  };
  commit(
    newEvaluation(
      { title: 'Prueba', language: 'es', interventions: [], person: { id: ANA.person, name: 'Ana' } },
      randomBytes,
    ),
  );
  const { ids, draft } = addSources(project, [newSource('E-01'), newSource('E-02')], randomBytes);
  commit(draft);
  return { project, sources: ids, log, commit };
}

/** Values of a new interview called `name`. */
export function newSource(name: string, values: Partial<NewSource> = {}): NewSource {
  return {
    name,
    method: 'interview',
    revision: drawId<'content'>(seededBytes(name.length)),
    fileName: `${name}.txt`,
    format: 'txt',
    encoding: 'utf-8',
    fileHash: name,
    characters: 1000,
    language: 'es',
    date: '',
    place: '',
    dependencyGroup: '',
    interventions: {},
    attributes: {},
    speakers: [{ label: name, as: { codeName: name, group: '', gender: '', interventions: {}, attributes: {} } }],
    ...values,
  };
}

/** What people see of a project, in a form that can be compared. */
export function visibleState(project: Project): unknown {
  return Object.fromEntries(
    Object.entries(project.fold.entries).map(([kind, entries]) => [
      kind,
      Object.fromEntries([...entries].flatMap(([id, entry]) => (entry.record ? [[id, entry.record]] : [])).sort()),
    ]),
  );
}
