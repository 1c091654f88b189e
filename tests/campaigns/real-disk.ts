/** The window's session over the host's own way with files, on a real disk, without a window. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '#shared/basics/result.ts';
import type { Bridge, ProjectFileHandle, RequestAnswers, RequestName } from '#shared/bridge/requests.ts';
import { freeForNewProject } from '#electron/disk/free-for-new-project.ts';
import { createOpenProjects, type OpenProjects } from '#electron/disk/open-projects.ts';
import { openCopyKeys } from '#electron/preferences/copy-key.ts';

export type RealDisk = {
  readonly bridge: Bridge;
  readonly projects: OpenProjects;
  /** Makes room for a new project file and opens it, as the dialog does. */
  readonly create: (path: string) => Promise<ProjectFileHandle>;
  readonly open: (path: string) => Promise<ProjectFileHandle>;
};

/** A host without windows; `dataFolder` is its machine. */
export function openRealDisk(dataFolder: string, owner = 'Ana'): RealDisk {
  mkdirSync(dataFolder, { recursive: true });
  const projects = createOpenProjects({ ownerName: () => owner, copyKeyOf: openCopyKeys(join(dataFolder)).of });
  type Arguments = { readonly token: string; readonly expectedLengthBytes: number; readonly bytes: Uint8Array };
  const answers: Partial<Record<RequestName, (args: Arguments) => unknown>> = {
    'project.read': ({ token }) => projects.read(token),
    'project.append': ({ token, expectedLengthBytes, bytes }) => projects.append(token, expectedLengthBytes, bytes),
    'project.replace': ({ token, bytes }) => projects.replace(token, bytes),
    'project.recreate': ({ token, bytes }) => projects.recreate(token, bytes),
    'project.look': ({ token }) => projects.look(token),
    'project.setAside': ({ token }) => projects.setAside(token, new Date()),
    'project.release': async ({ token }) => {
      await projects.release(token);
      return null;
    },
  };
  const bridge: Bridge = {
    ask: async (name, args) => {
      const answer = answers[name];
      if (!answer) return fail({ code: 'unknown-token', name }) as never;
      return (await answer(args as Arguments)) as RequestAnswers[typeof name];
    },
    listen: () => () => undefined,
  };
  const open = async (path: string): Promise<ProjectFileHandle> => {
    const opened = await projects.open(path);
    if (!opened.ok) throw new Error(opened.failure.code);
    return opened.value;
  };
  return {
    bridge,
    projects,
    open,
    create: async (path) => {
      await freeForNewProject(path, new Date());
      return open(path);
    },
  };
}
