/** The recovery sheet in the real app: made with a new evaluation, saved as a page, typed in when the passphrase is lost. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';

const PASSPHRASE = 'cuatro palabras tranquilas aquí';

test('opens the evaluation whose passphrase is forgotten', async ({ app }) => {
  test.setTimeout(120_000);
  let page = app.page();
  await app.dialogs.pickToSave(join(app.workFolder, 'Sellada.triangula'));
  await page.getByRole('button', { name: 'New evaluation' }).click();
  const form = page.getByRole('dialog', { name: 'New evaluation' });
  await form.getByLabel('Title', { exact: true }).fill('Sellada');
  await form.getByLabel('Your name').fill('Ana Robles');
  await form.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await form.getByLabel('Once more').fill(PASSPHRASE);
  await form.getByText('Make a recovery sheet to print').click();
  await form.getByRole('button', { name: 'Make evaluation' }).click();

  const dialog = page.getByRole('dialog', { name: 'Recovery sheet' });
  await expect(dialog).toContainText('Sellada', { timeout: 30_000 });
  const groups = await dialog.locator('.recovery-sheet__code span').allTextContents();
  expect(groups).toHaveLength(6);
  const code = groups.join('-');
  expect(code).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/u);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    await page.screenshot({ path: test.info().outputPath(`recovery sheet ${theme}.png`) });
  }
  const pdf = join(app.workFolder, 'Sheet.pdf');
  await app.dialogs.pickToSave(pdf);
  await dialog.getByRole('button', { name: 'Save as PDF …' }).click();
  await expect(dialog).toContainText('Done. Keep the sheet away');
  const bytes = readFileSync(pdf);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  // A sheet is never put over another.
  await dialog.getByRole('button', { name: 'Save as PDF …' }).click();
  await expect(dialog.getByRole('alert')).toContainText('is there already');
  expect(Buffer.compare(readFileSync(pdf), bytes)).toBe(0);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);

  // The code is nowhere but on the sheet.
  page = await app.restart();
  for (const name of readdirSync(app.dataFolder, { recursive: true, encoding: 'utf8' })) {
    const content = readBytes(join(app.dataFolder, name));
    expect(content.includes(groups[0] ?? '?') && content.includes(groups[5] ?? '?'), name).toBe(false);
  }
  await page
    .getByRole('button', { name: /^Sellada/ })
    .first()
    .click();
  await page.getByLabel('Passphrase').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.locator('.app-top__title')).toHaveText('Sellada', { timeout: 30_000 });
});

function readBytes(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
