/** The codebook at the desk: words of a code, near-duplicates, merging by drag and by menu, splitting, versions, filters. */
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { openSample, openText, selectWords } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems, takeLooks } from '#tests/e2e/support/looks.ts';

async function openDesk(app: RunningApp): Promise<Page> {
  const page = await openSample(app, 'Codebook');
  await openText(page, 'E-01');
  return page;
}

const row = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });

async function chooseInMenu(page: Page, code: string, entry: RegExp): Promise<void> {
  await row(page, code).click({ button: 'right' });
  await page.getByRole('menuitem', { name: entry }).click();
}

test('keeps what belongs under a code, warns of a near-duplicate name, and gives keys away', async ({ app }) => {
  const page = await openDesk(app);
  await page.getByRole('button', { name: 'Add code' }).click();
  const box = page.getByRole('dialog', { name: 'Add code' });
  await box.getByLabel('Name', { exact: true }).fill('Rotacion de personla');
  await expect(box.getByText(/^Nearly the same: .*Rotación de personal/)).toBeVisible();
  await box.getByLabel('Name', { exact: true }).fill('Miedo a represalias');
  await box.getByLabel('Includes').fill('Amenazas contadas por otras personas');
  await box.getByLabel('Excludes').fill('Temor a perder el empleo');
  await box.getByLabel('Example').fill('Aquí nadie firma nada');
  await box.getByLabel('Other names').fill('Temor; Amedrentamiento');
  await expectNoAxeProblems(page, 'box of a code', '.ui-dialog');
  await takeLooks(page, 'box of a code');
  await box.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(row(page, 'Miedo a represalias')).toHaveAttribute('aria-selected', 'true');
  await chooseInMenu(page, 'Miedo a represalias', /^Edit code/);
  const edit = page.getByRole('dialog', { name: 'Edit code' });
  await expect(edit.getByLabel('Other names')).toHaveValue('Temor; Amedrentamiento');
  await edit.getByRole('button', { name: /Key/ }).click();
  await page.getByRole('option', { name: '5 (now Impacto)' }).click();
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Miedo a represalias')).toHaveAccessibleName(/key 5$/);
  await expect(row(page, 'Impacto')).not.toHaveAccessibleName(/key 5$/);
  // Found by its other name.
  await selectWords(page, 'Nada más le pido');
  await page.keyboard.press('c');
  await page.keyboard.type('amedren');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'This coding' })).toContainText('Miedo a represalias');
});

test('asks what dropping a code on another means, merges, and takes it back', async ({ app }) => {
  const page = await openDesk(app);
  const codings = async (name: string) =>
    Number(/(\d+) codings?/.exec((await row(page, name).getAttribute('aria-label')) ?? '')?.[1]);
  const [from, into] = ['Duplicidad de esfuerzos', 'Complementariedad'];
  const sum = (await codings(from)) + (await codings(into));
  await row(page, from).dragTo(row(page, into));
  const box = page.getByRole('dialog', { name: /^Duplicidad de esfuerzos onto Complementariedad/ });
  await expect(box).toContainText(/^.*Merging moves 5 codings/);
  await takeLooks(page, 'merge');
  await expectNoAxeProblems(page, 'merge', '.ui-dialog');
  await box.getByRole('button', { name: 'Merge' }).click();
  await expect(row(page, from)).toHaveCount(0);
  await expect.poll(() => codings(into)).toBe(sum);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(row(page, from)).toBeVisible();

  // By keyboard: the menu, the chooser, and under it in place of merged.
  await row(page, into).focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, from)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Merge with …' }).press('Enter');
  await page.keyboard.type('complemen');
  await page.keyboard.press('Enter');
  await box.getByRole('button', { name: 'Put under it' }).press('Enter');
  await expect(row(page, from)).toHaveAttribute('aria-level', '3');
});

test('splits a code by walking through its quotes', async ({ app }) => {
  const page = await openDesk(app);
  await chooseInMenu(page, 'Duplicidad de esfuerzos', /^Split by its quotes/);
  const box = page.getByRole('dialog', { name: 'Split Duplicidad de esfuerzos' });
  await expect(box.getByText('Quote 1 of 5').first()).toBeVisible();
  await box.getByLabel('New code below it').fill('Registros dobles');
  await page.keyboard.press('Enter');
  await takeLooks(page, 'split');
  await expectNoAxeProblems(page, 'split', '.ui-dialog');
  await box.getByRole('button', { name: /^Registros dobles/ }).click();
  await page.keyboard.press('1');
  await page.keyboard.press('ArrowRight');
  await expect(box.getByText('Quote 4 of 5').first()).toBeVisible();
  await box.getByRole('button', { name: 'Sort 2 quotes' }).click();
  await expect(row(page, 'Registros dobles')).toHaveAccessibleName(/2 codings/);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(row(page, 'Registros dobles')).toHaveCount(0);
});

test('shows unused codes only, counts with and without the codes below, and what changed', async ({ app }) => {
  const page = await openDesk(app);
  await page.getByRole('button', { name: 'Add code' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Sin usar aún');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  const all = await row(page, 'Eficacia').textContent();
  await page.getByRole('button', { name: 'Counts with codes below' }).click();
  await expect(row(page, 'Eficacia')).not.toHaveText(all ?? '');
  await page.getByRole('button', { name: /^\d+ unused$/ }).click();
  await expect(row(page, 'Sin usar aún')).toBeVisible();
  await expect(row(page, 'Rotación de personal')).toHaveCount(0);
  await page.getByRole('button', { name: /^\d+ unused$/ }).click();
  await expect(row(page, 'Rotación de personal')).toBeVisible();
  await page.getByRole('button', { name: 'Versions of the codebook' }).click();
  const box = page.getByRole('dialog', { name: 'Versions of the codebook' });
  await expect(box.getByRole('button', { name: /Changes since/ })).toBeVisible();
  await takeLooks(page, 'versions');
  await expectNoAxeProblems(page, 'versions', '.ui-dialog');
});
