/** Reading at the desk: how far sources are, filters in the open, what shows in the text, two texts, size and width. */
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { expectCodings, openSample, openText, codingCount, selectWords } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems, takeLooks } from '#tests/e2e/support/looks.ts';

async function openDesk(app: RunningApp): Promise<Page> {
  const page = await openSample(app, 'Reading');
  await openText(page, 'E-01');
  return page;
}

const sources = (page: Page) => page.getByRole('listbox', { name: 'Sources' });

test('shows how far each source is, and filters by it in the open', async ({ app }) => {
  const page = await openDesk(app);
  const row = sources(page).getByRole('option', { name: /^E-01/ });
  await expect(row).toContainText('reading');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('d');
  await expect(row).toContainText('coded');
  await page.getByRole('button', { name: 'Filter by how far the coding is' }).click();
  await page.getByRole('dialog').getByText('coded', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(sources(page).getByRole('option')).toHaveCount(1);
  await expect(page.getByText('14 of 15 hidden', { exact: true })).toBeVisible();
  await page.getByRole('region', { name: 'Sources' }).getByRole('button', { name: 'Show all' }).click();
  await expect(sources(page).getByRole('option', { name: /^E-02/ })).toBeVisible();
  await page.getByRole('button', { name: 'Take the coding of this source up again' }).click();
  await expect(row).toContainText('reading');
});

test('shows the codings of chosen codes only, says how many are hidden, and shows all again', async ({ app }) => {
  const page = await openDesk(app);
  const total = await codingCount(page);
  await page.getByRole('treeitem', { name: /^Eficacia/ }).click();
  await page.getByRole('button', { name: 'Which codings show' }).click();
  await page.getByRole('button', { name: 'Only Eficacia' }).click();
  await page.keyboard.press('Escape');
  const hidden = page.getByText(new RegExp(`^\\d+ of ${total} codings hidden$`));
  await expect(hidden).toBeVisible();
  await expectCodings(page, total);
  const shown = total - Number(/^(\d+)/.exec((await hidden.textContent()) ?? '')?.[1]);
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(total);
  expect(await page.locator('.reader-bracket').count()).toBeLessThanOrEqual(shown);
  await takeLooks(page, 'filtered');
  await page.locator('.text-pane__filter').getByRole('button', { name: 'Show all' }).click();
  await expect(hidden).toHaveCount(0);
});

test('has two sources side by side, of which the one in hand is coded', async ({ app }) => {
  const page = await openDesk(app);
  await page.getByRole('button', { name: 'Two sources side by side' }).click();
  const texts = page.locator('.cm-content');
  await expect(texts).toHaveCount(2);
  await expect(page.getByRole('heading', { name: 'E-02', exact: true })).toBeVisible();
  // Into the second text by a click; the key codes there.
  const beside = page.getByRole('region', { name: 'Beside: E-02' });
  await beside.locator('.cm-line').nth(2).click();
  await expect(page.getByRole('region', { name: 'Beside: E-01' })).toBeVisible();
  await page.keyboard.press('s');
  const inHand = page.getByRole('region', { name: 'Text', exact: true });
  const facts = inHand.locator('.text-pane__facts');
  const before = Number(/(\d+) codings?/.exec((await facts.textContent()) ?? '')?.[1]);
  await page.keyboard.press('4');
  await expect(facts).toContainText(`${before + 1} codings`);
  await takeLooks(page, 'side by side');
  await expectNoAxeProblems(page, 'two texts', '.coding-desk');
  // Another source opens where the hand is; the other stays.
  await sources(page).getByRole('option', { name: /^E-03/ }).click();
  await expect(inHand.getByRole('heading', { name: 'E-03', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Beside: E-01' })).toBeVisible();
  await page.getByRole('button', { name: 'Close the source beside' }).first().click();
  await expect(texts).toHaveCount(1);
});

test('takes another size of text and length of lines, kept after a restart; no barrier at any size', async ({
  app,
}) => {
  test.setTimeout(120_000);
  let page = await openDesk(app);
  const widthOf = () => page.locator('.cm-content').evaluate((node) => node.getBoundingClientRect().width);
  const wide = await widthOf();
  await page.getByRole('button', { name: 'Text and coding unit' }).click();
  await page.getByText('125%', { exact: true }).click();
  await page.getByText('short', { exact: true }).click();
  await takeLooks(page, 'text options');
  await page.keyboard.press('Escape');
  const size = () => page.locator('.cm-scroller').evaluate((node) => getComputedStyle(node).fontSize);
  expect(await size()).toBe('20px');
  page = await app.restart();
  await page
    .getByRole('button', { name: /^Reading/ })
    .first()
    .click();
  await openText(page, 'E-01');
  expect(await size()).toBe('20px');
  expect(wide).toBeGreaterThan(0);

  await selectWords(page, 'Nada más le pido');
  await page.keyboard.press('5');
  // The last is what 150 % leaves of 1366 × 768.
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
    [911, 512],
  ] as const) {
    await app.electron().evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setMinimumSize(0, 0);
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await page.waitForTimeout(300);
    await takeLooks(page, `desk ${width}`);
    await expectNoAxeProblems(page, `desk at ${width}`, '.coding-desk');
    const sideways = await page.locator('.cm-scroller').evaluate((node) => node.scrollWidth - node.clientWidth);
    expect(sideways, `text at ${width}`).toBeLessThanOrEqual(0);
  }
});
