/** Charts in the real app: each is drawn, has its numbers beside it, breaks no rule, and leads to the quotes behind it. */
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';

const names = ['Coverage', 'Directions', 'Code frequencies', 'Co-occurrence', 'Saturation', 'Source portrait'];

test('every chart is drawn with its numbers, and leads to the quotes', async ({ app }) => {
  test.setTimeout(120_000);
  const page = await openSample(app, 'Charts sample');
  await goTo(page, 'Matrix');
  await page.getByRole('tab', { name: 'Charts' }).click();
  for (const name of names) {
    await page.getByRole('radio', { name: new RegExp(`^${name}`, 'u') }).check({ force: true });
    const chart = page.getByRole('figure', { name: new RegExp(`^${name}`, 'u') });
    await expect(chart.locator('svg[data-chart], svg.recharts-surface').first()).toBeVisible();
    expect(await chart.getByRole('row').count()).toBeGreaterThan(1);
    await page.screenshot({ path: test.info().outputPath(`${name}.png`), animations: 'disabled' });
    await expectNoAxeProblems(page, name, '.charts-view');
  }
  await page.getByRole('radio', { name: /^Coverage/ }).check({ force: true });
  await page.locator('.heat-map g').first().click();
  await expect(page.getByRole('listbox', { name: 'Excerpts' })).toBeVisible();
});
