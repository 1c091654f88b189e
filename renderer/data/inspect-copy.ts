/** Reads a copy of a project (a backup) without opening it: whether it is whole, and how much is in it. */
import { fail } from '#shared/basics/result.ts';
import { Project } from '#shared/domain/project/project.ts';
import { rangesLength } from '#shared/domain/change/sequence-set.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { openChanges } from '#shared/formats/project-file/project-blocks.ts';
import { readProjectFile, type ProjectFileAccess } from '#shared/formats/project-file/project-file.ts';
import type { Keyring } from '#shared/formats/project-file/sealing.ts';
import { coverage, readBlocks } from '#shared/formats/project-file/unite-stores.ts';

export type CopyReport =
  /** Its head cannot be read. */
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'read';
      readonly isWhole: boolean;
      readonly isSealed: boolean;
      readonly changes: number;
      /** Null without its key. */
      readonly contents: { readonly sources: number; readonly codings: number } | null;
    };

/** The copy is only looked at. */
const noAccess: ProjectFileAccess<'refused'> = {
  read: () => Promise.resolve(fail('refused')),
  append: () => Promise.resolve(fail('refused')),
  replace: () => Promise.resolve(fail('refused')),
};

/** Checks every frame; with the key of the project it also opens every change and counts what they add up to. */
export async function inspectCopy(bytes: Uint8Array, keyring: Keyring | null): Promise<CopyReport> {
  const file = readProjectFile(noAccess, await loadDigest(), bytes);
  if (!file.ok) return { kind: 'unreadable' };
  const keys = await file.value.list();
  const changes = [...coverage(keys).values()].reduce((sum, set) => sum + rangesLength(set), 0);
  const isSealed = file.value.header.key !== null;
  const hasKey = isSealed ? keyring?.dataKey != null : true;
  const own: Keyring | null = isSealed
    ? keyring
    : { projectId: file.value.header.projectId, dataKey: null, nameKey: new Uint8Array() };
  const isWhole = file.value.problems.length === 0;
  if (!hasKey || !own) return { kind: 'read', isWhole, isSealed, changes, contents: null };
  const project = new Project();
  const blocks = await readBlocks(
    file.value,
    keys.filter(({ kind }) => kind === 'changes'),
  );
  for (const block of blocks) {
    const opened = await openChanges(own, block);
    // Sealed under another key (before a passphrase was set, say): whole, only not for this key.
    if (!opened.ok) return { kind: 'read', isWhole, isSealed, changes, contents: null };
    for (const change of opened.value) project.apply(change);
  }
  const contents = { sources: project.all('source').length, codings: project.codings('everything').length };
  return { kind: 'read', isWhole, isSealed, changes, contents };
}
