/** Consent in the real app: noted in the details of a source, seen beside its quotes, honoured by an export. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { filesHolding } from '#tests/e2e/support/files-holding.ts';
import { goTo, openSample, reopenRecent } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';
import { payloadsOfKind } from '#tests/support/project-frames.ts';

/** A frame's kind in the project file. */
const CONTENT = 3;

test('is noted for a source, marked in lists and beside quotes, and holds words back from an export', async ({
  app,
}) => {
  const page = await openSample(app, 'Consent sample');
  const details = await openDetails(page, 'E-01');
  const consent = details.getByRole('region', { name: 'Consent and sensitivity' });
  const quoting = consent.getByRole('radiogroup', { name: 'Be quoted word by word' });
  await expect(quoting.getByRole('radio', { name: 'Not asked' })).toBeChecked();
  await quoting.getByText('No', { exact: true }).click();
  await consent.getByRole('button', { name: /Sensitivity/ }).click();
  await page.getByRole('option', { name: /^Victim or survivor/ }).click();
  await consent.getByLabel('Restrictions').fill('Do not mention the shelter');
  await consent.getByLabel('Restrictions').blur();
  await expect(page.getByRole('button', { name: 'Undo: Write restrictions of E-01' })).toBeEnabled();
  const row = page.getByRole('option', { name: /^E-01/ });
  await expect(row).toContainText('No quotes');
  await expect(row).toContainText('Victim or survivor');
  await consent.scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('details.png') });
  await expectNoAxeProblems(page, 'details of a source', '.sources-details');

  const text = await exportJson(app, page, 'held.json');
  const exported = JSON.parse(text) as {
    sources: { name: string; text: string | null }[];
    leftOut: { reason: string }[];
  };
  expect(exported.sources.find(({ name }) => name === 'E-01')?.text).toBeNull();
  expect(exported.leftOut.length).toBeGreaterThan(3);
  expect(new Set(exported.leftOut.map(({ reason }) => reason))).toEqual(new Set(['quote']));

  await goTo(page, 'Matrix');
  await page.getByRole('gridcell', { name: 'Eficacia, Interviews' }).click();
  const excerpts = page.getByRole('listbox', { name: 'Excerpts' });
  await excerpts.getByText('E-01', { exact: true }).first().scrollIntoViewIfNeeded();
  await expect(excerpts.getByText('No quotes').first()).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('quotes.png') });
});

test('of one participant of a focus group, and a withdrawal that was recorded by mistake', async ({ app }) => {
  let page = await openSample(app, 'Consent sample');
  let details = await openDetails(page, 'GF-01');
  const person = details.locator('.consent-person').first();
  await person.getByText('Consent', { exact: true }).click();
  await person.getByRole('button', { name: 'Record a withdrawal…' }).click();
  const dialog = page.getByRole('dialog', { name: /withdraws consent/ });
  await dialog.getByLabel('Date of the withdrawal').fill('2026-03-04');
  await dialog.getByLabel('Reason').fill('Moved away');
  await page.screenshot({ path: test.info().outputPath('note.png') });
  await dialog.getByRole('button', { name: 'Record withdrawal' }).click();
  await expect(person.getByText(/^Withdrawn on 4 Mar 2026|^Withdrawn on Mar 4, 2026/)).toBeVisible();
  await person.scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('person.png') });
  const text = await exportJson(app, page, 'person.json');
  expect(text).toContain('"reason":"withdrawn"');
  expect(text).toContain('███');

  await person.getByRole('button', { name: 'It was a mistake' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  page = await app.restart();
  await reopenRecent(page, 'Consent sample', null);
  details = await openDetails(page, 'GF-01');
  await expect(details.locator('.consent-person').first()).toContainText('As the source');
});

test('removes withdrawn words for good: out of the file, the database and the screen', async ({ app }) => {
  test.setTimeout(120_000);
  let page = await openSample(app, 'Consent sample');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  const before = contentsOf(app);
  const details = await openDetails(page, 'E-01');
  const consent = details.getByRole('region', { name: 'Consent and sensitivity' });
  await consent.getByRole('button', { name: 'Record a withdrawal…' }).click();
  await page.getByRole('button', { name: 'Record withdrawal' }).click();
  await consent.getByRole('button', { name: 'Remove the words for good…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Remove the words of E-01 for good' });
  await expect(dialog.getByText('The whole text of E-01, in all its versions')).toBeVisible();
  await expect(dialog.getByText('19 codings with their memos')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Remove for good' })).toBeDisabled();
  await dialog.getByLabel(/^Type/).fill('remove');
  await page.screenshot({ path: test.info().outputPath('erase.png') });
  await dialog.getByRole('button', { name: 'Remove for good' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('14 sources');
  await expect(page.getByRole('option', { name: /^E-01/ })).toHaveCount(0);
  await goTo(page, 'Settings');
  await expect(page.getByRole('region', { name: 'Withdrawals' })).toContainText('19 codings');
  await page.getByRole('region', { name: 'Withdrawals' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('withdrawals.png') });
  page = await app.restart();
  await reopenRecent(page, 'Consent sample', null);
  await expect(page.getByRole('contentinfo')).toContainText('14 sources');
  await app.restart();
  const after = contentsOf(app);
  const gone = before.filter((payload) => !after.some((other) => other.equals(payload)));
  expect(gone).toHaveLength(1);
  // Packed words are looked for as they were packed, in everything that the app and the user have on the disk.
  const middle = (gone[0] as Buffer).subarray(1000, 1048);
  expect(filesHolding(app, middle).filter((path) => !path.includes('backup'))).toEqual([]);
});

async function openDetails(page: Page, name: string): Promise<Locator> {
  await goTo(page, 'Sources');
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  return page.getByRole('region', { name: `Details of ${name}` });
}

async function exportJson(app: RunningApp, page: Page, name: string): Promise<string> {
  const path = join(app.workFolder, name);
  await app.dialogs.pickToSave(path);
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByText('Everything (json)').click();
  await dialog.getByRole('button', { name: 'Choose a place and export…' }).click();
  await expect(dialog.getByText(/Se dejaron fuera \d+ extractos/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  return readFileSync(path, 'utf8');
}

/** The sealed texts in the project file. */
function contentsOf(app: RunningApp): readonly Buffer[] {
  return payloadsOfKind(readFileSync(join(app.workFolder, 'Consent sample.triangula')), CONTENT);
}
