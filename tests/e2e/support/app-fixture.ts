/**
 * The running app as a Playwright fixture: own data folder and own work folder per test, native dialogs answered,
 * restart, and a test that fails when the page, its policy or the host complained.
 */
import { mkdirSync } from 'node:fs';
import { test as base, expect, type ElectronApplication, type Page } from '@playwright/test';
import { createComplaints } from '#tests/e2e/support/complaints.ts';
import { killApp, launchApp, quitApp, type LaunchOptions } from '#tests/e2e/support/launch.ts';
import { createNativeDialogs, type NativeDialogs } from '#tests/e2e/support/native-dialogs.ts';

export type RunningApp = {
  /** The page of the window that is open now; changes with a restart. */
  readonly page: () => Page;
  readonly electron: () => ElectronApplication;
  readonly dialogs: NativeDialogs;
  /** An empty folder for the files of this test. */
  readonly workFolder: string;
  readonly dataFolder: string;
  /** Ends the app (as a person would, or as a power cut) and starts it again on the same data folder. */
  readonly restart: (how?: 'quit' | 'kill', options?: Pick<LaunchOptions, 'words'>) => Promise<Page>;
  /** What the test provokes on purpose does not fail it. */
  readonly tolerate: (pattern: RegExp) => void;
  readonly consoleErrors: () => readonly string[];
};

export type AppOptions = {
  /** Words on the command line of the first start. */
  readonly startWords: readonly string[];
  /** A program that starts the app, in place of the app itself. */
  readonly executable: string | null;
};

export const test = base.extend<{ app: RunningApp } & AppOptions>({
  startWords: [[], { option: true }],
  executable: [null, { option: true }],
  app: async ({ startWords, executable }, use, testInfo) => {
    const dataFolder = testInfo.outputPath('data');
    const workFolder = testInfo.outputPath('work');
    mkdirSync(dataFolder, { recursive: true });
    mkdirSync(workFolder, { recursive: true });
    const complaints = createComplaints();

    async function start(words: readonly string[]): Promise<{ electron: ElectronApplication; page: Page }> {
      const electron = await launchApp({ dataFolder, words, executable });
      complaints.watchHost(electron);
      electron.context().on('page', complaints.watchPage);
      for (const page of electron.windows()) complaints.watchPage(page);
      const page = await electron.firstWindow();
      await page.waitForLoadState();
      return { electron, page };
    }

    let running = await start(startWords);
    await use({
      page: () => running.page,
      electron: () => running.electron,
      dialogs: createNativeDialogs(() => running.electron),
      workFolder,
      dataFolder,
      restart: async (how = 'quit', options = {}) => {
        await (how === 'kill' ? killApp(running.electron) : quitApp(running.electron));
        running = await start(options.words ?? []);
        return running.page;
      },
      tolerate: complaints.tolerate,
      consoleErrors: complaints.consoleErrors,
    });

    if (testInfo.status !== testInfo.expectedStatus) {
      await running.page.screenshot({ path: testInfo.outputPath('failed.png') }).catch(() => undefined);
    }
    await quitApp(running.electron);
    expect(complaints.open(), 'errors in the page, its policy or the host').toEqual([]);
  },
});

export { expect };
