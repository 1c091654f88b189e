/** From nothing to material and back: a new sealed evaluation, import of good and bad files, reopening. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { makeEvaluation } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';

const PASSPHRASE = 'four quiet words here';
const sample = (path: string): string => join('shared/sample', path);

/** Good files, a copy of one of them, and what goes wrong in the field. */
function batchIn(folder: string): readonly string[] {
  const made = (name: string, bytes: Uint8Array | string): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const copy = join(folder, 'copy of E-01.txt');
  copyFileSync(sample('interviews/E-01.txt'), copy);
  return [
    sample('interviews/E-01.txt'),
    sample('focus-groups/GF-01.txt'),
    copy,
    made('answers.csv', 'id;sexo;opinion\n1;mujer;Ayudó mucho a la comunidad\n2;hombre;Faltó tiempo para todo\n'),
    made('empty.txt', ''),
    made('picture.txt', readFileSync(process.execPath).subarray(0, 4000)),
    // Begins as a docx does and ends in the middle.
    made('torn.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3])),
  ];
}

const outcome = (page: Page, name: string) => page.getByRole('option', { name });

test('makes a sealed evaluation, imports what can be read, says why the rest cannot, and finds all again', async ({
  app,
}) => {
  await makeEvaluation(app, 'Field work', PASSPHRASE, 'MEX-01');
  let page = app.page();
  await expect(page.getByText('Sealed with passphrase')).toBeVisible();

  await app.dialogs.pickToOpen(...batchIn(app.workFolder));
  await page.getByRole('main').getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('button', { name: 'Import 3 sources' })).toBeEnabled();
  await expect(outcome(page, 'copy of E-01.txt')).toContainText('same file as E-01.txt');
  await expect(outcome(page, 'empty.txt')).toContainText('The file is empty');
  await expect(outcome(page, 'picture.txt')).toContainText('holds no text');
  await expect(outcome(page, 'torn.docx')).toContainText('damaged');

  await outcome(page, 'answers.csv').click();
  await expect(page.getByText('2 respondents')).toBeVisible();
  await outcome(page, 'GF-01.txt').click();
  await expect(page.getByRole('row', { name: /MODERADORA/ }).getByRole('button')).toHaveText(/Interviewer/);
  await page.getByRole('button', { name: 'Import 3 sources' }).click();
  await page.getByRole('button', { name: 'Close' }).last().click();

  await expect(page.getByRole('contentinfo')).toContainText('3 sources');
  await page.getByRole('option', { name: /^E-01/ }).click();
  const details = page.getByRole('region', { name: 'Details of E-01' });
  await details.getByRole('combobox', { name: 'Place' }).fill('Oaxaca');
  await details.getByLabel('Name', { exact: true }).click();
  await expect(page.getByRole('button', { name: 'Undo: Edit source E-01' })).toBeEnabled();

  await page.getByRole('option', { name: /^GF-01/ }).click();
  await page.getByRole('button', { name: 'Remove source' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('2 sources');
  await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('3 sources');
  await expect(page.getByRole('contentinfo')).toContainText(/Saved \d/);

  page = await app.restart();
  await page.getByRole('button', { name: /^Field work/ }).click();
  await page.getByLabel('Passphrase').fill('not this one');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('That is not the passphrase')).toBeVisible();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('contentinfo')).toContainText('3 sources');
  await page.getByRole('option', { name: /^E-01/ }).click();
  await expect(page.getByRole('combobox', { name: 'Place' })).toHaveValue('Oaxaca');
});

test('imports a file that is dropped on the window, and shows its menu by keyboard', async ({ app }) => {
  const page = app.page();
  await makeEvaluation(app, 'Dropped', null);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Entrevistadora: ¿Qué cambió?\n\nP1: Todo.\n'], 'E-20.txt', { type: 'text/plain' }));
    return data;
  });
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Drop files to import them')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.getByRole('button', { name: 'Import 1 source' }).click();
  await expect(page.getByText('1 source imported').first()).toBeVisible();

  await page.getByRole('listbox', { name: 'Sources' }).focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Read and code' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: 'Coding' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('main', { name: 'Sources' })).toBeVisible();
});

test('says what is the matter with a file that is no evaluation', async ({ app }) => {
  const page = app.page();
  const path = join(app.workFolder, 'letter.triangula');
  writeFileSync(path, 'Dear all, this is a letter.');
  await app.dialogs.pickToOpen(path);
  await page.getByRole('button', { name: 'Open an evaluation' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('is not a Triangula evaluation');
  expect(readFileSync(path, 'utf8')).toBe('Dear all, this is a letter.');
});

test('speaks another language at once, and in the next session', async ({ app }) => {
  await app.page().getByText('Español', { exact: true }).click();
  await expect(app.page().getByRole('button', { name: 'Nueva evaluación' })).toBeVisible();
  const page = await app.restart();
  await expect(page.getByRole('button', { name: 'Nueva evaluación' })).toBeVisible();
});

test('has no barriers that axe can find, light and dark', async ({ app }) => {
  const page = app.page();
  await expectNoAxeProblems(page, 'start');
  await page.getByRole('button', { name: 'New evaluation' }).click();
  await expectNoAxeProblems(page, 'new evaluation');
  await page.keyboard.press('Escape');
  await makeEvaluation(app, 'Barriers', null);
  await expectNoAxeProblems(page, 'no sources');
  await app.dialogs.pickToOpen(...batchIn(app.workFolder));
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('button', { name: 'Import 3 sources' })).toBeEnabled();
  await expectNoAxeProblems(page, 'import');
  await outcome(page, 'answers.csv').click();
  await expectNoAxeProblems(page, 'import of a questionnaire');
  await page.getByRole('button', { name: 'Import 3 sources' }).click();
  await page.getByRole('button', { name: 'Close' }).last().click();
  for (const theme of ['Light', 'Dark', 'High contrast']) {
    await page.keyboard.press('Control+,');
    await page.getByText(theme, { exact: true }).click();
    await expectNoAxeProblems(page, `settings, ${theme}`);
    await page.keyboard.press('Control+1');
    await page.getByRole('option', { name: /^E-01/ }).click();
    await expectNoAxeProblems(page, `sources, ${theme}`);
    await page.keyboard.press('Control+k');
    await expectNoAxeProblems(page, `palette, ${theme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expectNoAxeProblems(page, `keys, ${theme}`);
    await page.keyboard.press('Escape');
  }
});
