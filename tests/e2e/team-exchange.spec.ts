/** Two laptops with data folders of their own: two people work apart, exchange files, decide, and end equal. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runCommand } from '#tests/campaigns/run-command.ts';
import { verifyFile } from '#tests/campaigns/verify-file.ts';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, makeEvaluation } from '#tests/e2e/support/journeys.ts';
import { launchApp, quitApp } from '#tests/e2e/support/launch.ts';
import { expectNoAxeProblems, takeLooks } from '#tests/e2e/support/looks.ts';
import { createNativeDialogs, type NativeDialogs } from '#tests/e2e/support/native-dialogs.ts';

const PASSPHRASE = 'tres palabras bien largas';

async function writeSummary(page: Page, words: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByLabel('Summary').fill(words);
  await page.getByLabel('Summary').blur();
  await expect(page.locator('.app-status').getByText(/^Saved/u)).toBeVisible();
}

async function takeOver(page: Page, dialogs: NativeDialogs, path: string): Promise<void> {
  await goTo(page, 'Team');
  await dialogs.pickToOpen(path);
  await page.getByRole('button', { name: 'Choose copies…' }).click();
  await expect(page.getByRole('heading', { name: 'What would come in' })).toBeVisible();
}

async function shown(folder: string, file: string): Promise<unknown> {
  const { stdout } = await runCommand(folder, ['show', file, '--json'], PASSPHRASE);
  const { changes: _, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
  return rest;
}

test('two laptops exchange files, undo, decide, and end equal', async ({ app }, testInfo) => {
  test.setTimeout(180_000);
  const folder = app.workFolder;
  const page = app.page();
  await makeEvaluation(app, 'Equipo', PASSPHRASE);
  await writeSummary(page, 'Al principio.');
  const anas = join(folder, 'Equipo.triangula');
  const luisFolder = join(folder, 'luis');
  mkdirSync(luisFolder);
  const luises = join(luisFolder, 'Equipo de Luis.triangula');
  copyFileSync(anas, luises);
  // Luis brings sources and codings, and words the summary in his own way.
  const table = [
    { source: 'E-07', quote: 'El agua no llegó', code: 'Effectiveness/Water', coder: 'Luis Cano' },
    { source: 'E-07', quote: 'nadie preguntó', code: 'Relevance', coder: 'Luis Cano' },
  ];
  writeFileSync(join(luisFolder, 'E-07.txt'), 'Rosa: El agua no llegó y nadie preguntó por qué.\n');
  writeFileSync(join(luisFolder, 'codings.json'), JSON.stringify(table));
  expect(await runCommand(luisFolder, ['import', luises, 'E-07.txt'], PASSPHRASE)).toMatchObject({ exitCode: 0 });
  expect(await runCommand(luisFolder, ['code', luises, 'codings.json'], PASSPHRASE)).toMatchObject({ exitCode: 0 });
  const luisApp = await launchApp({ dataFolder: testInfo.outputPath('luis data'), words: [luises] });
  const luis = await luisApp.firstWindow();
  const luisDialogs = createNativeDialogs(() => luisApp);
  await luis.getByLabel('Passphrase').fill(PASSPHRASE);
  await luis.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(luis.getByRole('navigation').getByRole('button', { name: 'Sources' })).toBeVisible({ timeout: 30_000 });
  await writeSummary(luis, 'Lo que Luis resume.');
  await writeSummary(page, 'Lo que Ana resume.');

  // Ana looks, takes over, undoes it, and takes it over again.
  await takeOver(page, app.dialogs, luises);
  const outcome = page.locator('.merge-outcome');
  await expect(outcome.getByRole('row', { name: /Coding/u })).toContainText('2');
  await expect(outcome).toContainText('Luis Cano');
  await expect(outcome).toContainText('1 value was overwritten');
  await takeLooks(page, 'merge preview');
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByRole('button', { name: 'Undo the merge' })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('button', { name: 'Undo the merge' })).toBeHidden({ timeout: 30_000 });
  await goTo(page, 'Sources');
  await expect(page.getByText('E-07')).toHaveCount(0);
  await goTo(page, 'Team');
  await takeOver(page, app.dialogs, luises);
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByRole('button', { name: 'Undo the merge' })).toBeVisible({ timeout: 30_000 });

  // Both summaries stand in the list; Ana takes his.
  await expect(page.getByRole('heading', { name: 'To decide (1)' })).toBeVisible();
  const conflict = page.locator('.merge-conflict');
  await expect(conflict).toContainText('Lo que Ana resume.');
  await expect(conflict).toContainText('Lo que Luis resume.');
  await expectNoAxeProblems(page, 'conflicts');
  await takeLooks(page, 'merge conflicts');
  const stands = conflict.locator('.merge-conflict__side', { hasText: 'Stands now' });
  const isHis = await stands.getByText('Lo que Luis resume.').isVisible();
  await conflict.getByRole('button', { name: isHis ? 'Keep this' : 'Take this instead' }).click();
  await expect(page.getByRole('heading', { name: 'To decide (0)' })).toBeVisible();
  await expect(page.locator('.app-status').getByText(/^Saved/u)).toBeVisible();

  // Luis takes over hers: nothing is left to decide, and both are the same.
  await takeOver(luis, luisDialogs, anas);
  await luis.getByRole('button', { name: 'Take over' }).click();
  await expect(luis.getByRole('button', { name: 'Undo the merge' })).toBeVisible({ timeout: 30_000 });
  await expect(luis.getByRole('heading', { name: 'To decide (0)' })).toBeVisible();
  await goTo(luis, 'Settings');
  await expect(luis.getByLabel('Summary')).toHaveValue('Lo que Luis resume.');
  await quitApp(luisApp);
  await app.restart();
  for (const path of [anas, luises]) expect(await verifyFile(path, PASSPHRASE)).toEqual([]);
  expect(await shown(folder, luises)).toEqual(await shown(folder, anas));
  for (const [one, other] of [
    [anas, luises],
    [luises, anas],
  ] as const) {
    const merged = await runCommand(folder, ['merge', one, other, '--dry-run', '--json'], PASSPHRASE);
    expect(JSON.parse(merged.stdout)).toMatchObject({ identical: true });
  }
});

test('a copy of another evaluation, and one that was cut off are told, and nothing changes', async ({ app }) => {
  const page = app.page();
  const folder = app.workFolder;
  await makeEvaluation(app, 'Propia', null);
  await expect(page.locator('.app-status').getByText(/^Saved/u)).toBeVisible();
  const own = readFileSync(join(folder, 'Propia.triangula'));
  writeFileSync(join(folder, 'cut.triangula'), own.subarray(0, own.length - 9));
  await runCommand(folder, ['new', 'other.triangula', '--title', 'Otra', '--no-passphrase']);
  await goTo(page, 'Team');
  await app.dialogs.pickToOpen(join(folder, 'cut.triangula'), join(folder, 'other.triangula'));
  await page.getByRole('button', { name: 'Choose copies…' }).click();
  const refused = page.locator('.merge-refused');
  await expect(refused.getByRole('listitem')).toHaveText([
    'cut.triangula is damaged or was cut off on the way. Ask for it again; opening it offers to save what can be read.',
    'other.triangula belongs to another evaluation.',
  ]);
  await expect(page.getByRole('button', { name: 'Take over' })).toHaveCount(0);
  await expectNoAxeProblems(page, 'refused copies');
  await page.getByRole('button', { name: 'Done' }).click();
  expect(readFileSync(join(folder, 'Propia.triangula')).equals(own)).toBe(true);
});
