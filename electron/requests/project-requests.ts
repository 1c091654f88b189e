/** Answers requests for project files: pick, create, read, append, replace, release. */
import { basename } from 'node:path';
import { fail } from '#shared/basics/result.ts';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import { freeForNewProject } from '#electron/disk/free-for-new-project.ts';
import type { OpenProjects } from '#electron/disk/open-projects.ts';
import type { NativeWords } from '#electron/menu/native-words.ts';
import { PROJECT_ENDING } from '#electron/disk/picked-name.ts';
import type { OpenByPath } from '#electron/open-by-path.ts';
import type { FileDialogs } from '#electron/requests/file-dialogs.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

export type ProjectRequestNeeds = {
  readonly projects: OpenProjects;
  readonly dialogs: FileDialogs;
  readonly openByPath: OpenByPath;
  readonly words: () => NativeWords;
};

export function createProjectRequests(needs: ProjectRequestNeeds): TopicHandlers<'project'> {
  const { projects, dialogs, openByPath, words } = needs;
  return {
    'project.pickToOpen': async ({ title }) => {
      const filterName = words().dialog.projectFilter;
      const path = await dialogs.pickOne({ title, filterName, extensions: [PROJECT_ENDING.slice(1)] });
      return path === null ? null : openByPath(path);
    },
    'project.pickToCreate': async ({ title, suggestedName }) => {
      const filterName = words().dialog.projectFilter;
      const path = await dialogs.pickToSave({ title, suggestedName, ending: PROJECT_ENDING, filterName });
      if (path === null) return null;
      if (await isTaken(path, projects)) return fail({ code: 'in-use', name: basename(path) });
      const freed = await tryDisk(path, () => freeForNewProject(path, new Date()));
      return freed.ok ? openByPath(path) : freed;
    },
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
}

/** Somebody has it open, here or elsewhere: it is theirs to close first. */
async function isTaken(path: string, projects: OpenProjects): Promise<boolean> {
  if (await projects.isOpen(path)) return true;
  const standing = await projects.open(path);
  if (!standing.ok) return false;
  await projects.release(standing.value.token);
  return standing.value.lockedBy !== null;
}
