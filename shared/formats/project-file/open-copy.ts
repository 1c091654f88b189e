/**
 * Opening a copy of a project to take its work over: only read, never written. A copy that is not whole, not ours or
 * sealed with words that nobody gave is refused; half a copy would look like all of somebody's work.
 */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Change } from '#shared/domain/change/change.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import type { HeaderFailure, ProjectHeader } from '#shared/formats/project-file/header.ts';
import { openChanges } from '#shared/formats/project-file/project-blocks.ts';
import { readProjectFile, type ProjectFileAccess } from '#shared/formats/project-file/project-file.ts';
import { openKeyring, unlock, type DeriveKey, type Keyring } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';

export type CopyRefusal =
  | HeaderFailure
  /** It belongs to another evaluation. */
  | 'another-evaluation'
  /** Sealed, and none of the given passphrases opens it; `passphrase-needed` when none was given. */
  | 'wrong-passphrase'
  | 'passphrase-needed'
  /** It holds only what came after changes that are missing here. */
  | 'gap';

export type OpenedCopy = {
  readonly header: ProjectHeader;
  readonly keyring: Keyring;
  /** Whether it is sealed with the very keys of the project it is compared with. */
  readonly hasOurKeys: boolean;
  /** All its blocks but snapshots, as they are sealed there. */
  readonly blocks: readonly Block[];
};

const noAccess: ProjectFileAccess<'refused'> = {
  read: () => Promise.resolve(fail('refused')),
  append: () => Promise.resolve(fail('refused')),
  replace: () => Promise.resolve(fail('refused')),
};

/** Reads and unlocks a copy: with our own keys where they fit, else with one of the passphrases. */
export async function openCopy(
  bytes: Uint8Array,
  digest: Digest,
  words: { readonly ours: Keyring; readonly passphrases: readonly string[]; readonly derive?: DeriveKey },
): Promise<Result<OpenedCopy, CopyRefusal>> {
  const read = readProjectFile(noAccess, digest, bytes);
  if (!read.ok) return read;
  const { header, problems } = read.value;
  if (header.projectId !== words.ours.projectId) return fail('another-evaluation');
  if (problems.some(({ kind }) => kind !== 'unknown-kind')) return fail('damaged');
  // Frames of a kind that this version does not know are somebody's work: it takes that version to take them over.
  if (problems.length > 0) return fail('too-new');
  const list = (await read.value.list()).filter(({ kind }) => kind !== 'snapshot');
  const blocks = await readBlocks(read.value, list);
  const keyring = await findKeyring(header, blocks, words);
  if (!keyring.ok) return keyring;
  return succeed({ header, blocks, keyring: keyring.value, hasOurKeys: keyring.value === words.ours });
}

/** The changes in these blocks; one that cannot be opened makes the copy a damaged one. */
export async function openAllChanges(
  keyring: Keyring,
  blocks: readonly Block[],
): Promise<Result<readonly Change[], 'damaged'>> {
  const changes: Change[] = [];
  for (const block of blocks) {
    if (block.kind !== 'changes') continue;
    const opened = await openChanges(keyring, block);
    if (!opened.ok) return opened;
    for (const change of opened.value) changes.push(change);
  }
  return succeed(changes);
}

async function findKeyring(
  header: ProjectHeader,
  blocks: readonly Block[],
  {
    ours,
    passphrases,
    derive,
  }: { readonly ours: Keyring; readonly passphrases: readonly string[]; readonly derive?: DeriveKey },
): Promise<Result<Keyring, 'damaged' | 'wrong-passphrase' | 'passphrase-needed'>> {
  const first = blocks.find(({ kind }) => kind === 'changes');
  // A project without a single change is none.
  if (!first) return fail('damaged');
  if ((await openChanges(ours, first)).ok) return succeed(ours);
  if (!header.key) return succeed(openKeyring(header.projectId));
  for (const passphrase of new Set(passphrases)) {
    const unlocked = await unlock(header, passphrase, derive);
    if (unlocked.ok) return succeed(unlocked.value);
  }
  return fail(passphrases.length === 0 ? 'passphrase-needed' : 'wrong-passphrase');
}
