/** A project file that is gone or cannot be read at all, written again from this machine's own complete copy. */
import { fail, type Result } from '#shared/basics/result.ts';
import type { Bridge, DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { headerSchema, type ProjectHeader } from '#shared/formats/project-file/header.ts';
import { readProjectFile, writeNewProjectFile, type ProjectFile } from '#shared/formats/project-file/project-file.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { fileAccess, namedFailure } from '#renderer/data/file-access.ts';
import { databasesOfCopy, openProjectDatabase } from '#renderer/data/project-database.ts';
import type { OpenFailure } from '#renderer/data/session.ts';

export type OwnCopy = { readonly header: ProjectHeader; readonly blocks: readonly Block[]; readonly openedAt: string };

/** This machine's copy of the file at this place: head and blocks; the one opened last where there are several. */
export async function findOwnCopy(copyKey: string): Promise<OwnCopy | null> {
  const copies: OwnCopy[] = [];
  for (const name of await databasesOfCopy(copyKey)) {
    const database = await openProjectDatabase(name);
    const header = headerSchema.safeParse(await database.readFact('header'));
    const blocks = await readBlocks(database, await database.list());
    const openedAt = String(await database.readFact('openedAt'));
    database.close();
    if (header.success && blocks.length > 0) copies.push({ header: header.data, blocks, openedAt });
  }
  return copies.sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1)).at(-1) ?? null;
}

/** Writes the file anew. What stands at its place, if anything, is kept under another name. */
export async function rebuildFile(
  bridge: Bridge,
  handle: ProjectFileHandle,
  digest: Digest,
  own: OwnCopy,
): Promise<Result<ProjectFile<DiskFailure>, OpenFailure>> {
  const aside = await bridge.ask('project.setAside', { token: handle.token });
  if (!aside.ok && aside.failure.code !== 'missing') return aside;
  const access = fileAccess(bridge, handle);
  const written = await writeNewProjectFile({ ...access, replace: access.recreate }, digest, own.header, own.blocks);
  if (!written.ok) return fail(namedFailure(written.failure, handle.name));
  const bytes = await access.read();
  const file = bytes.ok ? readProjectFile(access, digest, bytes.value) : bytes;
  return file.ok ? file : fail(namedFailure(file.failure, handle.name));
}
