/** Opening and making projects: from a file the user picked to a session. */
import type { Bridge, ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { Result } from '#shared/basics/result.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';

export type NewProjectInput = {
  readonly handle: ProjectFileHandle;
  readonly title: string;
  readonly language: Language;
  /** Null makes an unsealed project: an explicit choice. */
  readonly passphrase: string | null;
  readonly personName: string;
  readonly interventions: readonly { readonly code: string; readonly title: string }[];
};

/** Makes a project file with the nine criteria and opens it. */
export async function createProject(bridge: Bridge, input: NewProjectInput): Promise<Result<ProjectSession, OpenFailure>> {
  void bridge;
  void input;
  await Promise.resolve();
  throw new Error('being written');
}

/**
 * Opens a project file: unites it with this machine's copy of it and brings both up to date.
 * `passphrase-needed` asks the caller for one.
 */
export async function openProject(
  bridge: Bridge,
  handle: ProjectFileHandle,
  options: { readonly passphrase: string | null; readonly personName: string },
): Promise<Result<ProjectSession, OpenFailure>> {
  void bridge;
  void handle;
  void options;
  await Promise.resolve();
  throw new Error('being written');
}

/** Makes the sample evaluation in a file of the user's choice and opens it. */
export async function createSampleProject(
  bridge: Bridge,
  handle: ProjectFileHandle,
  personName: string,
): Promise<Result<ProjectSession, OpenFailure>> {
  void bridge;
  void handle;
  void personName;
  await Promise.resolve();
  throw new Error('being written');
}
