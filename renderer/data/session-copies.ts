/** What a session does with its copies as a whole: into another file, and under another passphrase. */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import { writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import {
  addRecovery,
  changePassphrase as wrapAnew,
  createKeyring,
  sealTag,
  unlock,
} from '#shared/formats/project-file/sealing.ts';
import { drawRecoveryCode } from '#shared/formats/project-file/recovery-code.ts';
import { resealBlocks } from '#shared/formats/project-file/reseal.ts';
import { missingKeys, readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import type { ChangeWriter } from '#renderer/data/change-writer.ts';
import { fileAccess, namedFailure } from '#renderer/data/file-access.ts';
import { openProjectDatabase } from '#renderer/data/project-database.ts';
import type { SessionParts } from '#renderer/data/project-session.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { deriveKey } from '#renderer/workers/derive-key.ts';

/** Writes everything this session knows into another file and opens that. */
export async function copyInto(
  other: ProjectFileHandle,
  parts: SessionParts,
  writer: ChangeWriter,
): Promise<Result<ProjectSession, OpenFailure>> {
  await writer.flush();
  const { digest, keyring } = parts;
  const blocks = await everyBlock(parts, writer);
  const access = fileAccess(parts.bridge, other);
  const written = await writeNewProjectFile(access, digest, parts.file.current().header, blocks);
  if (!written.ok) return fail(namedFailure(written.failure, other.name));
  return parts.openOther(other, { digest, file: written.value, keyring, wasRebuilt: false });
}

/** Writes everything but the identities into another file, to give away; this session goes on with its own. */
export async function writeSharedCopy(
  other: ProjectFileHandle,
  parts: SessionParts,
  writer: ChangeWriter,
): Promise<Result<null, OpenFailure>> {
  await writer.flush();
  const blocks = (await everyBlock(parts, writer)).filter(({ kind }) => kind !== 'identities');
  const access = fileAccess(parts.bridge, other);
  const written = await writeNewProjectFile(access, parts.digest, parts.file.current().header, blocks);
  await parts.bridge.ask('project.release', { token: other.token });
  return written.ok ? succeed(null) : fail(namedFailure(written.failure, other.name));
}

/** Changes, sets or removes the passphrase; answers the session to go on with. */
export async function changePassphrase(
  parts: SessionParts,
  writer: ChangeWriter,
  session: ProjectSession,
  { present, next }: { readonly present: string | null; readonly next: string | null },
): Promise<Result<ProjectSession, OpenFailure>> {
  const { header } = parts.file.current();
  const { name } = parts.handle;
  const state = await writer.flush();
  if (parts.handle.lockedBy) return fail({ code: 'in-use', name });
  if (state.kind === 'partly') return fail(state.failure);
  if (header.key && next !== null) {
    const changed = await wrapAnew(header, { present: present ?? '', next }, parts.randomBytes, { derive: deriveKey });
    if (!changed.ok) return fail({ code: changed.failure, name });
    const written = await writer.whileStill(() => parts.file.current().rewrite({ header: changed.value }));
    if (!written.ok) return fail(written.failure);
    await parts.database.writeFact('header', changed.value);
    return succeed(session);
  }
  const allowed = await unlock(header, present, deriveKey);
  if (!allowed.ok) return fail({ code: allowed.failure, name });
  return sealAnew(parts, writer, session, next);
}

/**
 * The new database is filled before the file is replaced, and the old one removed after: whenever the app ends, the
 * file that stands there has a database beside it or can make one.
 */
async function sealAnew(
  parts: SessionParts,
  writer: ChangeWriter,
  session: ProjectSession,
  passphrase: string | null,
): Promise<Result<ProjectSession, OpenFailure>> {
  const { digest, handle, randomBytes } = parts;
  const { projectId } = parts.keyring;
  const { keyring, key } = await createKeyring(projectId, passphrase, randomBytes, { derive: deriveKey });
  const blocks = await everyBlock(parts, writer);
  const sealed = await resealBlocks(blocks, { from: parts.keyring, to: keyring }, digest, randomBytes);
  if (!sealed.ok) return fail({ code: 'damaged', name: handle.name });
  // The keys are new: the code of an earlier recovery sheet would open nothing.
  const { recovery: _stale, ...head } = parts.file.current().header;
  const header = { ...head, key };
  const database = await openProjectDatabase({ projectId, copyKey: handle.copyKey, sealTag: sealTag(digest, keyring) });
  const kept = await database.append(sealed.value);
  const written = kept.ok
    ? await writer.whileStill(() => parts.file.current().rewrite({ header, blocks: sealed.value }))
    : kept;
  if (!written.ok) {
    await database.destroy();
    return fail(written.failure);
  }
  database.close();
  writer.stop();
  await parts.database.destroy();
  return parts.openOther(handle, { digest, file: parts.file.current(), keyring, wasRebuilt: false });
}

async function everyBlock(parts: SessionParts, writer: ChangeWriter): Promise<readonly Block[]> {
  const { file, database } = parts;
  const inFile = await readBlocks(file, await file.list());
  const known = [...inFile, ...writer.waitingForFile()];
  const onlyInApp = await readBlocks(database, missingKeys(known, await database.list()));
  // Texts before the changes that speak of them.
  return [...known, ...onlyInApp].sort((a, b) => Number(a.kind === 'changes') - Number(b.kind === 'changes'));
}

/** Makes a recovery sheet: draws a code that opens the evaluation beside its passphrase. An earlier sheet is void. */
export async function makeRecovery(
  parts: SessionParts,
  writer: ChangeWriter,
  passphrase: string,
): Promise<Result<string, OpenFailure>> {
  const { name, lockedBy } = parts.handle;
  if (lockedBy) return fail({ code: 'in-use', name });
  const state = await writer.flush();
  if (state.kind === 'partly') return fail(state.failure);
  const code = drawRecoveryCode(parts.randomBytes);
  const file = parts.file.current();
  const added = await addRecovery(file.header, { passphrase, code }, parts.randomBytes, { derive: deriveKey });
  if (!added.ok) return fail({ code: added.failure, name });
  const written = await writer.whileStill(() => parts.file.current().rewrite({ header: added.value }));
  if (!written.ok) return fail(written.failure);
  await parts.database.writeFact('header', added.value);
  return succeed(code);
}
