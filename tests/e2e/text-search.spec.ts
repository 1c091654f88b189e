/** Words are found in all texts as one types, and coded all at once with one undo. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';

test('a search finds whatever the accents, and codes the sentences of the ticked hits', async ({ app }) => {
  const page = await openSample(app, 'searched');
  await goTo(page, 'Quotes');
  await page.getByRole('tab', { name: 'Search the texts' }).click();
  await page.getByRole('searchbox', { name: 'Words to find' }).fill('CAPACITACION');
  const count = page.locator('.text-search__count');
  await expect(count).toHaveText(/^[1-9]\d* hits, \d+ listed$/u);
  const hits = page.getByRole('listbox', { name: 'Hits' });
  await expect(hits.locator('mark').first()).toHaveText(/capacitación/iu);
  await page.getByRole('button', { name: /Choose a code/u }).click();
  await page.getByRole('option', { name: 'Eficacia', exact: true }).click();
  const run = page.getByRole('button', { name: /^Code [1-9]\d* passages$/u });
  await expect(run).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('search.png') });
  const report = await new AxeBuilder({ page }).setLegacyMode(true).include('.text-search').analyze();
  expect(report.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const label = (await run.textContent()) ?? '';
  await run.click();
  await expect(page.getByText(/passages coded as Eficacia$/u).first()).toBeVisible();
  // What has the code already is not offered again.
  await expect(page.getByRole('button', { name: 'Code 0 passages' })).toBeDisabled();
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('button', { name: label, exact: true })).toBeEnabled();
  await hits.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-content')).toBeVisible();
});
