/** Survey results in the real app: counted, used as evidence, seen in the matrix, carried by a finding, saved as pictures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems, takeLooks } from '#tests/e2e/support/looks.ts';

async function openSurvey(app: RunningApp): Promise<Page> {
  const page = await openSample(app, 'Survey sample');
  await goTo(page, 'Matrix');
  await page.getByRole('tab', { name: 'Survey results' }).click();
  await page.getByRole('option', { name: /La ruta funciona a toda hora/ }).click();
  return page;
}

test('a result is used as evidence, speaks in the matrix and carries a finding', async ({ app }) => {
  const page = await openSurvey(app);
  const chart = page.getByRole('figure', { name: /La ruta funciona a toda hora/ });
  await expect(chart.locator('svg .recharts-bar-rectangle').first()).toBeVisible();
  const rows = chart.getByRole('row');
  await expect(rows.nth(1)).toContainText('Totalmente en desacuerdo');
  await chart.getByText('Totalmente en desacuerdo').last().click();
  await chart.getByText('En desacuerdo', { exact: true }).last().click();
  await expect(page.getByText('2 answers chosen. Together they make one share.')).toBeVisible();
  await takeLooks(page, 'survey');
  await expectNoAxeProblems(page, 'survey', '.survey-list', '.survey-results');

  await page.getByRole('button', { name: 'Use as evidence' }).click();
  const dialog = page.getByRole('dialog', { name: 'Use as evidence' });
  await expect(dialog.getByText(/47 % \(30 of 64\)|47% \(30 of 64\)/)).toBeVisible();
  await dialog.getByRole('button', { name: /Evidence on/ }).click();
  await page.getByRole('option', { name: 'Eficacia', exact: true }).click();
  await dialog.getByText('contradicts').click();
  await dialog.getByRole('button', { name: 'Use as evidence' }).click();
  await expect(page.getByRole('region', { name: 'Used as evidence' })).toContainText('30 of 64');

  await page.getByRole('button', { name: 'Add to a finding' }).click();
  const adding = page.getByRole('dialog', { name: 'Add survey result to a finding' });
  await adding.getByRole('option', { name: /^F4\.2/ }).click();
  await adding.getByRole('button', { name: 'Add to F4.2' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const evidence = page.getByRole('region', { name: 'Evidence', exact: true });
  await expect(evidence.getByText('1 survey result')).toBeVisible();
  await expect(evidence.getByText(/30 of 64/)).toBeVisible();
  await expectNoAxeProblems(page, 'evidence', '.evidence');

  await goTo(page, 'Matrix');
  await page.getByRole('tab', { name: 'Matrix' }).click();
  const cell = page.getByRole('gridcell', { name: /^Eficacia, Questionnaires/ });
  await expect(cell).toContainText('47');
  await cell.click();
  await expect(page.getByRole('region', { name: 'Survey results' })).toContainText('30 of 64');
  await page.screenshot({ path: test.info().outputPath('cell.png') });

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(cell).not.toContainText('47');
});

test('counts some respondents only, and saves what is seen', async ({ app }) => {
  const page = await openSurvey(app);
  await page.getByRole('button', { name: 'Only some respondents' }).click();
  const filter = page.getByRole('dialog', { name: 'Only some respondents' });
  await filter.getByRole('button', { name: /By answers to/ }).click();
  await page.getByRole('option', { name: 'Sexo', exact: true }).click();
  await filter.getByText(/^mujer/).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^\d+ of \d+ answered/)).not.toContainText('of 64');

  for (const kind of ['svg', 'png'] as const) {
    const path = join(app.workFolder, `chart.${kind}`);
    await app.dialogs.pickToSave(path);
    await page.getByRole('button', { name: 'Save picture' }).click();
    await page.getByRole('menuitem', { name: kind === 'svg' ? /SVG/ : /PNG/ }).click();
    const notes = page.getByRole('region', { name: 'Notes' });
    await expect(notes.getByText(`The picture was saved as “chart.${kind}”.`)).toBeVisible();
    const bytes = readFileSync(path);
    if (kind === 'svg') {
      expect(bytes.toString()).toContain('Totalmente en desacuerdo'.slice(0, 10));
      expect(bytes.toString()).not.toContain('var(--');
    } else expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  }
});
