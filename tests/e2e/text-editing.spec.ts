/** A text is corrected after coding: the codings follow their words, earlier texts can be compared and come back. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { openSample, openText } from '#tests/e2e/support/journeys.ts';

async function violations(page: Page): Promise<readonly string[]> {
  const report = await new AxeBuilder({ page }).setLegacyMode(true).include('.ui-dialog').analyze();
  return report.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

test('a transcript is corrected, a name replaced everywhere, and the first text comes back', async ({ app }) => {
  const page = await openSample(app, 'edited');
  await openText(page, 'E-01');
  const codings = page.locator('.text-pane__facts');
  const count = (await codings.textContent()) ?? '';
  await page.getByRole('button', { name: 'Edit text…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Text of E-01' });
  const editor = dialog.getByRole('textbox', { name: 'Text of E-01, to be corrected' });
  await expect(editor).toBeFocused();
  await page.keyboard.type('Transcripción revisada.\n');
  await expect(dialog.getByText(/^[1-9]\d* moved, 0 changed, 0 lost$/u)).toBeVisible();
  // A whole coded passage goes: it is named before anything is saved.
  await page.screenshot({ path: test.info().outputPath('edit.png') });
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Save text' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.cm-content')).toContainText('Transcripción revisada.');
  await expect(codings).toHaveText(count);

  await page.getByRole('button', { name: 'Edit text…' }).click();
  await dialog.getByText('Replace words', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Suggest names and numbers' }).click();
  const suggested = dialog.getByRole('region', { name: 'What may tell who somebody is' });
  await suggested.getByRole('listitem').first().getByRole('button').click();
  await expect(dialog.getByLabel('Words to replace')).not.toHaveValue('');
  await expect(dialog.getByLabel('Replace with')).toHaveValue(/^\[/u);
  await expect(dialog.getByText(/places ticked, in \d+ texts/u)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('suggested.png') });
  await dialog.getByLabel('Words to replace').fill('el');
  await expect(dialog.getByText(/places ticked, in \d+ texts/u)).toBeVisible();
  await dialog.getByLabel('Replace with').fill('[él]');
  await expect(dialog.getByText(/moved, [1-9]\d* changed/u)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('replace.png') });
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Replace \d+ places$/u }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.cm-content')).toContainText('[él]');
  await page.getByRole('button', { name: /^Undo: Replace words/u }).click();
  await expect(page.locator('.cm-content')).not.toContainText('[él]');

  await page.getByRole('button', { name: 'Edit text…' }).click();
  await dialog.getByText('Earlier texts', { exact: true }).click();
  await expect(dialog.getByText('1 difference from today’s text')).toBeVisible();
  await expect(dialog.locator('ins')).toContainText('Transcripción revisada.');
  await page.screenshot({ path: test.info().outputPath('earlier.png') });
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Go back to this text' }).click();
  await expect(page.locator('.cm-content')).not.toContainText('Transcripción revisada.');
  await expect(codings).toHaveText(count);
});
