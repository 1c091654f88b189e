/** A member of the team: the author of changes and codings. */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';

export type PersonId = Id<'person'>;

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly initials: string;
};

export const personSchema = z.object({
  name: z.string().min(1).max(200),
  initials: z.string().max(6),
});

/** Initials of the first and last word of a name, such as AR for Ana Robles. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
