/** The history in the real app: who, when, what; filters; putting things back; undo and redo seen in it. */
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample, rename, reopenRecent } from '#tests/e2e/support/journeys.ts';
import { takeLooks } from '#tests/e2e/support/looks.ts';

test('tells every change, finds it again, and puts things back by new changes', async ({ app }) => {
  let page = await openSample(app, 'Historia');
  await rename(page, 'A first title');
  await rename(page, 'A second title');
  await openHistory(page);
  const rows = page.getByRole('option');
  await expect(rows.first()).toContainText('Edit evaluation');
  const total = await rows.count();
  expect(total).toBeGreaterThan(4);

  // One field of an older change is put back.
  await rows.nth(1).click();
  const details = page.getByRole('region', { name: 'This change' });
  await expect(details.getByText('A first title', { exact: true })).toBeVisible();
  await expect(details).toContainText('now: A second title');
  await takeLooks(page, 'history');
  await details.getByRole('button', { name: 'Put back' }).click();
  await expect(rows).toHaveCount(total + 1);
  await expect(rows.first()).toContainText('Put back');
  await expect(page.locator('.app-top__title')).not.toHaveText('A second title');

  // Undo and redo of it are changes like any other.
  await page.keyboard.press('Control+Z');
  await expect(rows.first()).toContainText('Undone: Put back');
  await expect(page.locator('.app-top__title')).toHaveText('A second title');
  await page.keyboard.press('Control+Shift+Z');
  await expect(rows.first()).toContainText('Redone: Put back');
  await page.keyboard.press('Control+Z');

  // A whole change is taken back.
  await rows.nth(4).click();
  await expect(details.locator('ins')).toHaveText('A second title');
  await details.getByRole('button', { name: 'Take this change back' }).click();
  await expect(page.locator('.app-top__title')).toHaveText('A first title');

  await page.getByRole('searchbox', { name: 'Find a source, a code or a word' }).fill('take a change');
  await expect(rows).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Find a source, a code or a word' }).fill('');
  await page.getByRole('button', { name: /Kind/ }).click();
  await page.getByRole('option', { name: 'Coding', exact: true }).click();
  await expect(page.getByText('2 changes', { exact: true })).toBeVisible();
  await rows.first().click();
  await expect(details).toContainText(/and \d+ more records/);
  await takeLooks(page, 'history of codings');

  // It is all still there after a restart.
  page = await app.restart();
  await reopenRecent(page, 'Historia', null);
  await openHistory(page);
  await expect(page.getByRole('option').first()).toContainText('Take a change back');
});

test('brings a removed code back', async ({ app }) => {
  const page = await openSample(app, 'Historia');
  await goTo(page, 'Coding');
  const code = page.getByRole('treeitem').nth(1);
  await code.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Remove code/ }).click();
  await openHistory(page);
  const first = page.getByRole('option').first();
  await expect(first).toContainText('Remove code');
  await first.click();
  const bringBack = page.getByRole('button', { name: 'Bring back' }).first();
  await bringBack.click();
  await expect(page.getByRole('option').first()).toContainText('Bring back');
});

async function openHistory(page: Page): Promise<void> {
  await goTo(page, 'History');
  await expect(page.getByRole('option').first()).toBeVisible();
}
