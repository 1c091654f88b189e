/** Pictures of every place with the sample, light and dark, for the README, the guide and for looking at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample, openText } from '#tests/e2e/support/journeys.ts';

/** Only asked for by name: pictures that change with every run would be noise in the history. */
const folder = process.env['TRIANGULA_SCREENSHOTS'] ?? join('test-results', 'screenshots');

async function take(page: Page, name: string, theme: string): Promise<void> {
  // The pointer would leave a hover card or a tooltip in the picture.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  const picture = await page.screenshot({
    path: join(folder, `${name}-${theme.toLowerCase()}.png`),
    animations: 'disabled',
  });
  expect(picture.length).toBeGreaterThan(10_000);
}

async function choose(page: Page, theme: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('main').getByText(theme, { exact: true }).click();
}

test('shows every place, light and dark', async ({ app }) => {
  test.setTimeout(180_000);
  mkdirSync(folder, { recursive: true });
  await take(app.page(), 'start', 'Light');
  const page = await openSample(app, 'Evaluación conjunta');
  for (const theme of ['Light', 'Dark']) {
    await choose(page, theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
    await take(page, 'settings', theme);

    await goTo(page, 'Sources');
    await page.getByRole('option', { name: /^E-01/ }).click();
    await take(page, 'sources', theme);

    await openText(page, 'E-01');
    await page.locator('.cm-content').click({ position: { x: 40, y: 10 } });
    for (let times = 0; times < 2; times += 1) await page.keyboard.press('n');
    await take(page, 'coding', theme);

    await goTo(page, 'Matrix');
    const row = page.getByRole('row', { name: /Eficacia/ }).first();
    await row.getByRole('gridcell').nth(1).click();
    await expect(page.getByRole('region', { name: /^Eficacia, / })).toBeVisible();
    await take(page, 'matrix', theme);

    await goTo(page, 'Findings');
    await page.getByRole('tab', { name: /^Findings \d/ }).click();
    await page.getByRole('option', { name: /^F4\.1/ }).click();
    await take(page, 'findings', theme);

    await page.getByRole('tab', { name: /^Recommendations/ }).click();
    await take(page, 'recommendations', theme);

    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    await take(page, 'export', theme);
    await page.keyboard.press('Escape');
  }
});
