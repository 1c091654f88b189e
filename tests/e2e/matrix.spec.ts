/** The matrix in the real app: counts, excerpts behind a cell, filters, a judgement with undo, a finding, an export. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';

test('shows what is behind a cell, makes a finding of it, and opens an excerpt in its text', async ({ app }) => {
  const page = await openMatrix(app);
  const cell = cellOf(page, 'Eficacia, Focus groups');
  await expect(cell).toHaveAccessibleName(
    'Eficacia, Focus groups: 2 of 2 independent sources; 13 excerpts; 1 contradicts and 1 is mixed',
  );
  await cell.click();
  const panel = page.getByRole('region', { name: 'Eficacia, Focus groups' });
  await expect(panel.getByText('2 of 2 independent sources; 13 excerpts; 8 participants')).toBeVisible();

  await panel.getByRole('button', { name: /contradicts 11/ }).click();
  const excerpts = panel.getByRole('listbox', { name: 'Excerpts' }).getByRole('option');
  await excerpts.nth(0).click();
  await excerpts.nth(1).click({ modifiers: ['Control'] });
  await panel.getByRole('button', { name: 'Add 2 to a finding' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add 2 excerpts to a finding' });
  await dialog.getByRole('textbox', { name: 'Finding in one sentence' }).fill('De noche nadie contesta');
  await dialog.getByRole('button', { name: 'Make a finding of 2' }).click();
  await expect(page.getByRole('region', { name: 'Notes' }).getByText('2 excerpts added to F4.4')).toBeVisible();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Finding F4.4' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Finding in one sentence' })).toHaveValue('De noche nadie contesta');

  await goTo(page, 'Matrix');
  await cellOf(page, 'Eficacia, Focus groups').click();
  await excerpts.nth(0).dblclick();
  await expect(page.locator('.cm-content')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'GF-01', exact: true })).toBeVisible();
});

test('filters in the open, compares by an attribute, and swaps rows and columns', async ({ app }) => {
  const page = await openMatrix(app);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog', { name: 'Filter' }).getByText('Focus groups').click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('13 of 15 sources hidden')).toBeVisible();
  await expect(cellOf(page, 'Eficacia, Interviews')).toHaveAccessibleName('Eficacia, Interviews: not asked');
  await page.getByRole('button', { name: 'Show all', exact: true }).click();
  await expect(cellOf(page, 'Eficacia, Interviews')).toHaveAccessibleName(/9 of 9 independent sources/);

  await page.getByRole('button', { name: /Method/ }).click();
  await page.getByRole('option', { name: 'Estado' }).click();
  await expect(page.getByRole('columnheader', { name: /Chiapas/ })).toBeVisible();
  await page.getByRole('button', { name: 'Swap rows and columns' }).click();
  await expect(page.getByRole('rowheader', { name: /Chiapas/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /Eficacia/ })).toBeVisible();
});

test('is judged by a person with a reason, which undo and a restart keep in order', async ({ app }) => {
  let page = await openMatrix(app);
  await page
    .getByRole('row', { name: /^Impacto/ })
    .getByText('silence')
    .click();
  const panel = page.getByRole('region', { name: 'Impacto, Convergence' });
  await panel.getByRole('button', { name: 'Take back' }).click();
  await expect(panel.getByText('Nobody has judged this row yet')).toBeVisible();

  await panel.getByRole('button', { name: 'Judge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Judge convergence: Impacto' });
  await dialog.getByRole('radio', { name: /partial agreement/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Save judgement' }).click();
  await expect(dialog.getByText('Say why: a judgement without a reason cannot be reviewed.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Solo entrevistas, pero de siete grupos.');
  await dialog.getByRole('button', { name: 'Save judgement' }).click();
  await expect(panel.getByText('Solo entrevistas, pero de siete grupos.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Impacto/ })).toContainText('suggested: silence');

  await page.keyboard.press('Control+z');
  await expect(panel.getByText('Nobody has judged this row yet')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(panel.getByText('Solo entrevistas, pero de siete grupos.')).toBeVisible();

  page = await app.restart();
  await page
    .getByRole('button', { name: /Matrix sample/ })
    .first()
    .click();
  await goTo(page, 'Matrix');
  await expect(page.getByRole('row', { name: /^Impacto/ })).toContainText('partial agreement');
});

test('is walked by keyboard alone and breaks no rule of accessibility', async ({ app }) => {
  const page = await openMatrix(app);
  await page.getByRole('rowheader', { name: 'Pertinencia' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('rowheader', { name: 'Necesidades de los servicios' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /Interviews: \d+ of 9 independent sources/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Excerpts' })).toBeVisible();
  await page.keyboard.press('Control+End');
  await expect(page.locator(':focus')).toContainText(/triangulated|contested|partial|single source/);
  await expectNoAxeProblems(page, 'matrix', '.matrix-main', '.matrix-panel');
});

test('is put in another order and copied with the sources of each cell', async ({ app }) => {
  const page = await openMatrix(app);
  await page.getByRole('button', { name: 'Order of the rows' }).click();
  await page.getByRole('menuitem', { name: 'Dissonance first' }).click();
  await expect(page.getByRole('rowheader').first()).toHaveAccessibleName('Eficacia');
  await page.getByRole('button', { name: 'Copy for Word or Excel' }).click();
  await expect(page.getByRole('region', { name: 'Notes' }).getByText(/^9 rows copied/)).toBeVisible();
  await page.evaluate(() => {
    const paper = document.createElement('div');
    paper.contentEditable = 'true';
    paper.id = 'paper';
    document.body.append(paper);
    paper.focus();
  });
  await page.keyboard.press('Control+v');
  const pasted = page.locator('#paper table tr');
  await expect(pasted).toHaveCount(10);
  await expect(pasted.nth(1)).toContainText('(GF-01, GF-02)');
});

test('goes out as a workbook with the filters of the screen', async ({ app }) => {
  const page = await openMatrix(app);
  const path = join(app.workFolder, 'matrix.xlsx');
  await app.dialogs.pickToSave(path);
  await page.getByRole('main').getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText('9 rows, 4 columns')).toBeVisible();
  await dialog.getByRole('button', { name: 'Choose a place and export…' }).click();
  await expect(dialog.getByText('Saved as “matrix.xlsx”')).toBeVisible();
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
});

async function openMatrix(app: RunningApp): Promise<Page> {
  const page = await openSample(app, 'Matrix sample');
  await goTo(page, 'Matrix');
  return page;
}

function cellOf(page: Page, name: string): Locator {
  return page.getByRole('gridcell', { name });
}
