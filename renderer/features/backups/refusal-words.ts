/** Why the disk refused something about backups, and what to do about it. */
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Words } from '#renderer/ui/words.ts';

/** What is missing is nearly always the folder, on a stick or a network disk that is not there. */
export function explainRefusal({ code, name }: DiskFailure, words: Words): string {
  return code === 'missing' ? words('backups.advice.missing', { name }) : words(`disk.${code}`, { name });
}
