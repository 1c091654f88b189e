/** Findings in the real app: from a recommendation to the words that were said, changed evidence, writing, undo. */
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';

test('leads from a recommendation to the spoken words and back', async ({ app }) => {
  const page = await openFindings(app);
  await page.getByRole('tab', { name: /Recommendations/ }).click();
  const thread = page.getByRole('region', { name: /^The thread/ });
  await thread.getByRole('button', { name: /^C2/ }).click();
  await expect(page.getByRole('tab', { name: /Conclusions/ })).toHaveAttribute('aria-selected', 'true');
  await thread.getByRole('button', { name: /^F4.2/ }).click();
  await expect(page.getByRole('region', { name: 'Finding F4.2' })).toBeVisible();

  const evidence = page.getByRole('region', { name: 'Evidence' });
  const first = evidence.getByRole('listitem').first();
  await expect(first).toContainText('E-04');
  await first.dblclick();
  await expect(page.getByRole('heading', { name: 'E-04', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('region', { name: 'Finding F4.2' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('tab', { name: /Conclusions/ })).toHaveAttribute('aria-selected', 'true');
});

test('saves what is written as one change, which undo takes back whole', async ({ app }) => {
  const page = await openFindings(app);
  await page.getByText('Se gastó bien y a destiempo').first().click();
  const title = page.getByRole('textbox', { name: 'Finding in one sentence' });
  await title.fill('');
  await title.pressSequentially('Se gastó bien, pero tarde');
  await page.getByRole('textbox', { name: 'Text', exact: true }).focus();
  await expect(page.getByRole('listbox', { name: 'Findings' })).toContainText('Se gastó bien, pero tarde');
  await page.locator('.findings-editor__number').click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(title).toHaveValue('Se gastó bien y a destiempo');
});

test('flags evidence that changed, and clears the flag when it is accepted', async ({ app }) => {
  const page = await openFindings(app);
  await page.getByText('Se gastó bien y a destiempo').first().click();
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await evidence.getByRole('listitem').first().dblclick();
  await page.locator('.cm-content').focus();
  await page.keyboard.press('=');
  await goTo(page, 'Findings');
  await expect(evidence.getByText('1 piece of evidence has changed since it was linked')).toBeVisible();
  await expect(evidence.getByText(/^The direction was ▼ contradicts, now it is/)).toBeVisible();
  await evidence.getByRole('button', { name: 'Accept as it is now' }).click();
  await expect(evidence.getByText('has changed since it was linked')).toHaveCount(0);
});

test('takes a coding from the desk into a finding by one key, and gives the keyboard back to the text', async ({
  app,
}) => {
  const page = await openFindings(app);
  await goTo(page, 'Coding');
  await page.locator('.cm-content').click({ position: { x: 40, y: 10 } });
  await page.keyboard.press('n');
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Add 1 excerpt to a finding' });
  await dialog.getByLabel('Finding in one sentence').fill('Dicho desde el texto');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'This coding' })).toContainText('Dicho desde el texto');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.cm-content')).toBeFocused();
});

test('finds more evidence, links and unlinks it, removes a finding and takes that back', async ({ app }) => {
  const page = await openFindings(app);
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await page.getByText('Se gastó bien y a destiempo').first().click();
  const before = await evidence.getByRole('listitem').count();
  await evidence.getByRole('button', { name: 'Add evidence' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add evidence to F3.1' });
  await dialog.getByText('Only under Eficiencia').click();
  await dialog.getByRole('searchbox').fill('buzon');
  await dialog.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Add 1' }).click();
  await expect(evidence.getByRole('listitem')).toHaveCount(before + 1);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(evidence.getByRole('listitem')).toHaveCount(before);

  await page.getByRole('button', { name: 'Remove finding' }).click();
  await expect(page.getByRole('region', { name: 'Notes' }).getByText('F3.1 removed')).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Findings' })).not.toContainText('F3.1');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByRole('listbox', { name: 'Findings' })).toContainText('F3.1');
});

test('breaks no rule of accessibility', async ({ app }) => {
  const page = await openFindings(app);
  for (const tab of [/^Findings \d/, /Recommendations/]) {
    await page.getByRole('tab', { name: tab }).click();
    await expectNoAxeProblems(page, `findings, ${tab.source}`, '.findings');
  }
});

async function openFindings(app: RunningApp): Promise<Page> {
  const page = await openSample(app, 'Findings sample');
  await goTo(page, 'Findings');
  return page;
}
