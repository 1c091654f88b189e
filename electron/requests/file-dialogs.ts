/** The native dialogs that name files. The words come from the window; the paths stay here. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { safeFileName, withEnding } from '#electron/disk/picked-name.ts';
import type { NativeWords } from '#electron/menu/native-words.ts';

export type PickToSave = {
  readonly title: string;
  readonly suggestedName: string;
  readonly ending: string;
  readonly filterName: string;
};
export type PickToOpen = {
  readonly title: string;
  readonly filterName: string;
  readonly extensions: readonly string[];
};

export type FileDialogs = {
  readonly pickMany: (request: PickToOpen) => Promise<readonly string[]>;
  readonly pickOne: (request: PickToOpen) => Promise<string | null>;
  readonly pickToSave: (request: PickToSave) => Promise<string | null>;
  readonly pickFolder: (title: string) => Promise<string | null>;
};

export function createFileDialogs(window: () => BrowserWindow | null, words: () => NativeWords): FileDialogs {
  /** Where the last dialog ended; the next one starts there. */
  let folder: string | null = null;

  async function pick(request: PickToOpen, properties: ('openFile' | 'multiSelections')[]): Promise<readonly string[]> {
    const parent = window();
    if (!parent) return [];
    const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
      title: request.title,
      defaultPath: folder ?? app.getPath('documents'),
      filters: [
        { name: request.filterName, extensions: [...request.extensions] },
        { name: words().dialog.allFiles, extensions: ['*'] },
      ],
      properties,
    });
    if (canceled || filePaths[0] === undefined) return [];
    folder = dirname(filePaths[0]);
    return filePaths;
  }

  /** The dialog has asked about the name that was typed, not about the name with the ending that we add. */
  async function mayReplace(parent: BrowserWindow, path: string): Promise<boolean> {
    const { replaceQuestion, cancel, replace } = words().dialog;
    const { response } = await dialog.showMessageBox(parent, {
      type: 'question',
      message: replaceQuestion.replace('{name}', () => basename(path)),
      buttons: [cancel, replace],
      defaultId: 0,
      cancelId: 0,
    });
    return response === 1;
  }

  return {
    pickMany: (request) => pick(request, ['openFile', 'multiSelections']),
    pickOne: async (request) => (await pick(request, ['openFile']))[0] ?? null,
    pickFolder: async (title) => {
      const parent = window();
      if (!parent) return null;
      const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
        title,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    pickToSave: async ({ title, suggestedName, ending, filterName }) => {
      const parent = window();
      if (!parent) return null;
      const name = withEnding(safeFileName(suggestedName), ending);
      const { canceled, filePath } = await dialog.showSaveDialog(parent, {
        title,
        defaultPath: join(folder ?? app.getPath('documents'), name),
        filters: [{ name: filterName, extensions: [ending.slice(1)] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      // Older versions say undefined, newer ones ''.
      if (canceled || !filePath) return null;
      folder = dirname(filePath);
      const path = withEnding(filePath, ending);
      if (path !== filePath && existsSync(path) && !(await mayReplace(parent, path))) return null;
      return path;
    },
  };
}
