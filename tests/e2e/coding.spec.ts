/** The coding desk in the real app: code by mouse, by keys and by picker; everything is there after a restart. */
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import {
  announcement,
  codingCount,
  codingDetails,
  expectCodings,
  middleOfSelection,
  openSample,
  openText,
  reopenRecent,
  selectedText,
  selectWords,
  walkTo,
} from '#tests/e2e/support/journeys.ts';

const SAMPLE = 'Coding sample';

async function openDesk(app: RunningApp): Promise<Page> {
  const page = await openSample(app, SAMPLE);
  await openText(page, 'E-01');
  return page;
}

test('codes by mouse and keys, sets directions, writes a memo, and finds all after a restart', async ({ app }) => {
  let page = await openDesk(app);
  const before = await codingCount(page);
  await selectWords(page, 'El año pasado salió una nota');
  await page.keyboard.press('4');
  await expect(announcement(page)).toHaveText(/^Coded: Eficacia, supports, 28 characters/);
  await expect(codingDetails(page)).toContainText('El año pasado salió una nota');
  await expectCodings(page, before + 1);

  await page.keyboard.press('-');
  await expect(codingDetails(page).getByRole('radio', { name: 'contradicts' })).toBeChecked();
  await page.keyboard.press('m');
  await page.keyboard.type('Dicho con enojo: 1 2 3 u q');
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-content')).toBeFocused();

  // The same stretch once more: overlapping codings, one bracket each.
  await page.keyboard.press('7');
  await expect(announcement(page)).toHaveText(/^Coded: Derechos humanos/);
  await page.keyboard.press('7');
  await expect(announcement(page)).toHaveText(/^Already coded: Derechos humanos/);
  await expectCodings(page, before + 2);
  const brackets = page.locator('.reader-bracket');
  const shared = await brackets.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().left));
  expect(new Set(shared).size).toBeGreaterThan(1);

  page = await app.restart();
  await reopenRecent(page, SAMPLE, null);
  await openText(page, 'E-01');
  await expectCodings(page, before + 2);
  await page.locator('.reader-label', { hasText: 'Eficacia' }).first().click();
  await expect(codingDetails(page).getByRole('radio', { name: 'contradicts' })).toBeChecked();
  await expect(codingDetails(page).getByLabel('Memo')).toHaveValue('Dicho con enojo: 1 2 3 u q');
  await expect.poll(() => selectedText(page)).toBe('El año pasado salió una nota');
});

