/** The whole way by keyboard alone: no mouse is touched from the start screen to the exported file and back. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { announcement, walkTo } from '#tests/e2e/support/journeys.ts';

const files = ['interviews/E-01.txt', 'documents/D-01.txt'].map((path) => join('shared/sample', path));

/** Tab until the keyboard is there; a control that Tab does not reach fails the test. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  // By handle: a list that opens on the way hides all else from the accessibility tree while it is open.
  const wanted = await target.elementHandle();
  for (let step = 0; step < 80; step += 1) {
    if (await wanted?.evaluate((node) => node === document.activeElement || node.contains(document.activeElement)))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach it.');
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }).last());
  await page.keyboard.press('Enter');
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

test('by keyboard alone', async ({ app }) => {
  test.setTimeout(180_000);
  let page = app.page();
  await app.dialogs.pickToSave(join(app.workFolder, 'Teclado.triangula'));
  await press(page, /^New evaluation/);
  await fill(page, 'Title', 'Teclado');
  await fill(page, 'Your name', 'Ana Robles');
  await fill(page, 'Passphrase', 'sin tocar el ratón');
  await fill(page, 'Once more', 'sin tocar el ratón');
  await press(page, 'Make evaluation');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Teclado');

  await app.dialogs.pickToOpen(...files);
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('button', { name: 'Import 2 sources' })).toBeEnabled({ timeout: 30_000 });
  await press(page, 'Import 2 sources');
  await press(page, 'Close');
  await expect(page.getByRole('contentinfo')).toContainText('2 sources');

  // Code: the sentence at the caret with a key, then another direction and a memo.
  await page.keyboard.press('Control+2');
  await expect(page.locator('.cm-content')).toBeVisible();
  await walkTo(page, page.locator('.cm-content'));
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await page.keyboard.press('4');
  await expect(announcement(page)).toHaveText(/^Coded: Effectiveness, supports/);
  await page.keyboard.press('-');
  await page.keyboard.press('m');
  await page.keyboard.type('una nota');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.keyboard.type('Confianza nueva');
  await page.keyboard.press('Enter');
  await expect(announcement(page)).toHaveText(/^Coded: .*Confianza nueva/);

  // The matrix: to the cell by arrows, Enter opens its excerpts, and a finding is made of them.
  await page.keyboard.press('Control+5');
  const grid = page.getByRole('treegrid', { name: 'Triangulation matrix' });
  await tabTo(page, grid);
  await page.keyboard.press('Control+Home');
  for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
  // The row has a code below it: the first arrow to the right unfolds it, the second walks on.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Effectiveness, / })).toBeVisible();
  await press(page, /^Add .*to a finding$/);
  await fill(page, 'Finding in one sentence', 'Hallazgo por teclado');
  await press(page, /^Make a finding/);

  await page.keyboard.press('Control+6');
  await expect(page.getByRole('main').getByText('Hallazgo por teclado').first()).toBeVisible();

  const target = join(app.workFolder, 'findings.docx');
  await app.dialogs.pickToSave(target);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await tabTo(page, dialog.getByRole('radiogroup', { name: 'What' }));
  for (let choice = 0; choice < 3; choice += 1) await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /^Findings report/ })).toBeChecked();
  await press(page, /^Choose a place/);
  await expect(dialog.getByText(/^Saved as/)).toBeVisible({ timeout: 30_000 });
  expect(existsSync(target)).toBe(true);
  await press(page, 'Close');

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('main').getByText('Hallazgo por teclado')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('main').getByText('Hallazgo por teclado').first()).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/Saved \d/);

  page = await app.restart();
  await press(page, /^Teclado/);
  await fill(page, 'Passphrase', 'sin tocar el ratón');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('2 sources');
  await page.keyboard.press('Control+6');
  await expect(page.getByRole('main').getByText('Hallazgo por teclado').first()).toBeVisible();
});
