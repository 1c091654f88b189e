/** A project of another program and a codebook come in by the window, each with what it holds and what is lost. */
import { join } from 'node:path';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { makeEvaluation } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';

const sample = (name: string): string => join('tests/samples/refi', name);

test('imports a qdpx with a preview and a list of losses, and a codebook as such', async ({ app }) => {
  await makeEvaluation(app, 'Exchange', null);
  const page = app.page();
  await app.dialogs.pickToOpen(sample('s05_maxqda_like.qdpx'), sample('codebook.csv'));
  await page.getByRole('main').getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/A project written by MAXQDA/)).toBeVisible();
  await expect(dialog.getByText('Coded excerpts: 6')).toBeVisible();
  await page.screenshot({ path: 'test-results/exchange-preview.png' });
  await expectNoAxeProblems(page, 'import of a project');
  await dialog.getByRole('option', { name: 'codebook.csv' }).click();
  await expect(dialog.getByText('Codes: 3')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'It is a questionnaire, not a codebook' })).toBeVisible();
  await page.screenshot({ path: 'test-results/exchange-codebook.png' });

  await dialog.getByRole('button', { name: 'Import 2 sources' }).click();
  await dialog.getByRole('option', { name: 's05_maxqda_like.qdpx' }).click();
  await expect(dialog.getByText(/New: 3 sources, 2 codes, 6 coded excerpts/)).toBeVisible();
  await expect(dialog.getByText(/Comments on excerpts without a code/)).toBeVisible();
  await page.screenshot({ path: 'test-results/exchange-losses.png' });
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('contentinfo')).toContainText('3 sources');
});
