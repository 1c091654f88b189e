/** Agreement in the real app: measures of the sample's two coders, where they differ, and the table as a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems, takeLooks } from '#tests/e2e/support/looks.ts';

async function openAgreement(page: Page): Promise<void> {
  await goTo(page, 'Team');
  const tab = page.getByRole('tab', { name: 'Agreement', exact: true });
  await expect(tab.or(page.locator('.agreement')).first()).toBeVisible();
  if ((await tab.count()) > 0) await tab.click();
}

test('measures two coders, explains the numbers and leads to the passages behind them', async ({ app }) => {
  const page = await openSample(app, 'Trata');
  await openAgreement(page);
  const table = page.getByRole('table', { name: 'Agreement between coders, for each code' });
  await expect(table.getByRole('rowheader', { name: 'All codes' })).toBeVisible({ timeout: 30_000 });

  const before = await table.getByRole('row', { name: /^All codes/ }).textContent();
  await page.getByRole('button', { name: /Unit/ }).click();
  await page.getByRole('option', { name: /^Turns, answers, paragraphs/ }).click();
  await expect(table.getByRole('row', { name: /^All codes/ })).not.toHaveText(before ?? '');

  await table.getByRole('button', { name: 'Eficacia', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Eficacia', exact: true });
  await panel.getByRole('tab', { name: 'Measures' }).click();
  await expect(panel.getByText('Krippendorff’s alpha').or(panel.getByText("Krippendorff's alpha"))).toBeVisible();
  await takeLooks(page, 'measures');
  await panel.getByRole('tab', { name: 'Where they differ' }).click();
  const passages = panel.getByRole('listbox', { name: 'Where they differ' }).getByRole('option');
  await expect(passages.first()).toBeVisible();
  await takeLooks(page, 'passages');
  await expectNoAxeProblems(page, 'agreement', '.agreement');

  const path = join(app.workFolder, 'acuerdo.csv');
  await app.dialogs.pickToSave(path);
  await page.getByRole('button', { name: 'Save table' }).click();
  await expect(page.getByText('acuerdo.csv is saved.').first()).toBeVisible();
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines[0]).toContain('Code,Coders,Unit,n');
  expect(lines.some((line) => line.startsWith('All codes,'))).toBe(true);

  await passages.first().dblclick();
  await expect(page.locator('.cm-content')).toBeVisible();
});

test('says what agreement needs where nobody shares a source', async ({ app }) => {
  const page = await openSample(app, 'Trata');
  await openAgreement(page);
  await page.getByRole('button', { name: 'All that were used' }).click();
  const codes = page.getByRole('dialog', { name: 'Codes' });
  await codes.getByText('Eficacia', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '1 code', exact: true })).toBeVisible();
  const table = page.getByRole('table', { name: 'Agreement between coders, for each code' });
  await expect(table.getByRole('rowheader', { name: 'Relevancia' })).toHaveCount(0);
});
