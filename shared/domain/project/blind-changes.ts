/** Which changes a blind round keeps from who looks: the history would tell what the texts do not. */
import type { Change } from '#shared/domain/change/change.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';

/** Whether a change edits a coding that is hidden from who looks, also one that was removed since. */
export function isBlindChange(project: Project, change: Pick<Change, 'ops'>): boolean {
  return change.ops.some(({ kind, id }) => {
    const fields = kind === 'coding' ? project.fold.entries.coding.get(id)?.fields : undefined;
    return fields !== undefined && project.isBlind({ id, ...fields } as unknown as Coding);
  });
}
