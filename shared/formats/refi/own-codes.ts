/** Codes that stand for what other programs do not know: directions and findings. They show it, and we know them again by their GUIDs. */
import { directions, type Direction } from '#shared/domain/coding/coding.ts';
import { guidOf, kindOfGuid, unpackGuid } from '#shared/formats/refi/guid.ts';

/** The folder above the four directions, and each of them. */
export const directionFolderGuid = guidOf('directions', 'direction');
export const directionGuids: Readonly<Record<Direction, string>> = Object.fromEntries(
  directions.map((direction) => [direction, guidOf(`direction-${direction}`, 'direction')]),
) as Record<Direction, string>;
const directionsByGuid = new Map(directions.map((direction) => [directionGuids[direction], direction]));

/** The note that holds what no other part says, so that everything comes back whole. */
export const everythingNoteGuid = guidOf('everything', 'note');

/** The direction that a code stands for. */
export function directionOf(guid: string): Direction | undefined {
  return directionsByGuid.get(guid);
}

/** Says whether a code stands for a direction or a finding, or is the folder of such. */
export function isOwnCode(guid: string): boolean {
  const kind = kindOfGuid(guid);
  return kind === 'direction' || kind === 'finding' || kind === 'finding-folder';
}

/** The id of the finding that a code stands for, or null. `written` are ids that their GUID does not tell. */
export function findingOf(guid: string, written: Readonly<Record<string, string>>): string | null {
  if (kindOfGuid(guid) !== 'finding') return null;
  return unpackGuid(guid)?.id ?? written[guid] ?? guid;
}

/** The folder above the findings. */
export const findingFolderGuid = guidOf('findings', 'finding-folder');

/** Fields of ours that are written as variables, for others to see. */
export const shownFields = ['method', 'date', 'place', 'group', 'gender'] as const;
export type ShownField = (typeof shownFields)[number];

/** The variable of such a field. */
export function fieldVariableGuid(field: ShownField): string {
  return guidOf(`field ${field}`, 'variable');
}

const fieldVariables = new Set(shownFields.map(fieldVariableGuid));

/** Says whether a variable only shows a field of ours. */
export function isFieldVariable(guid: string): boolean {
  return fieldVariables.has(guid);
}
