/**
 * Handing over: only what somebody has not seen, as a small file of changes, or a whole copy under keys of its own.
 * Lists of identities never go along.
 */
import type { Change, ReplicaId } from '#shared/domain/change/change.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { nameOfReplica, type Block } from '#shared/formats/project-file/block.ts';
import { keyText } from '#shared/formats/project-file/block-store.ts';
import type { Seal } from '#shared/formats/project-file/clean-blocks.ts';
import type { ProjectHeader } from '#shared/formats/project-file/header.ts';
import { keyOfContent, openChanges, sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import { resealBlocks } from '#shared/formats/project-file/reseal.ts';
import { createKeyring, type DeriveKey } from '#shared/formats/project-file/sealing.ts';

/** What somebody is known to have: for each replica the last of its changes. */
export type Seen = ReadonlyMap<ReplicaId, number>;

export type Acquaintance = {
  readonly person: PersonId;
  readonly seen: Seen;
  /** ISO time of their last change that is known here. */
  readonly lastAt: string;
};

/** What each author of changes had seen when they last wrote, as far as it has come here. */
export function acquaintances(changes: Iterable<Change>): readonly Acquaintance[] {
  const known = new Map<PersonId, { seen: Map<ReplicaId, number>; lastAt: string }>();
  for (const { person, replica, seq, seen, at } of changes) {
    const one = known.get(person) ?? { seen: new Map<ReplicaId, number>(), lastAt: '' };
    known.set(person, one);
    if (at > one.lastAt) one.lastAt = at;
    for (const [other, last] of [...Object.entries(seen), [replica, seq] as const]) {
      const id = other as ReplicaId;
      if ((one.seen.get(id) ?? 0) < last) one.seen.set(id, last);
    }
  }
  return [...known].map(([person, { seen, lastAt }]) => ({ person, seen, lastAt }));
}

export type Package = { readonly blocks: readonly Block[]; readonly changes: number };

/** The changes that are not in `seen`, and the texts that they speak of. */
export async function packUnseen(
  blocks: readonly Block[],
  seen: Seen,
  { keyring, digest, randomBytes }: Seal,
): Promise<Result<Package, 'damaged'>> {
  const lastOf = new Map([...seen].map(([replica, last]) => [nameOfReplica(replica), last]));
  const batches: Block[] = [];
  const changes: Change[] = [];
  for (const block of blocks) {
    const last = lastOf.get(block.name) ?? 0;
    if (block.kind !== 'changes' || block.to <= last) continue;
    const opened = await openChanges(keyring, block);
    if (!opened.ok) return fail('damaged');
    const unseen = opened.value.filter(({ seq }) => seq > last);
    changes.push(...unseen);
    batches.push(unseen.length === opened.value.length ? block : await sealChanges(keyring, unseen, randomBytes));
  }
  const wanted = new Set(hashesIn(changes).map((hash) => keyText(keyOfContent(keyring, digest, hash))));
  const texts = blocks.filter((block) => wanted.has(keyText(block)) || block.kind === 'erasure');
  return succeed({ blocks: [...texts, ...batches], changes: changes.length });
}

/** The same blocks under new keys, which only this passphrase opens; null leaves the copy unsealed. */
export async function packWhole(
  blocks: readonly Block[],
  header: ProjectHeader,
  { keyring, digest, randomBytes }: Seal,
  words: { readonly passphrase: string | null; readonly derive?: DeriveKey },
): Promise<Result<{ readonly header: ProjectHeader; readonly blocks: readonly Block[] }, 'damaged'>> {
  const { keyring: next, key } = await createKeyring(header.projectId, words.passphrase, randomBytes, words);
  const given = blocks.filter(({ kind }) => kind !== 'identities' && kind !== 'snapshot');
  const sealed = await resealBlocks(given, { from: keyring, to: next }, digest, randomBytes);
  if (!sealed.ok) return sealed;
  const { projectId, createdAt } = header;
  return succeed({ header: { projectId, createdAt, key }, blocks: sealed.value });
}

/** Every name of a text that changes speak of, wherever it stands in them. */
function hashesIn(changes: readonly Change[]): readonly ContentHash[] {
  const found = new Set<string>();
  for (const { ops } of changes) {
    for (const [hash] of JSON.stringify(ops).matchAll(/\b[0-9a-f]{64}\b/gu)) found.add(hash);
  }
  return [...found] as ContentHash[];
}
