/** The coding desk in the real app: code by mouse, by keys and by picker; everything is there after a restart. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';

const SAMPLE = 'Coding sample.triangula';

test('codes by mouse and keys, sets directions, writes a memo, and finds all after a restart', async ({ app }) => {
  let page = await openSample(app);
  const before = await codingCount(page);
  await selectWords(page, 'El año pasado salió una nota');
  await page.keyboard.press('4');
  await expect(status(page)).toHaveText(/^Coded: Eficacia, supports, 28 characters/);
  await expect(details(page)).toContainText('El año pasado salió una nota');
  await expectCodings(page, before + 1);

  await page.keyboard.press('-');
  await expect(details(page).getByRole('radio', { name: 'contradicts' })).toBeChecked();
  await page.keyboard.press('m');
  await page.keyboard.type('Dicho con enojo: 1 2 3 u q');
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-content')).toBeFocused();

  // The same stretch once more: overlapping codings, one bracket each.
  await page.keyboard.press('7');
  await expect(status(page)).toHaveText(/^Coded: Derechos humanos/);
  await page.keyboard.press('7');
  await expect(status(page)).toHaveText(/^Already coded: Derechos humanos/);
  await expectCodings(page, before + 2);
  const brackets = page.locator('.reader-bracket');
  const shared = await brackets.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().left));
  expect(new Set(shared).size).toBeGreaterThan(1);

  page = await app.restart();
  await reopen(page);
  await expectCodings(page, before + 2);
  await page.locator('.reader-label', { hasText: 'Eficacia' }).first().click();
  await expect(details(page).getByRole('radio', { name: 'contradicts' })).toBeChecked();
  await expect(details(page).getByLabel('Memo')).toHaveValue('Dicho con enojo: 1 2 3 u q');
  await expect.poll(() => selectedText(page)).toBe('El año pasado salió una nota');
});

test('finds and makes codes in the picker, recodes, removes, undoes and redoes', async ({ app }) => {
  const page = await openSample(app);
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
  await expect(details(page)).toContainText('Duplicidad de esfuerzos');

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
  const page = await openSample(app);
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
  await expect(status(page)).toHaveText(/^Coded: Pertinencia, supports/);
  await page.keyboard.press('~');
  await expect(details(page).getByRole('radio', { name: 'mixed' })).toBeChecked();

  // In the tree: down two codes, Enter codes the passage that is still selected.
  await walkTo(page, page.locator('[role="treeitem"]'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectCodings(page, before + 2);
  await expect(details(page)).toContainText('Pertinencia');

  await walkTo(page, page.locator('.cm-content'));
  await page.keyboard.press('Escape');
  await expect(details(page)).toContainText('code with a criterion');
  await page.keyboard.press('n');
  await expect.poll(() => selectedText(page)).not.toBe('');
  await page.keyboard.press('Delete');
  await expectCodings(page, before + 1);

  await walkTo(page, page.getByRole('listbox', { name: 'Sources' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'E-02', exact: true })).toBeVisible();
});

test('codes by a click in the tree and by the menu; a bracket selects the exact stretch', async ({ app }) => {
  const page = await openSample(app);
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
  await expect(details(page)).toContainText('Duplicidad de esfuerzos');
  await expectCodings(page, before + 3);

  await page.locator('.reader-label', { hasText: 'Adaptación al contexto' }).first().click();
  await expect.poll(() => selectedText(page)).toBe('tuvimos que mover a cuatro personas');
  await expect(details(page)).toContainText('Adaptación al contexto');
});

test('moves an end of a coding by dragging its bracket, and back by undo', async ({ app }) => {
  const page = await openSample(app);
  await selectWords(page, 'Nada más le pido');
  await page.keyboard.press('5');
  const words = details(page).locator('.coding-details__quote');
  await expect(words).toHaveText('Nada más le pido');
  const end = await page.locator('.reader-bracket[data-selected] [data-end="end"]').boundingBox();
  if (!end) throw new Error('The end cannot be taken hold of.');
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + 32, { steps: 5 });
  await page.mouse.up();
  await expect(status(page)).toHaveText(/^Impacto now covers \d+ characters/);
  await expect(words).toHaveText(/^Nada más le pido que no ponga/);
  await page.keyboard.press('Control+z');
  await expect(words).toHaveText('Nada más le pido');
});

test('comes back to where a text was left', async ({ app }) => {
  const page = await openSample(app);
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
  const page = await openSample(app);
  await page.locator('.cm-content').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await page.locator('.reader-coded').first().hover();
  await expect(page.locator('.hover-card')).toContainText('supports');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.hover-card')).toHaveCount(0);
});

test('adds, renames, moves, hides and removes codes', async ({ app }) => {
  const page = await openSample(app);
  await page.getByRole('button', { name: 'Add code' }).click();
  await page.getByLabel('Name').fill('Miedo');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  const row = page.getByRole('treeitem', { name: /^Miedo/ });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await row.focus();
  await page.keyboard.press('F2');
  await page.getByLabel('Name').fill('Miedo a hablar');
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

async function openSample(app: RunningApp): Promise<Page> {
  const page = app.page();
  await app.dialogs.pickToSave(join(app.workFolder, SAMPLE));
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await openDesk(page);
  return page;
}

async function reopen(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Coding sample/ })
    .first()
    .click();
  await openDesk(page);
}

async function openDesk(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Coding' }).click();
  await expect(page.getByRole('heading', { name: 'E-01', exact: true })).toBeVisible();
  await expect(page.locator('.cm-content')).toBeVisible();
}

function details(page: Page) {
  return page.getByRole('region', { name: 'This coding' });
}

function status(page: Page) {
  return page.locator('.ui-hidden-text[role="status"]');
}

async function codingCount(page: Page): Promise<number> {
  const facts = await page.locator('.text-pane__facts').textContent();
  return Number(/(\d+) codings?/.exec(facts ?? '')?.[1]);
}

async function expectCodings(page: Page, count: number): Promise<void> {
  await expect.poll(() => codingCount(page)).toBe(count);
}

/** The selected words; line breaks that only wrap do not count. */
function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => String(getSelection()));
}

/** Drags over words that stand in the first turns of the open text. */
async function selectWords(page: Page, words: string): Promise<void> {
  const boxes = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.cm-content') as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rectangles = [...range.getClientRects()];
      const first = rectangles[0] as DOMRect;
      const last = rectangles.at(-1) as DOMRect;
      return {
        x1: first.left + 1,
        y1: first.top + first.height / 2,
        x2: last.right - 1,
        y2: last.top + last.height / 2,
      };
    }
    return null;
  }, words);
  if (!boxes) throw new Error(`Not in sight: ${words}`);
  await page.mouse.move(boxes.x1, boxes.y1);
  await page.mouse.down();
  await page.mouse.move(boxes.x2, boxes.y2, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => selectedText(page)).toBe(words);
}

async function middleOfSelection(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const selected = getSelection()?.getRangeAt(0).getClientRects()[0] as DOMRect;
    const content = (document.querySelector('.cm-content') as Element).getBoundingClientRect();
    return {
      x: selected.left + selected.width / 2 - content.left,
      y: selected.top + selected.height / 2 - content.top,
    };
  });
}

/** F6 until the keyboard is where it shall be. */
async function walkTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('F6');
    const isThere = await target.evaluateAll((nodes) => nodes.some((node) => node === document.activeElement));
    if (isThere) return;
  }
  throw new Error('F6 does not reach it.');
}
