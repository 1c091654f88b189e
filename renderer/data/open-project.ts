/** Opening and making projects: from a file the user picked to a session. */
import { drawId } from '#shared/basics/ids.ts';
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Bridge, ProjectFileHandle } from '#shared/bridge/requests.ts';
import { newEvaluation, type NewEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { Project } from '#shared/domain/project/project.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { sealChanges } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, readProjectFile, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { unlock } from '#shared/formats/project-file/sealing.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';
import { fileAccess, namedFailure } from '#renderer/data/file-access.ts';
import { findOwnCopy, rebuildFile } from '#renderer/data/lost-file.ts';
import { openUnlocked, type OpenChoices } from '#renderer/data/open-unlocked.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { deriveKey } from '#renderer/workers/derive-key.ts';

export type NewProjectInput = {
  readonly handle: ProjectFileHandle;
  readonly title: string;
  readonly language: NewEvaluation['language'];
  /** Null makes an unsealed project: an explicit choice. */
  readonly passphrase: string | null;
  readonly personName: string;
  readonly interventions: readonly { readonly code: string; readonly title: string }[];
};

/** How a project is opened. */
export type OpenOptions = OpenChoices & { readonly passphrase: string | null };

/** Makes a project file with the nine criteria and opens it. */
export async function createProject(
  bridge: Bridge,
  input: NewProjectInput,
): Promise<Result<ProjectSession, OpenFailure>> {
  const digest = await loadDigest();
  const { header, keyring } = await newProjectHeader(
    {
      projectId: drawId<'project'>(randomBytes),
      createdAt: new Date().toISOString(),
      passphrase: input.passphrase,
      derive: deriveKey,
    },
    randomBytes,
  );
  const person = { id: drawId<'person'>(randomBytes), name: input.personName };
  const draft = newEvaluation(
    { title: input.title, language: input.language, interventions: input.interventions, person },
    randomBytes,
  );
  // The maker's first change is of a replica of its own: the copy's replica is drawn when the copy is first opened.
  const author = { replica: drawId<'replica'>(randomBytes), person: person.id, nowMilliseconds: Date.now() };
  const first = new Project().prepare(draft, author);
  if (!first) throw new Error('A new evaluation changes something.');
  const access = fileAccess(bridge, input.handle);
  const written = await writeNewProjectFile(access, digest, header, [await sealChanges(keyring, [first], randomBytes)]);
  if (!written.ok) return fail(namedFailure(written.failure, input.handle.name));
  return openUnlocked(
    bridge,
    input.handle,
    { digest, file: written.value, keyring, wasRebuilt: false },
    { personName: input.personName },
  );
}

/**
 * Opens a project file: unites it with this machine's copy of it and brings both up to date.
 * `passphrase-needed` asks the caller for one; `damaged` asks whether to open what can be read; `file-lost` asks
 * whether to write the file again from this machine's copy.
 */
export async function openProject(
  bridge: Bridge,
  handle: ProjectFileHandle,
  options: OpenOptions,
): Promise<Result<ProjectSession, OpenFailure>> {
  const digest = await loadDigest();
  const access = fileAccess(bridge, handle);
  const bytes = await access.read();
  if (!bytes.ok && bytes.failure.code !== 'missing') return bytes;
  const file = bytes.ok ? readProjectFile(access, digest, bytes.value) : fail(bytes.failure);
  if (!file.ok) {
    const failure = namedFailure(file.failure, handle.name);
    const own = failure.code === 'too-new' || handle.lockedBy ? null : await findOwnCopy(handle.copyKey);
    if (!own) return fail(failure);
    if (!options.acceptRebuild) return fail({ code: 'file-lost', name: handle.name });
    const keyring = await unlock(own.header, options.passphrase, deriveKey);
    if (!keyring.ok) return fail({ code: keyring.failure, name: handle.name });
    const rebuilt = await rebuildFile(bridge, handle, digest, own);
    if (!rebuilt.ok) return rebuilt;
    return openUnlocked(
      bridge,
      handle,
      { digest, file: rebuilt.value, keyring: keyring.value, wasRebuilt: true },
      options,
    );
  }
  if (file.value.header.holds === 'changes') return fail({ code: 'only-changes', name: handle.name });
  const keyring = await unlock(file.value.header, options.passphrase, deriveKey);
  if (!keyring.ok) return fail({ code: keyring.failure, name: handle.name });
  return openUnlocked(bridge, handle, { digest, file: file.value, keyring: keyring.value, wasRebuilt: false }, options);
}

/** Saves everything of a damaged file that can be read into another one. Needs no passphrase: frames stay sealed. */
export async function rescueProject(
  bridge: Bridge,
  from: ProjectFileHandle,
  to: ProjectFileHandle,
): Promise<Result<{ readonly frames: number; readonly damaged: number }, OpenFailure>> {
  const digest = await loadDigest();
  const access = fileAccess(bridge, from);
  const bytes = await access.read();
  if (!bytes.ok) return bytes;
  const file = readProjectFile(access, digest, bytes.value);
  if (!file.ok) return fail(namedFailure(file.failure, from.name));
  const blocks = await readBlocks(file.value, await file.value.list());
  const written = await writeNewProjectFile(fileAccess(bridge, to), digest, file.value.header, blocks);
  if (!written.ok) return fail(namedFailure(written.failure, to.name));
  return succeed({ frames: blocks.length, damaged: file.value.problems.length });
}
