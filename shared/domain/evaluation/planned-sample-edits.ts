/** Edits of the sampling plan, each a pure function from what is there to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { removeOperation, setOperation } from '#shared/domain/change/fields.ts';
import type { PlannedSample, PlannedSampleId } from '#shared/domain/evaluation/planned-sample.ts';
import type { Project } from '#shared/domain/project/project.ts';

/** Adds a line to the sampling plan. */
export function addPlannedSample(
  project: Project,
  input: Pick<PlannedSample, 'method'> & Partial<Omit<PlannedSample, 'id' | 'order'>>,
  randomBytes: RandomBytes,
): { id: PlannedSampleId; draft: Draft } {
  const id = drawId<'planned-sample'>(randomBytes);
  const order = Math.max(0, ...project.all('planned-sample').map((line) => line.order)) + 1;
  const values: Omit<PlannedSample, 'id'> = {
    group: '',
    gender: '',
    place: '',
    intervention: null,
    planned: 0,
    invited: null,
    declined: null,
    reasons: '',
    ...input,
    order,
  };
  return {
    id,
    draft: { label: { key: 'add-planned-sample', values: {} }, ops: [setOperation('planned-sample', id, values)] },
  };
}

/** Changes a line of the sampling plan. */
export function editPlannedSample(line: PlannedSample, values: Partial<Omit<PlannedSample, 'id'>>): Draft {
  return {
    label: { key: 'edit-planned-sample', values: {} },
    ops: [setOperation('planned-sample', line.id, values)],
  };
}

/** Removes a line of the sampling plan. */
export function removePlannedSample(line: PlannedSample): Draft {
  return {
    label: { key: 'remove-planned-sample', values: {} },
    ops: [removeOperation('planned-sample', line.id)],
  };
}
