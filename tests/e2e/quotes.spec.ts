/** The list of quotes: asked, ordered, ticked and worked on together, by mouse and by keyboard. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';

async function violations(page: Page): Promise<readonly string[]> {
  const report = await new AxeBuilder({ page }).setLegacyMode(true).include('.quotes').analyze();
  return report.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

async function addCondition(page: Page, about: string, value: string, isNot = false): Promise<void> {
  await page.getByRole('button', { name: 'Add condition' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add condition' });
  await dialog.getByRole('button', { name: /About/u }).click();
  await page.getByRole('option', { name: about, exact: true }).click();
  await dialog.getByText(value, { exact: true }).click();
  if (isNot) await dialog.getByText('Must not hold').click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('quotes are asked for, kept under a name, recoded with one undo, and exported', async ({ app }) => {
  const page = await openSample(app, 'quotes');
  await goTo(page, 'Quotes');
  const count = page.locator('.quotes__count');
  await expect(count).toHaveText(/^228 of 228 quotes/u);
  await page.screenshot({ path: test.info().outputPath('all.png') });
  expect(await violations(page)).toEqual([]);

  await addCondition(page, 'Direction', 'contradicts');
  await addCondition(page, 'Code', 'Eficacia');
  await addCondition(page, 'Overlaps with', 'Sostenibilidad', true);
  await expect(page.getByText(/^NOT Overlaps with: Sostenibilidad$/u)).toBeVisible();
  const fitting = Number(/^\d+/u.exec((await count.textContent()) ?? '')?.[0]);
  expect(fitting).toBeGreaterThan(0);
  expect(fitting).toBeLessThan(228);
  await expect(count).toContainText(`${228 - fitting} hidden, show`);
  await page.getByRole('button', { name: 'Saved questions' }).click();
  await page.getByRole('menuitem', { name: 'Keep this question…' }).click();
  await page.getByLabel('Name').fill('Contra la eficacia');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Contra la eficacia', exact: true })).toBeVisible();

  const list = page.getByRole('listbox', { name: 'Quotes' });
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 quotes ticked')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('ticked.png') });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Recode…' }).click();
  await page.getByLabel('Find a code').fill('coherencia');
  const codes = page.getByRole('listbox', { name: 'Codes' });
  await codes.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(count).toHaveText(new RegExp(`^${fitting - 2} of`, 'u'));
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(count).toHaveText(new RegExp(`^${fitting} of`, 'u'));

  const out = join(app.workFolder, 'dos.csv');
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.getByText(/quotes? ticked/u).first()).toBeVisible();
  const ticked = Number(
    /^\d+/u.exec(
      (await page
        .getByText(/quotes? ticked/u)
        .first()
        .textContent()) ?? '',
    )?.[0],
  );
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByText('Coded excerpts (csv)').click();
  await app.dialogs.pickToSave(out);
  await dialog.getByRole('button', { name: /^Choose a place/u }).click();
  await expect.poll(() => existsSync(out)).toBe(true);
  expect(readFileSync(out, 'utf8').trim().split(/\r?\n/u).length).toBeGreaterThan(ticked);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: /hidden, show$/u }).click();
  await expect(count).toHaveText(/^228 of 228 quotes/u);
});
