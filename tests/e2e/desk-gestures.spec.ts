/** Gestures of the coding desk beyond the first ones: units, stars, dragging, menus, chosen keys, what is said aloud. */
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import {
  announcement,
  codingCount,
  codingDetails,
  expectCodings,
  goTo,
  middleOfSelection,
  openSample,
  openText,
  reopenRecent,
  selectedText,
  selectWords,
} from '#tests/e2e/support/journeys.ts';

const SAMPLE = 'Gestures';

async function openDesk(app: RunningApp): Promise<Page> {
  const page = await openSample(app, SAMPLE);
  await openText(page, 'E-01');
  return page;
}

test('codes by sentence and by turn with one key, and walks on by keys', async ({ app }) => {
  const page = await openDesk(app);
  const before = await codingCount(page);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('t');
  const turn = await selectedText(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('s');
  const sentence = await selectedText(page);
  expect(turn).toContain(sentence);
  await page.keyboard.press('Shift+S');
  const next = await selectedText(page);
  expect(next).not.toBe(sentence);
  expect(next.length).toBeGreaterThan(5);
  await page.keyboard.press('Shift+T');
  expect(turn).not.toContain(await selectedText(page));

  // Without a selection a key codes nothing, until the person chooses a unit.
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  await expect(page.getByText('Select a passage first.').first()).toBeVisible();
  await expectCodings(page, before);
  await page.getByRole('button', { name: 'Text and coding unit' }).click();
  await page.getByText('the sentence at the caret').click();
  await page.keyboard.press('Escape');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('4');
  await expect(announcement(page)).toHaveText(/^Coded: Eficacia/);
  expect(await selectedText(page)).toBe(sentence);
  await expectCodings(page, before + 1);
});

test('stars a coding by key and by menu, seen in the margin, kept after a restart', async ({ app }) => {
  let page = await openDesk(app);
  await selectWords(page, 'Nada más le pido');
  await page.keyboard.press('5');
  await page.keyboard.press('i');
  await expect(announcement(page)).toHaveText('Starred: Impacto');
  await expect(page.locator('.reader-label[data-selected] .reader-label__star')).toBeVisible();
  await page.locator('.cm-content').click({ button: 'right', position: await middleOfSelection(page) });
  await expect(page.getByRole('menuitem', { name: /^Star the coding/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('contentinfo')).toContainText(/Saved \d/);
  page = await app.restart();
  await reopenRecent(page, SAMPLE, null);
  await openText(page, 'E-01');
  await expect(page.locator('.reader-label__star').first()).toBeVisible();
});

test('the menu and the keys never act on a coding out of sight', async ({ app }) => {
  const page = await openDesk(app);
  await selectWords(page, 'Nada más le pido');
  await page.keyboard.press('5');
  await expect(codingDetails(page)).toContainText('Impacto');
  const before = await codingCount(page);

  // A right click elsewhere, on plain text.
  const plain = await page.evaluate(() => {
    for (const line of document.querySelectorAll('.cm-line')) {
      const box = line.getBoundingClientRect();
      if (line.querySelector('.reader-coded') || line.textContent.length < 40 || box.top > 700) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const node = walker.nextNode();
      const range = document.createRange();
      if (!node) continue;
      range.selectNodeContents(node);
      const words = range.getClientRects()[0] as DOMRect;
      return { x: words.left + 30, y: words.top + words.height / 2 };
    }
    return null;
  });
  if (!plain) throw new Error('No plain line is in sight.');
  await page.mouse.click(plain.x, plain.y, { button: 'right' });
  await expect(page.getByRole('menuitem', { name: /^Remove the coding/ })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');

  // Other words are selected: the key of removing has nothing to remove.
  await page.locator('.reader-label', { hasText: 'Impacto' }).first().click();
  await selectWords(page, 'Entonces disculpe que insista');
  await page.keyboard.press('u');
  await expect(page.getByText('Select a coding first.').first()).toBeVisible();
  await page.keyboard.press('-');
  await expectCodings(page, before);
  await page.locator('.reader-label', { hasText: 'Impacto' }).first().click();
  await expect(codingDetails(page).getByRole('radio', { name: 'supports' })).toBeChecked();
});

test('codes by dragging words onto a code, and a code onto words', async ({ app }) => {
  const page = await openDesk(app);
  const before = await codingCount(page);
  await selectWords(page, 'tuvimos que mover a cuatro personas');
  const { x, y } = await middleOfSelection(page);
  const text = await page.locator('.cm-content').boundingBox();
  const target = page.getByRole('treeitem', { name: /^Impacto/ });
  await target.scrollIntoViewIfNeeded();
  const code = await target.boundingBox();
  if (!text || !code) throw new Error('The text or the code is not in sight.');
  await page.mouse.move(text.x + x, text.y + y);
  await page.mouse.down();
  // The engine takes a quick move for a selection; a drag rests a moment and begins with the first few pixels.
  await page.waitForTimeout(300);
  await page.mouse.move(text.x + x + 4, text.y + y, { steps: 2 });
  await page.mouse.move(code.x + code.width / 2, code.y + code.height / 2, { steps: 8 });
  await page.mouse.up();
  await expectCodings(page, before + 1);
  await expect(codingDetails(page).locator('.coding-details__quote')).toHaveText('tuvimos que mover a cuatro personas');
  await expect(codingDetails(page)).toContainText('Impacto');

  // Nothing is selected: the sentence under the pointer.
  await page.keyboard.press('Escape');
  const spot = await page.locator('.cm-line', { hasText: 'salió una nota de prensa' }).first().boundingBox();
  if (!spot) throw new Error('The line is not in sight.');
  await page.getByRole('treeitem', { name: /^Duplicidad de esfuerzos/ }).dragTo(page.locator('.cm-content'), {
    targetPosition: { x: 80, y: spot.y - text.y + spot.height / 2 },
  });
  await expectCodings(page, before + 2);
  await expect(codingDetails(page)).toContainText('Duplicidad de esfuerzos');
});

test('says at the caret what is coded there', async ({ app }) => {
  const page = await openDesk(app);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await expect(announcement(page)).toHaveText(/^Coded here: .+(supports|contradicts|mixed|neutral)/);
});

test('lets keys be changed, tells conflicts, and gives the first ones back', async ({ app }) => {
  let page = await openDesk(app);
  await goTo(page, 'Settings');
  const sectionOf = () => page.getByRole('region', { name: 'Keys of the coding desk' });
  const keyOf = (command: string) => sectionOf().getByRole('button', { name: `Key of “${command}”` });
  const star = keyOf('Star the coding');
  await star.click();
  await page.keyboard.press('4');
  await expect(star).toContainText('cannot be chosen');
  await page.keyboard.press('m');
  await expect(sectionOf().getByRole('alert')).toContainText('M is the key of “Memo on the coding”');
  await sectionOf().getByRole('button', { name: 'Use it here' }).click();
  await expect(star).toHaveText('M');
  await expect(keyOf('Memo on the coding')).toHaveText('no key');
  await sectionOf().scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('keys.png') });

  page = await app.restart();
  await reopenRecent(page, SAMPLE, null);
  await openText(page, 'E-01');
  await selectWords(page, 'Nada más le pido');
  await page.keyboard.press('5');
  await page.keyboard.press('m');
  await expect(announcement(page)).toHaveText('Starred: Impacto');
  await goTo(page, 'Settings');
  await sectionOf().getByRole('button', { name: 'All keys as at first' }).click();
  await expect(keyOf('Star the coding')).toHaveText('I');
});
