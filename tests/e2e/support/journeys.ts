/** What a person does in the window, in one place, so that tests read as the way they walk. */
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from '#tests/e2e/support/app-fixture.ts';

export type Place =
  'Sources' | 'Coding' | 'Quotes' | 'Evaluation' | 'Matrix' | 'Findings' | 'Report' | 'Team' | 'History' | 'Settings';

/** Makes an evaluation by the dialog, with an intervention of this code when one is given; null makes an unsealed one. */
export async function makeEvaluation(
  app: RunningApp,
  title: string,
  passphrase: string | null,
  interventionCode?: string,
): Promise<void> {
  const page = app.page();
  await app.dialogs.pickToSave(join(app.workFolder, `${title}.triangula`));
  await page.getByRole('button', { name: 'New evaluation' }).click();
  const dialog = page.getByRole('dialog', { name: 'New evaluation' });
  await dialog.getByLabel('Title', { exact: true }).fill(title);
  await dialog.getByLabel('Your name').fill('Ana Robles');
  if (interventionCode !== undefined) {
    await dialog.getByRole('button', { name: 'Add intervention' }).click();
    await dialog.getByLabel('Code', { exact: true }).fill(interventionCode);
  }
  if (passphrase === null) await dialog.getByText('No passphrase', { exact: true }).click();
  else {
    await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await dialog.getByLabel('Once more').fill(passphrase);
  }
  await dialog.getByRole('button', { name: 'Make evaluation' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

/** Opens the sample in a file called `name`. */
export async function openSample(app: RunningApp, name: string): Promise<Page> {
  const page = app.page();
  await app.dialogs.pickToSave(join(app.workFolder, `${name}.triangula`));
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Sources' })).toBeVisible();
  return page;
}

/** Opens an evaluation from the recent list. */
export async function reopenRecent(page: Page, name: string, passphrase: string | null): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .first()
    .click();
  if (passphrase !== null) {
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
  }
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Sources' })).toBeVisible();
}

export async function goTo(page: Page, place: Place): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: place }).click();
}

/** Gives the evaluation another title, and waits until it is saved. */
export async function rename(page: Page, title: string): Promise<void> {
  await goTo(page, 'Settings');
  const field = page.getByLabel('Title').first();
  await field.fill(title);
  await field.blur();
  await expect(page.locator('.app-top__title')).toHaveText(title);
  await expect(page.locator('.app-status__item--good')).toHaveText(/^Saved/);
}

/** Opens a source at the coding desk. */
export async function openText(page: Page, name: string): Promise<void> {
  await goTo(page, 'Coding');
  await page
    .getByRole('option', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u') })
    .first()
    .click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.locator('.cm-content')).toBeVisible();
}

/** Selects the words by dragging over them; they stand in one line element in sight. */
export async function selectWords(page: Page, words: string): Promise<void> {
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
      const middle = (box: DOMRect): number => box.top + box.height / 2;
      return { x1: first.left + 1, y1: middle(first), x2: last.right - 1, y2: middle(last) };
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

/** The middle of the first selected line, measured from the corner of the text. */
export function middleOfSelection(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const selected = getSelection()?.getRangeAt(0).getClientRects()[0] as DOMRect;
    const content = (document.querySelector('.cm-content') as Element).getBoundingClientRect();
    return {
      x: selected.left + selected.width / 2 - content.left,
      y: selected.top + selected.height / 2 - content.top,
    };
  });
}

/** The selected words. */
export function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => String(getSelection()));
}

/** The line that tells what happened, as a screen reader says it. */
export function announcement(page: Page): Locator {
  return page.locator('.ui-hidden-text[role="status"]');
}

/** The pane that tells about the coding in hand. */
export function codingDetails(page: Page): Locator {
  return page.getByRole('region', { name: 'This coding' });
}

/** How many codings the open text says that it has. */
export async function codingCount(page: Page): Promise<number> {
  const facts = await page.locator('.text-pane__facts').textContent();
  return Number(/(\d+) codings?/.exec(facts ?? '')?.[1]);
}

export async function expectCodings(page: Page, count: number): Promise<void> {
  await expect.poll(() => codingCount(page)).toBe(count);
}

/** F6 until the keyboard is where it shall be. */
export async function walkTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('F6');
    const isThere = await target.evaluateAll((nodes) =>
      nodes.some((node) => node === document.activeElement || node.contains(document.activeElement)),
    );
    if (isThere) return;
  }
  throw new Error('F6 does not reach it.');
}
