/** The two copies in the real app: stick pulled out, changes from elsewhere, damage, the lock, two at once, no plain word. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runCommand } from '#tests/campaigns/run-command.ts';
import { searchWords } from '#tests/campaigns/search-words.ts';
import { verifyFile } from '#tests/campaigns/verify-file.ts';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { goTo, makeEvaluation, reopenRecent } from '#tests/e2e/support/journeys.ts';
import { launchApp, quitApp } from '#tests/e2e/support/launch.ts';

const saved = (page: Page) => page.locator('.app-status').getByText(/^Saved/u);

async function writeSummary(page: Page, words: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByLabel('Summary').fill(words);
  await page.getByLabel('Summary').blur();
}

/** Makes an evaluation in a folder of its own, which can be taken away like a stick. */
async function makeOnStick(app: RunningApp, title: string, passphrase: string | null): Promise<string> {
  const stick = join(app.workFolder, 'stick');
  mkdirSync(stick, { recursive: true });
  const path = join(stick, `${title}.triangula`);
  await makeEvaluation({ ...app, workFolder: stick }, title, passphrase);
  return path;
}

test('the stick is pulled out: work goes on and the file catches up by itself', async ({ app }) => {
  const path = await makeOnStick(app, 'Memoria', null);
  const page = app.page();
  renameSync(join(app.workFolder, 'stick'), join(app.workFolder, 'out'));
  await writeSummary(page, 'Escrito sin la memoria puesta.');
  await expect(page.locator('.app-status')).toContainText('Saved in the app, not in the file');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.locator('.storage-banner')).toContainText('is not where it was');
  renameSync(join(app.workFolder, 'out'), join(app.workFolder, 'stick'));
  await expect(page.locator('.app-status')).toContainText('in app and file', { timeout: 15_000 });
  expect(await verifyFile(path)).toEqual([]);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.locator('.storage-banner')).toHaveCount(0);
});

test('changes from elsewhere are counted, offered and taken in; what is not ours is left alone', async ({ app }) => {
  const path = await makeOnStick(app, 'Compartida', null);
  const page = app.page();
  await expect(saved(page)).toBeVisible();
  const copy = join(app.workFolder, 'copy.triangula');
  copyFileSync(path, copy);
  writeFileSync(join(app.workFolder, 'E-09.txt'), 'Luisa: Nadie nos preguntó nada.\nLuisa: Y el agua no llegó.\n');
  expect(await runCommand(app.workFolder, ['import', copy, 'E-09.txt'])).toMatchObject({ exitCode: 0 });
  await writeSummary(page, 'Mientras tanto aquí.');
  await expect(saved(page)).toBeVisible();
  copyFileSync(copy, path);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const offer = page.getByRole('alertdialog', { name: /holds changes from elsewhere/u });
  await expect(offer).toContainText('not known here');
  await offer.getByRole('button', { name: 'Later' }).click();
  await expect(page.locator('.storage-banner')).toContainText('was changed by others');
  await page.locator('.storage-banner').getByRole('button', { name: 'Look' }).click();
  await offer.getByRole('button', { name: 'Take them in' }).click();
  await expect(page.locator('.app-status')).toContainText('1 source');
  await expect(page.locator('.app-status')).toContainText('in app and file');
  expect(await verifyFile(path)).toEqual([]);

  writeFileSync(path, 'something else altogether');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const foreign = page.getByRole('alertdialog', { name: /was replaced/u });
  await expect(foreign).toContainText('is not a Triangula evaluation');
  await app.dialogs.pickToSave(join(app.workFolder, 'Mi copia.triangula'));
  await foreign.getByRole('button', { name: /^Save my copy/u }).click();
  await expect(page.locator('.app-status')).toContainText('1 source');
  await expect(page.getByText('You now work in “Mi copia.triangula”.').first()).toBeVisible();
  expect(await verifyFile(join(app.workFolder, 'Mi copia.triangula'))).toEqual([]);
  expect(readFileSync(path, 'utf8')).toBe('something else altogether');
});