test('finds and makes codes in the picker, recodes, removes, undoes and redoes', async ({ app }) => {
  const page = await openDesk(app);
  const before = await codingCount(page);
  await selectWords(page, 'Entonces disculpe que insista');

  await page.keyboard.press('c');
  await page.keyboard.type('rota');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Miedo a la prensa');
  // Under the code used last, or beside it under the same criterion.
  await expect(
    page.getByRole('option', { name: 'Create “Miedo a la prensa” under Rotación de personal' }),
  ).toBeVisible();
  await expect(page.getByRole('option', { name: 'Create “Miedo a la prensa” under Sostenibilidad' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.cm-content')).toBeFocused();
  await expectCodings(page, before + 2);
  await expect(page.getByRole('treeitem', { name: /^Miedo a la prensa/ })).toBeVisible();

  await page.keyboard.press('r');
  await page.keyboard.type('duplicidad');
  await page.keyboard.press('Enter');
  await expect(codingDetails(page)).toContainText('Duplicidad de esfuerzos');

  await page.keyboard.press('u');
  await expectCodings(page, before + 1);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expectCodings(page, before + 2);
  await page.locator('.cm-content').focus();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+z');
  await expectCodings(page, before);
  await expect(page.getByRole('treeitem', { name: /^Miedo a la prensa/ })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expectCodings(page, before + 1);
});

test('does everything by the keyboard alone', async ({ app }) => {
  const page = await openDesk(app);
  const before = await codingCount(page);
  await walkTo(page, page.locator('.cm-content'));
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  const sentence = await selectedText(page);
  expect(sentence.length).toBeGreaterThan(10);
  await page.keyboard.press('s');
  const turn = await selectedText(page);
  expect(turn).toContain(sentence);
  await page.keyboard.press('1');
  await expect(announcement(page)).toHaveText(/^Coded: Pertinencia, supports/);
  await page.keyboard.press('~');
  await expect(codingDetails(page).getByRole('radio', { name: 'mixed' })).toBeChecked();

  // In the tree: down two codes, Enter codes the passage that is still selected.
  await walkTo(page, page.locator('[role="treeitem"]'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectCodings(page, before + 2);
  await expect(codingDetails(page)).toContainText('Pertinencia');

  await walkTo(page, page.locator('.cm-content'));
  await page.keyboard.press('Escape');
  await expect(codingDetails(page)).toContainText('code with a criterion');
  await page.keyboard.press('n');
  await expect.poll(() => selectedText(page)).not.toBe('');
  await page.keyboard.press('Delete');
  await expectCodings(page, before + 1);

  await walkTo(page, page.getByRole('listbox', { name: 'Sources' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'E-02', exact: true })).toBeVisible();
});

test('codes by a click in the tree and by the menu; a bracket selects the exact stretch', async ({ app }) => {
  const page = await openDesk(app);
  const before = await codingCount(page);
  await selectWords(page, 'tuvimos que mover a cuatro personas');
  await page.getByRole('treeitem', { name: /^Adaptación al contexto/ }).click();
  await expectCodings(page, before + 1);
  await expect(page.locator('.cm-content')).toBeFocused();

  await page.keyboard.press('Escape');
  await selectWords(page, 'salió una nota de prensa');
  await page.locator('.cm-content').click({ button: 'right', position: await middleOfSelection(page) });
  await page.getByRole('menuitem', { name: /^Impacto/ }).click();
  await expectCodings(page, before + 2);

  await page.getByRole('treeitem', { name: /^Duplicidad de esfuerzos/ }).dragTo(page.locator('.cm-content'), {
    targetPosition: { x: 60, y: 60 },
  });
  await expect(codingDetails(page)).toContainText('Duplicidad de esfuerzos');
  await expectCodings(page, before + 3);

  await page.locator('.reader-label', { hasText: 'Adaptación al contexto' }).first().click();
  await expect.poll(() => selectedText(page)).toBe('tuvimos que mover a cuatro personas');
  await expect(codingDetails(page)).toContainText('Adaptación al contexto');
});

test('moves an end of a coding by dragging its bracket, and back by undo', async ({ app }) => {
  const page = await openDesk(app);
  await selectWords(page, 'Nada más le pido');
  await page.keyboard.press('5');
  const words = codingDetails(page).locator('.coding-details__quote');
  await expect(words).toHaveText('Nada más le pido');
  const end = await page.locator('.reader-bracket[data-selected] [data-end="end"]').boundingBox();
  if (!end) throw new Error('The end cannot be taken hold of.');
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + 32, { steps: 5 });
  await page.mouse.up();
  await expect(announcement(page)).toHaveText(/^Impacto now covers \d+ characters/);
  await expect(words).toHaveText(/^Nada más le pido que no ponga/);
  await page.keyboard.press('Control+z');
  await expect(words).toHaveText('Nada más le pido');
});

test('comes back to where a text was left', async ({ app }) => {
  const page = await openDesk(app);
  await page.locator('.cm-content').focus();
  for (let times = 0; times < 8; times += 1) await page.keyboard.press('n');
  const words = await selectedText(page);
  const top = await page.locator('.cm-scroller').evaluate((node) => node.scrollTop);
  expect(top).toBeGreaterThan(200);
  await page.getByRole('option', { name: /^E-02/ }).click();
  await expect(page.getByRole('heading', { name: 'E-02', exact: true })).toBeVisible();
  await page.getByRole('option', { name: /^E-01/ }).click();
  await expect(page.getByRole('heading', { name: 'E-01', exact: true })).toBeVisible();
  // To the line: the top of the first line in sight may have been cut.
  await expect.poll(() => page.locator('.cm-scroller').evaluate((node) => node.scrollTop)).toBeGreaterThan(top - 400);
  await page.locator('.cm-content').focus();
  await expect.poll(() => selectedText(page)).toBe(words);
});

test('says what the pointer rests on', async ({ app }) => {
  const page = await openDesk(app);
  await page.locator('.cm-content').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await page.locator('.reader-coded').first().hover();
  await expect(page.locator('.hover-card')).toContainText('supports');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.hover-card')).toHaveCount(0);
});

test('adds, renames, moves, hides and removes codes', async ({ app }) => {
  const page = await openDesk(app);
  await page.getByRole('button', { name: 'Add code' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Miedo');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  const row = page.getByRole('treeitem', { name: /^Miedo/ });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await row.focus();
  await page.keyboard.press('F2');
  await page.getByLabel('Name', { exact: true }).fill('Miedo a hablar');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('treeitem', { name: /^Miedo a hablar/ });
  await expect(renamed).toBeVisible();
  await renamed.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Move to/ }).click();
  await page.keyboard.type('derechos');
  await page.keyboard.press('Enter');
  await expect(renamed).toHaveAttribute('aria-level', '2');
  await renamed.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Remove code/ }).click();
  await expect(renamed).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(renamed).toBeVisible();
});
