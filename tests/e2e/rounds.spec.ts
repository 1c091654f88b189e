/** A blind round in the real app: what others coded is hidden, closing shows it, and what is agreed on counts. */
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample, reopenRecent } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems, takeLooks } from '#tests/e2e/support/looks.ts';

/** Opens the sample as one of its two coders. */
async function openAsAna(app: RunningApp): Promise<Page> {
  const page = await openSample(app, 'Trata');
  await goTo(page, 'Settings');
  const name = page.getByLabel('Your name');
  await name.fill('Ana Robles');
  await name.blur();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('close evaluation');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Try the sample/ })).toBeVisible();
  await reopenRecent(page, 'Trata|^Evaluación conjunta', null);
  return page;
}

async function openRounds(page: Page): Promise<void> {
  await goTo(page, 'Team');
  await page.getByRole('tab', { name: 'Blind rounds' }).click();
}

test('hides, compares, settles and counts what was agreed', async ({ app }) => {
  const page = await openAsAna(app);
  const codings = page.locator('.app-status__item', { hasText: /codings$/ });
  await expect(codings).toHaveText('228 codings');
  await openRounds(page);
  await page.getByRole('button', { name: 'New blind round' }).click();
  const dialog = page.getByRole('dialog', { name: 'New blind round' });
  await dialog.getByRole('button', { name: 'Start the round' }).click();
  await expect(dialog.getByText('Choose two coders or more.')).toBeVisible();
  for (const name of ['Ana Robles', 'Luis Cano', 'E-06']) await dialog.getByText(name, { exact: true }).click();
  await takeLooks(page, 'new round');
  await dialog.getByRole('button', { name: 'Start the round' }).click();

  const round = page.getByRole('region', { name: 'Round 1' });
  await expect(round.getByText('You do not see what the others code here')).toBeVisible();
  await expect(page.getByRole('button', { name: /codings of others are hidden/ })).toBeVisible();
  // Of 16 codings in E-06 the sample's Luis made 11, and Ana 5.
  await expect(codings).toHaveText('217 codings');
  await takeLooks(page, 'open round');
  await expectNoAxeProblems(page, 'an open round', '.round');

  await round.getByRole('button', { name: 'Close the round' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close the round' }).click();
  await expect(codings).toHaveText('228 codings');
  const passages = round.getByRole('listbox', { name: 'Where they differ' }).getByRole('option');
  await expect(passages.first()).toBeVisible();
  await takeLooks(page, 'compared round');
  await expectNoAxeProblems(page, 'a compared round', '.round');
  const agree = round.getByRole('button', { name: 'Agree: let this count' });
  await expect(agree).toBeDisabled();

  const count = await passages.first().getAttribute('aria-setsize');
  for (let place = 0; place < Number(count); place += 1) {
    await passages.and(page.locator(`[aria-posinset="${place + 1}"]`)).click();
    await round.getByRole('textbox', { name: 'Reason' }).fill(`Motivo ${place + 1}`);
    await round.getByRole('button', { name: 'Not coded' }).click();
    await expect(passages.and(page.locator(`[aria-posinset="${place + 1}"]`)).getByText('settled')).toBeVisible();
  }
  await agree.click();
  await expect(round.getByText('Analyses count what was agreed.')).toBeVisible();
  await expect(codings).not.toHaveText('228 codings');
  await takeLooks(page, 'agreed round');

  await goTo(page, 'Matrix');
  await page.getByText('Each coder', { exact: true }).click();
  await expect(codings).toHaveText('228 codings');
  await page.getByText('Agreed', { exact: true }).click();
  await expect(codings).not.toHaveText('228 codings');
  await page.keyboard.press('Control+z');
  await expect(codings).toHaveText('228 codings');
});
