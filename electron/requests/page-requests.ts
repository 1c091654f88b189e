/** Puts on paper what the page shows: as a PDF file or on a printer. Nothing is written anywhere else on the way. */
import type { BrowserWindow } from 'electron';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fail } from '#shared/basics/result.ts';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import { replaceFile } from '#electron/disk/replace-file.ts';
import type { FileDialogs } from '#electron/requests/file-dialogs.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

const BRIEF_MARGINS_INCHES = { top: 0.7, bottom: 0.7, left: 0.75, right: 0.75 };

export function createPageRequests(window: () => BrowserWindow | null, dialogs: FileDialogs): TopicHandlers<'page'> {
  return {
    'page.savePdf': async ({ title, suggestedName }) => {
      const path = await dialogs.pickToSave({ title, suggestedName, ending: '.pdf', filterName: 'PDF' });
      const parent = window();
      if (path === null || !parent) return null;
      // An earlier sheet may be the only one that still opens an old copy.
      if (existsSync(path)) return fail({ code: 'exists', name: basename(path) });
      return tryDisk(path, async () => {
        await replaceFile(path, await parent.webContents.printToPDF({ pageSize: 'A4' }));
        return null;
      });
    },
    'page.toPdf': async () => {
      try {
        const parent = window();
        return parent ? await parent.webContents.printToPDF({ pageSize: 'A4', margins: BRIEF_MARGINS_INCHES }) : null;
      } catch {
        return null;
      }
    },
    'page.print': () =>
      new Promise((resolve) => {
        const parent = window();
        if (parent) parent.webContents.print({}, (isPrinted) => resolve(isPrinted));
        else resolve(false);
      }),
  };
}
