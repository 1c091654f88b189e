/**
 * The kill campaign: the real app is ended by SIGKILL at random moments of a coding run, its copies are spoiled in
 * turn, and after reopening everything that the screen had called saved must be there, and `verify` must be clean.
 */
import { existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { killApp, launchApp, quitApp } from '#tests/e2e/support/launch.ts';
import { createNativeDialogs } from '#tests/e2e/support/native-dialogs.ts';
import { verifyFile } from '#tests/campaigns/verify-file.ts';

/**
 * What happens to the copies between the kill and the reopening. One of the two is always left alone. A cut database
 * comes last, before a plain kill: LevelDB goes on behind the cut, and Chromium then throws all of it away at the
 * start after that, which must not meet a file that is harmed as well.
 */
export const harms = ['nothing', 'file cut', 'database deleted', 'file deleted', 'database cut'] as const;
type Harm = (typeof harms)[number];

export type KillOutcome = { readonly harm: Harm; readonly saved: number; readonly found: number };

const LONGEST_RUN_MILLISECONDS = 1600;
const NAME = 'Matanza';

type Running = { readonly electron: ElectronApplication; readonly page: Page };

/** Kills the app `kills` times; throws at the first change that is lost. */
export async function runKillCampaign(
  folders: { readonly data: string; readonly work: string },
  kills: number,
  random: () => number,
  onKill: (outcome: KillOutcome, place: number) => void = () => undefined,
): Promise<readonly KillOutcome[]> {
  const outcomes: KillOutcome[] = [];
  const path = join(folders.work, `${NAME}.triangula`);
  let running = await start(folders.data);
  await createNativeDialogs(() => running.electron).pickToSave(path);
  await running.page.getByRole('button', { name: /^Try the sample/u }).click();
  await openDesk(running.page);
  for (let place = 0; place < kills; place += 1) {
    const saved = await codeUntilKilled(running, Math.floor(random() * LONGEST_RUN_MILLISECONDS), place);
    const harm = harms[place % harms.length] as Harm;
    spoil(harm, folders.data, path, random);
    running = await start(folders.data);
    await reopen(running.page, harm);
    const found = await codingCount(running.page);
    expect(found, `codings after ${harm}, kill ${place + 1}`).toBeGreaterThanOrEqual(saved);
    await expect.poll(() => statusText(running.page), { timeout: 20_000 }).toMatch(/Saved/u);
    expect(await verifyFile(path), `verify after ${harm}, kill ${place + 1}`).toEqual([]);
    const outcome = { harm, saved, found };
    outcomes.push(outcome);
    onKill(outcome, place);
  }
  await quitApp(running.electron);
  expect(await verifyFile(path)).toEqual([]);
  return outcomes;
}

async function start(dataFolder: string): Promise<Running> {
  // The old runtime now and then comes up without its window under a virtual display; that is told and tried again.
  const electron = await launchApp({ dataFolder }).catch((error: unknown) => {
    console.log(`start hung, tried again: ${String(error).split('\n')[0] ?? ''}`);
    return launchApp({ dataFolder });
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState();
  return { electron, page };
}

async function reopen(page: Page, harm: Harm): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${NAME}`, 'u') })
    .first()
    .click();
  if (harm === 'file deleted') await page.getByRole('button', { name: 'Write the file again' }).click();
  await expect(page.locator('.app-status')).toBeVisible({ timeout: 30_000 });
  // What was mended is told; it has been read.
  const told = page.getByRole('alertdialog', { name: /was mended/u });
  await page.waitForTimeout(50);
  if (await told.isVisible()) await told.getByRole('button', { name: 'Close' }).last().click();
  await openDesk(page);
}

async function openDesk(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Coding' }).click();
  await expect(page.locator('.cm-content')).toBeVisible({ timeout: 30_000 });
}

/** Codes sentence after sentence by the keyboard until the power goes; answers what the screen had called saved. */
async function codeUntilKilled({ electron, page }: Running, milliseconds: number, seed: number): Promise<number> {
  let saved = await codingCount(page);
  page.on('console', (message) => {
    const count = /^saved (\d+)$/u.exec(message.text())?.[1];
    if (count !== undefined) saved = Number(count);
  });
  await page.evaluate(() => {
    let last = -1;
    setInterval(() => {
      const text = document.querySelector('.app-status')?.textContent ?? '';
      const count = Number(/(\d[\d,.\s]*) codings?/u.exec(text)?.[1]?.replace(/\D/gu, '') ?? -1);
      if (/Saved/u.test(text) && count !== last) {
        last = count;
        console.log(`saved ${count}`);
      }
    }, 5);
  });
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Home');
  const coding = (async () => {
    for (let step = 0; step < (seed * 3) % 40; step += 1) await page.keyboard.press('ArrowDown');
    for (let step = 0; ; step += 1) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('s');
      for (const digit of '123456789') await page.keyboard.press(digit);
      await page.keyboard.press(step % 2 === 0 ? '-' : '~');
      await page.keyboard.press('Escape');
    }
  })().catch(() => undefined);
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
  await killApp(electron);
  await coding;
  return saved;
}

function spoil(harm: Harm, dataFolder: string, path: string, random: () => number): void {
  const database = join(dataFolder, 'IndexedDB');
  if (harm === 'file deleted') rmSync(path);
  if (harm === 'file cut') cut(path, Math.ceil(random() * 3000));
  if (harm === 'database deleted') rmSync(database, { recursive: true });
  if (harm === 'database cut') {
    for (const log of filesUnder(database, /\.log$/u)) cut(log, Math.ceil(random() * 3000));
  }
}

function cut(path: string, bytes: number): void {
  truncateSync(path, Math.max(0, statSync(path).size - bytes));
}

function filesUnder(folder: string, name: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => join(folder, path));
}

async function statusText(page: Page): Promise<string> {
  return (await page.locator('.app-status').textContent()) ?? '';
}

async function codingCount(page: Page): Promise<number> {
  const text = await statusText(page);
  return Number(/(\d[\d,.\s]*) codings?/u.exec(text)?.[1]?.replace(/\D/gu, '') ?? -1);
}
