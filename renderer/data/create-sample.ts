/** Makes the sample evaluation in a file of the user's choice and opens it like any other. */
import { drawId } from '#shared/basics/ids.ts';
import { fail, type Result } from '#shared/basics/result.ts';
import type { Bridge, ProjectFileHandle } from '#shared/bridge/requests.ts';
import { buildSample, type SampleFiles } from '#shared/formats/sample/build-sample.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { sealChanges, sealContent } from '#shared/formats/project-file/project-blocks.ts';
import { newProjectHeader, writeNewProjectFile } from '#shared/formats/project-file/project-file.ts';
import { fileAccess, namedFailure } from '#renderer/data/file-access.ts';
import { openProject } from '#renderer/data/open-project.ts';
import { randomBytes } from '#renderer/data/random.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';

/** Writes the sample, unsealed (its words are invented and public), and opens it. */
export async function createSampleProject(
  bridge: Bridge,
  handle: ProjectFileHandle,
  options: { readonly personName: string; readonly files: SampleFiles },
): Promise<Result<ProjectSession, OpenFailure>> {
  const digest = await loadDigest();
  const createdAt = new Date().toISOString();
  const { header, keyring } = await newProjectHeader(
    { projectId: drawId<'project'>(randomBytes), createdAt, passphrase: null },
    randomBytes,
  );
  const seal = (content: Parameters<typeof sealContent>[2]) => sealContent(keyring, digest, content, randomBytes);
  const sample = await buildSample(
    options.files,
    async (content) => (await seal(content)).hash,
    randomBytes,
    Date.now(),
  );
  const contents = await Promise.all([...sample.contents.values()].map(async (content) => (await seal(content)).block));
  const batches = await Promise.all(sample.changes.map((change) => sealChanges(keyring, [change], randomBytes)));
  const written = await writeNewProjectFile(fileAccess(bridge, handle), digest, header, [...contents, ...batches]);
  if (!written.ok) return fail(namedFailure(written.failure, handle.name));
  return openProject(bridge, handle, { passphrase: null, personName: options.personName });
}
