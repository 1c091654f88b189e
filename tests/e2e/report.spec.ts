/** The Report place in the real app: what stays out is said before writing, the brief is printed, the package opens. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';

const BROWSER = '/usr/bin/chromium';

test('says what stays out for whom, and prints the brief on two pages', async ({ app }) => {
  const page = await openSample(app, 'Report');
  await goTo(page, 'Report');
  const main = page.getByRole('main', { name: 'Report' });
  const staysOut = main.getByRole('region', { name: 'What stays out' });
  await expect(staysOut).not.toContainText('Looking at', { timeout: 30_000 });
  await main.getByRole('button', { name: /For whom/ }).click();
  await page.getByRole('option', { name: 'The public' }).click();
  await expect(staysOut).toContainText('no finding rests on them', { timeout: 30_000 });
  await main.getByText('Evaluation brief (PDF)').click();
  await page.screenshot({ path: 'test-results/report-place.png' });
  await expectNoAxeProblems(page, 'the Report place');

  const path = join(app.workFolder, 'brief.pdf');
  await app.dialogs.pickToSave(path);
  await main.getByRole('button', { name: 'Choose a place and export…' }).click();
  await expect(main.getByText(/^Saved as/)).toBeVisible({ timeout: 60_000 });
  const pdf = readFileSync(path).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Type\s*\/Page(?![a-zA-Z])/gu)).toHaveLength(2);
});

test('writes a reviewer package that a browser opens without asking for anything', async ({ app }) => {
  test.skip(!existsSync(BROWSER), `no browser at ${BROWSER}`);
  const page = await openSample(app, 'Package');
  await goTo(page, 'Report');
  const main = page.getByRole('main', { name: 'Report' });
  await main.getByText('Reviewer package (HTML)').click();
  const path = join(app.workFolder, 'package.html');
  await app.dialogs.pickToSave(path);
  await main.getByRole('button', { name: 'Choose a place and export…' }).click();
  await expect(main.getByText(/^Saved as/)).toBeVisible({ timeout: 60_000 });

  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
  try {
    const sheet = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    sheet.on('request', (request) => asked.push(request.url()));
    sheet.on('console', (message) => complaints.push(message.text()));
    await sheet.goto(`file://${path}`);
    await sheet.getByText('«El proyecto arrancó de una pregunta que era nuestra').first().click();
    await expect(sheet.locator('details[open] mark').first()).toBeVisible();
    await sheet.screenshot({ path: 'test-results/reviewer-package.png' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await sheet.emulateMedia({ colorScheme });
      expect((await new AxeBuilder({ page: sheet }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    }
    expect(asked).toEqual([`file://${path}`]);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
