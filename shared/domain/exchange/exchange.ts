/**
 * What came with a project of another program and has no place of its own here: kept as it stood, so that an export
 * writes it back. Values are strings, so that the removal of withdrawn words finds them.
 */
import * as z from 'zod';
import type { Id } from '#shared/basics/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';

export type ExchangeId = Id<'exchange'>;

export type Exchange = {
  readonly id: ExchangeId;
  /** What the project was called there. */
  readonly name: string;
  /** The program that wrote it, in its own words. */
  readonly origin: string;
  readonly fileName: string;
  /** GUIDs of records that were here already under another id, by `kind/id`. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Elements and parts of elements by their GUID, each as JSON. */
  readonly parts: Readonly<Record<string, string>>;
};

export const exchangeSchema = z.object({
  name: z.string(),
  origin: z.string(),
  fileName: z.string(),
  aliases: z.record(z.string(), z.string()),
  parts: z.record(z.string(), z.string()),
});

/** The key of a record among the aliases. */
export function aliasKey(kind: Kind, id: string): string {
  return `${kind}/${id}`;
}
