/** Backups in the real app: made on opening and closing, listed and read back, restored as a copy, trouble told. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { openSample, rename, reopenRecent } from '#tests/e2e/support/journeys.ts';
import { takeLooks } from '#tests/e2e/support/looks.ts';

const NAME = 'Copias';

test('backs up on opening and closing, and restores last week’s state as a copy', async ({ app }) => {
  const page = await openSample(app, NAME);
  await expect(page.getByRole('button', { name: /^Backup \d\d:\d\d/ })).toBeVisible({ timeout: 20_000 });
  expect(backupsOnDisk(app)).toHaveLength(1);
  const original = join(app.workFolder, `${NAME}.triangula`);

  await rename(page, 'A changed title');
  await closeEvaluation(page);
  await expect.poll(() => backupsOnDisk(app).length).toBe(2);
  const latest = readFileSync(backupsOnDisk(app).at(-1) ?? '');
  expect(Buffer.compare(latest, readFileSync(original))).toBe(0);

  // Nothing has changed since: neither opening nor closing makes another.
  await reopenRecent(page, NAME, null);
  await expect(page.getByRole('button', { name: /^Backup \d\d:\d\d/ })).toBeVisible({ timeout: 20_000 });
  expect(backupsOnDisk(app)).toHaveLength(2);

  await page.getByRole('button', { name: /^Backup \d\d:\d\d/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Backups' });
  const rows = dialog.getByRole('option');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'whole' })).toHaveCount(2);
  await expect(rows.first()).toContainText(/\d+ sources · \d+ codings · \d+ changes/);
  await takeLooks(page, 'backups');

  const before = readFileSync(original);
  await rows.last().click();
  await app.dialogs.pickToSave(original);
  await dialog.getByRole('button', { name: 'Restore as a copy …' }).click();
  await expect(dialog.getByRole('alert')).toContainText('is there already');
  expect(Buffer.compare(readFileSync(original), before)).toBe(0);

  await app.dialogs.pickToSave(join(app.workFolder, 'Antes.triangula'));
  await dialog.getByRole('button', { name: 'Restore as a copy …' }).click();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.locator('.app-top__title')).toBeVisible();
  await expect(page.locator('.app-top__title')).not.toHaveText('A changed title');
  await expect
    .poll(() => app.electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toContain('Antes.triangula');
  expect(Buffer.compare(readFileSync(original), before)).toBe(0);
});

test('marks a damaged backup, and restores from the start screen when the project file is gone', async ({ app }) => {
  const page = await openSample(app, NAME);
  await expect(page.getByRole('button', { name: /^Backup \d\d:\d\d/ })).toBeVisible({ timeout: 20_000 });
  await rename(page, 'Second state');
  await closeEvaluation(page);
  await expect.poll(() => backupsOnDisk(app).length).toBe(2);
  const [older] = backupsOnDisk(app);
  const bytes = readFileSync(older ?? '');
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  writeFileSync(older ?? '', bytes);
  rmSync(join(app.workFolder, `${NAME}.triangula`));

  await page.getByRole('button', { name: 'Backups', exact: true }).click();
  const rows = page.getByRole('dialog', { name: 'Backups' }).getByRole('option');
  await expect(rows.filter({ hasText: 'damaged' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'whole' })).toHaveCount(1);
  await expect(rows.first()).toContainText('Copias');
  await takeLooks(page, 'backups from the start screen');
  await rows.filter({ hasText: 'whole' }).click();
  await app.dialogs.pickToSave(join(app.workFolder, 'Vuelta.triangula'));
  await page.getByRole('button', { name: 'Restore as a copy …' }).click();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.locator('.app-top__title')).toHaveText('Second state');
});

test('says that the folder cannot be used, and goes on once another is chosen', async ({ app }) => {
  const page = await openSample(app, NAME);
  await expect(page.getByRole('button', { name: /^Backup \d\d:\d\d/ })).toBeVisible({ timeout: 20_000 });
  const stick = join(app.workFolder, 'stick');
  mkdirSync(stick);
  await app.dialogs.pickToOpen(stick);
  await page.getByRole('button', { name: /^Backup \d\d:\d\d/ }).click();
  await page.getByRole('button', { name: 'Choose another folder' }).click();
  await expect(page.locator('.backups-folder__path')).toHaveText(/stick.Triangula backups$/);
  await expect(page.getByText('No backups yet')).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');

  // The stick is pulled out.
  renameSync(stick, `${stick} gone`);
  await rename(page, 'While the stick is out');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('backups');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backups cannot be written').first()).toBeVisible();
  await page.keyboard.press('Escape');
  const warning = page.getByRole('button', { name: 'Backups cannot be written' });
  await warning.click();
  await expect(page.getByText('Your work is saved as usual')).toBeVisible();
  await takeLooks(page, 'folder gone');
  expect(existsSync(stick)).toBe(false);

  renameSync(`${stick} gone`, stick);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('button', { name: /^Backup \d\d:\d\d/ })).toBeVisible();
});

test('warns when the disk is nearly full', async ({ app }) => {
  await app.electron().evaluate(() => {
    const files = process.mainModule?.require('node:fs/promises') as { statfs: unknown };
    files.statfs = () => Promise.resolve({ bavail: 1000, bsize: 4096 });
  });
  const page = await openSample(app, NAME);
  const warning = page.getByRole('button', { name: 'Disk nearly full' });
  await expect(warning).toBeVisible({ timeout: 20_000 });
  await warning.click();
  await expect(page.getByText(/Only 4(\.1)? MB are left/)).toBeVisible();
});

async function closeEvaluation(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('close evaluation');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Try the sample/ })).toBeVisible();
}

/** Oldest first. */
function backupsOnDisk(app: RunningApp): readonly string[] {
  const root = join(app.dataFolder, 'Triangula backups');
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => join(root, folder, name)),
  );
}
