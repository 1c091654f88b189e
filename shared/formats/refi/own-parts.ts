/** Notes, sets and links that we write for other programs to show: they come back as what they stand for, not as parts. */
import { kindOfGuid } from '#shared/formats/refi/guid.ts';

/** Says whether a GUID is that of a note, set or link of our making. */
export function isOwnPart(guid: string): boolean {
  const kind = kindOfGuid(guid);
  return kind === 'note' || kind === 'set' || kind === 'link';
}