test('a damaged file from elsewhere can be saved as far as it can be read', async ({ app }) => {
  const path = join(app.workFolder, 'Dañada.triangula');
  await runCommand(app.workFolder, ['new', path, '--title', 'Dañada', '--no-passphrase']);
  for (const name of ['uno', 'dos', 'tres']) {
    writeFileSync(join(app.workFolder, `${name}.txt`), `Ana: Esto es ${name}.\n`.repeat(20));
    await runCommand(app.workFolder, ['import', path, `${name}.txt`]);
  }
  const bytes = readFileSync(path);
  const place = bytes.length - 600;
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  writeFileSync(path, bytes);
  const page = app.page();
  await app.dialogs.pickToOpen(path);
  await page.getByRole('button', { name: /^Open an evaluation/u }).click();
  const dialog = page.getByRole('alertdialog', { name: 'The file is damaged' });
  await app.dialogs.pickToSave(join(app.workFolder, 'Rescatada.triangula'));
  await dialog.getByRole('button', { name: /^Save what can be read/u }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dañada');
  await expect(page.locator('.app-status')).toContainText(/[1-3] sources?/u);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('a sealed evaluation is locked with the screen, leaves nothing on the page, and opens at the same place', async ({
  app,
}) => {
  await makeOnStick(app, 'Reservada', 'cuatro palabras muy largas');
  const page = app.page();
  await writeSummary(page, 'Nombre secreto: Tapachula');
  await expect(saved(page)).toBeVisible();
  await page.evaluate(() => ((window as unknown as Record<string, unknown>)['mark'] = 'still here'));
  await app.electron().evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  const locked = page.getByRole('dialog', { name: /is locked/u });
  await expect(locked).toBeVisible();
  const left = await page.evaluate(() => ({
    mark: (window as unknown as Record<string, unknown>)['mark'] ?? null,
    text: document.documentElement.outerHTML,
  }));
  expect(left.mark).toBeNull();
  expect(left.text).not.toContain('Tapachula');
  await locked.getByLabel('Passphrase').fill('no es');
  await locked.getByRole('button', { name: 'Unlock' }).click();
  await expect(locked).toContainText('That is not the passphrase', { timeout: 30_000 });
  // The window goes on drawing while the key is derived.
  await page.evaluate(() => {
    const gaps = { longest: 0, last: performance.now() };
    (window as unknown as Record<string, unknown>)['gaps'] = gaps;
    const beat = (): void => {
      gaps.longest = Math.max(gaps.longest, performance.now() - gaps.last);
      gaps.last = performance.now();
      setTimeout(beat, 10);
    };
    beat();
  });
  await locked.getByLabel('Passphrase').fill('cuatro palabras muy largas');
  await locked.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByLabel('Summary')).toHaveValue('Nombre secreto: Tapachula', { timeout: 30_000 });
  const longest = await page.evaluate(
    () => ((window as unknown as Record<string, unknown>)['gaps'] as { longest: number }).longest,
  );
  expect(longest).toBeLessThan(700);
  await writeSummary(page, 'Se sigue.');
  await expect(page.locator('.app-status')).toContainText('in app and file');
});

test('a sealed evaluation that nobody touches is locked after ten minutes; an open one is not', async ({ app }) => {
  const page = app.page();
  await page.clock.install();
  await makeOnStick(app, 'Quieta', 'cuatro palabras muy largas');
  await expect(saved(page)).toBeVisible();
  await page.clock.fastForward('09:00');
  await page.mouse.move(300, 300);
  await page.clock.fastForward('09:00');
  await page.waitForTimeout(300);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quieta');
  await page.clock.fastForward('02:00');
  const locked = page.getByRole('dialog', { name: /is locked/u });
  await expect(locked).toBeVisible();
  await locked.getByRole('button', { name: 'Close evaluation' }).click();
  await makeOnStick(app, 'Abierta', null);
  await page.clock.fastForward('30:00');
  await page.waitForTimeout(300);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Abierta');
});

test('of two apps the second only reads, and says who has the file', async ({ app }, testInfo) => {
  const path = await makeOnStick(app, 'Doble', null);
  await expect(saved(app.page())).toBeVisible();
  const second = await launchApp({ dataFolder: testInfo.outputPath('second'), words: [path] });
  const page = await second.firstWindow();
  await expect(page.locator('.app-status')).toContainText('Read-only', { timeout: 30_000 });
  await page.locator('.app-status').getByRole('button', { name: 'Read-only' }).click();
  await expect(page.getByText(/has had this file open since/u)).toBeVisible();
  await quitApp(second);
  await writeSummary(app.page(), 'La primera sigue escribiendo.');
  await expect(app.page().locator('.app-status')).toContainText('in app and file');
  expect(await verifyFile(path)).toEqual([]);
});

test('no word of a sealed evaluation stands anywhere on the disk, open, locked or closed', async ({ app }) => {
  // Put together here, so that not even this file holds them.
  const words = [`${'Huehue'}tlatolli`, `${'Xochi'}quetzal`, `${'Comal'}calco`];
  const path = await makeOnStick(app, 'Sellada', 'otras cuatro palabras largas');
  const page = app.page();
  await writeSummary(page, `${words[0]} dijo que ${words[1]} vive en ${words[2]}.`);
  await expect(saved(page)).toBeVisible();
  const places = [app.dataFolder, path, `${path}.lock`, app.workFolder, tmpdir()];
  expect(searchWords(places, words)).toEqual([]);
  await app.restart();
  expect(searchWords(places, words)).toEqual([]);
  await reopenRecent(app.page(), 'Sellada', 'otras cuatro palabras largas');
  await goTo(app.page(), 'Settings');
  await expect(app.page().getByLabel('Summary')).toHaveValue(new RegExp(words[1]!, 'u'));
  await app.restart('kill');
  expect(searchWords(places, words)).toEqual([]);
});
