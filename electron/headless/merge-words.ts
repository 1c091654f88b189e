/** What a merge did: as the document for `--json`, and in words. */
import type { CommandFailure } from '#electron/headless/failure.ts';
import { nameRecord } from '#shared/domain/change/describe-record.ts';
import { conflictKey, openConflicts, type Conflict } from '#shared/domain/change/conflict.ts';
import { countKinds, type MergeReport } from '#shared/domain/merge/merge-changes.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** A copy that nothing was taken from, and why. */
export type RefusedCopy = { readonly file: string; readonly failure: CommandFailure };

/** The document. `identical` says that nothing came in. */
export function mergeJson(project: Project, report: MergeReport, refused: readonly RefusedCopy[]): unknown {
  return {
    added: countKinds(report.records, 'added'),
    changed: countKinds(report.records, 'changed'),
    removed: countKinds(report.records, 'removed'),
    conflicts: stillOpen(project, report).map((conflict) => describeConflict(project, conflict)),
    identical: report.changes === 0,
    changes: report.changes,
    people: report.people.map(({ person, ...share }) => ({ person: nameOf(project, person), ...share })),
    openConflicts: openConflicts(project.fold).length,
    refused: refused.map(({ file, failure: { code, message, hint } }) => ({ file, code, message, hint })),
  };
}

/** The same for people. */
export function describeMerge(project: Project, report: MergeReport): string {
  if (report.changes === 0) return 'Nothing new: all of it is here already.';
  const counts = (['added', 'changed', 'removed'] as const).flatMap((what) =>
    Object.entries(countKinds(report.records, what)).map(([kind, count]) => `  ${what}: ${count} ${kind}`),
  );
  const people = report.people.map(
    ({ person, changes, first, last }) => `  ${nameOf(project, person)}: ${changes} changes, ${first} to ${last}`,
  );
  const conflicts = stillOpen(project, report).map((conflict) => {
    const { name, field, kept, keptBy, overwritten, by } = describeConflict(project, conflict);
    const value = (json: unknown): string => (typeof json === 'string' ? json : JSON.stringify(json));
    return `  conflict: ${conflict.kind} ${name || conflict.id}${field === null ? '' : `, ${field}`}: kept "${value(kept)}" (${keptBy}), overwritten "${value(overwritten)}" (${by})`;
  });
  return [`${report.changes} changes came in.`, ...counts, ...people, ...conflicts].join('\n');
}

/** Two edits of one text have been brought together by now: nobody has to decide on them. */
function stillOpen({ fold }: Project, report: MergeReport): readonly Conflict[] {
  const open = new Set(openConflicts(fold).map(conflictKey));
  return report.conflicts.filter((conflict) => open.has(conflictKey(conflict)));
}

function describeConflict(project: Project, conflict: Conflict) {
  const { kind, id, field, kept, overwritten, keptBy, overwrittenBy } = conflict;
  return {
    kind,
    id,
    field,
    kept,
    overwritten,
    /** Whose value was overwritten. */
    by: nameOf(project, overwrittenBy.person),
    at: overwrittenBy.at,
    keptBy: nameOf(project, keptBy.person),
    keptAt: keptBy.at,
    name: nameRecord(project.fold, kind, id),
  };
}

function nameOf(project: Project, person: PersonId): string {
  return project.get('person', person)?.name ?? person;
}
