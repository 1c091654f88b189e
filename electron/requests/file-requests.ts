/** Answers requests for files to import and files to export: picked by the user, then known by token. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail } from '#shared/basics/result.ts';
import type { FileHandle } from '#shared/bridge/requests.ts';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import type { FileTokens, FileUse } from '#electron/disk/file-tokens.ts';
import { readWholeFile } from '#electron/disk/read-file.ts';
import { replaceFile } from '#electron/disk/replace-file.ts';
import type { FileDialogs } from '#electron/requests/file-dialogs.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

export function createFileRequests(tokens: FileTokens, dialogs: FileDialogs): TopicHandlers<'files'> {
  async function handleFor(path: string, use: FileUse): Promise<FileHandle> {
    return { token: tokens.issue(path, use), name: basename(path), sizeBytes: await sizeOf(path) };
  }

  return {
    'files.pickToImport': async ({ title, filterName, extensions }) => {
      const paths = await dialogs.pickMany({ title, filterName, extensions });
      return Promise.all(paths.map((path) => handleFor(path, 'read')));
    },
    'files.read': async ({ token }) => {
      const path = tokens.pathOf(token, 'read');
      if (path === null) return fail({ code: 'unknown-token', name: '' });
      return tryDisk(path, () => readWholeFile(path));
    },
    'files.pickToSave': async ({ title, suggestedName, extension }) => {
      const path = await dialogs.pickToSave({ title, suggestedName, ending: `.${extension}`, filterName: extension });
      return path === null ? null : handleFor(path, 'write');
    },
    'files.write': async ({ token, bytes }) => {
      const path = tokens.pathOf(token, 'write');
      if (path === null) return fail({ code: 'unknown-token', name: '' });
      return tryDisk(path, async () => ({ lengthBytes: await replaceFile(path, bytes) }));
    },
  };
}

/** 0 for a file that is not there (yet); reading it will say so. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
