/** What a session gives away: its work that somebody has not seen, or a copy of everything under another passphrase. */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Change } from '#shared/domain/change/change.ts';
import {
  acquaintances,
  packUnseen,
  packWhole,
  type Acquaintance,
  type Seen,
} from '#shared/formats/project-file/hand-over.ts';
import { encodeProjectFile } from '#shared/formats/project-file/project-file.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import type { ChangeWriter } from '#renderer/data/change-writer.ts';
import type { SessionParts } from '#renderer/data/project-session.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { OpenFailure } from '#renderer/data/session.ts';
import { deriveKey } from '#renderer/workers/derive-key.ts';

export type HandOver = { readonly bytes: Uint8Array<ArrayBuffer>; readonly changes: number };

/** Colleagues, with what each is known to have; whoever works here is left out. */
export async function knownColleagues({ log, person }: SessionParts): Promise<readonly Acquaintance[]> {
  const changes: Change[] = [];
  for await (const portion of log.newestFirst()) changes.push(...portion);
  changes.push(...log.added());
  return acquaintances(changes)
    .filter((one) => one.person !== person.id)
    .sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}

/** A file of what is not in `seen`. It opens with the keys of this evaluation. */
export async function packWork(
  parts: SessionParts,
  writer: ChangeWriter,
  seen: Seen,
): Promise<Result<HandOver, OpenFailure>> {
  const state = await writer.flush();
  if (state.kind === 'partly') return fail(state.failure);
  const { file, handle, digest } = parts;
  const packed = await packUnseen(await readBlocks(file, await file.list()), seen, { ...parts, randomBytes });
  if (!packed.ok) return fail({ code: 'damaged', name: handle.name });
  const header = { ...file.current().header, holds: 'changes' as const };
  const bytes = encodeProjectFile(digest, header, packed.value.blocks);
  return succeed({ bytes, changes: packed.value.changes });
}

/** A whole copy under a passphrase of its own, null for none; without identities. */
export async function packCopy(
  parts: SessionParts,
  writer: ChangeWriter,
  passphrase: string | null,
): Promise<Result<HandOver, OpenFailure>> {
  const state = await writer.flush();
  if (state.kind === 'partly') return fail(state.failure);
  const { file, handle, digest } = parts;
  const blocks = await readBlocks(file, await file.list());
  const seal = { ...parts, randomBytes };
  const packed = await packWhole(blocks, file.current().header, seal, { passphrase, derive: deriveKey });
  if (!packed.ok) return fail({ code: 'damaged', name: handle.name });
  const changes = blocks.reduce((sum, { kind, from, to }) => sum + (kind === 'changes' ? to - from + 1 : 0), 0);
  return succeed({ bytes: encodeProjectFile(digest, packed.value.header, packed.value.blocks), changes });
}
