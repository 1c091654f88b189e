/** Identities in the real app: a list under its own passphrase, found in no file, locked, and destroyed with a note. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { filesHolding } from '#tests/e2e/support/files-holding.ts';
import { goTo, openSample, reopenRecent } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';
import { payloadsOfKind } from '#tests/support/project-frames.ts';

const PASSPHRASE = 'nobody else knows';
const NAME = 'Xochitl Zacatecas';
/** A frame's kind in the project file. */
const IDENTITIES = 5;
/** Enough of a sealed payload to know it by. */
const MARK_BYTES = 48;

test('are listed, locked away, sealed everywhere, and destroyed with a note that stays', async ({ app }) => {
  test.setTimeout(120_000);
  let page = await openSample(app, 'Identities sample');
  let section = await openSection(page);
  await section.getByRole('button', { name: 'Start a list…' }).click();
  const start = page.getByRole('dialog', { name: 'Start a list of identities' });
  await start.getByLabel('Passphrase of the list').fill(PASSPHRASE);
  await start.getByLabel('Once more').fill(PASSPHRASE);
  await page.screenshot({ path: test.info().outputPath('start.png') });
  await start.getByRole('button', { name: 'Start a list…' }).click();

  const list = page.getByRole('dialog', { name: 'Identities', exact: true });
  await expect(list.getByText('Nobody is in the list yet.')).toBeVisible();
  await addPerson(page, 'E-01', NAME);
  await addPerson(page, 'E-02', 'Somebody Else');
  await expect(list.getByRole('row')).toHaveCount(3);
  await page.screenshot({ path: test.info().outputPath('list.png') });
  await expectNoAxeProblems(page, 'list of identities', '.ui-dialog');
  await list.getByRole('button', { name: 'Lock now' }).click();
  await expect(section.getByText('The list is locked.')).toBeVisible();

  page = await app.restart();
  await reopenRecent(page, 'Identities sample', null);
  expect(filesHolding(app, NAME)).toEqual([]);
  section = await openSection(page);
  await section.getByRole('button', { name: 'Open identities…' }).click();
  const unlock = page.getByRole('dialog', { name: 'Unlock identities' });
  await unlock.getByLabel('Passphrase of the list').fill('something wrong');
  await unlock.getByRole('button', { name: 'Unlock' }).click();
  await expect(unlock.getByText('This passphrase does not open the list.')).toBeVisible();
  await unlock.getByLabel('Passphrase of the list').fill(PASSPHRASE);
  await unlock.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('cell', { name: NAME })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).last().click();

  const sealed = payloadsOfKind(readFileSync(join(app.workFolder, 'Identities sample.triangula')), IDENTITIES);
  const marks = sealed.map((payload) => payload.subarray(-MARK_BYTES));
  expect(marks).toHaveLength(1);
  expect(filesHolding(app, ...marks).length).toBeGreaterThan(1);
  await section.getByRole('button', { name: 'Destroy…' }).click();
  const destroy = page.getByRole('alertdialog', { name: 'Destroy the identities' });
  await expect(destroy.getByRole('button', { name: 'Destroy identities' })).toBeDisabled();
  await destroy.getByLabel(/^Type/).fill('destroy');
  await page.screenshot({ path: test.info().outputPath('destroy.png') });
  await destroy.getByRole('button', { name: 'Destroy identities' }).click();
  await expect(section.getByText(/^Identities destroyed on .* 2 people$/)).toBeVisible();
  await expect(section.getByText('There is no list of identities')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('section.png') });
  // What Chromium still holds open while the app runs goes with the next opening.
  page = await app.restart();
  await reopenRecent(page, 'Identities sample', null);
  expect(filesHolding(app, ...marks).filter((path) => !path.includes('backup'))).toEqual([]);
});

async function openSection(page: Page) {
  await goTo(page, 'Settings');
  return page.getByRole('region', { name: 'Identities' });
}

async function addPerson(page: Page, codeName: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add person' }).click();
  const form = page.getByRole('dialog', { name: 'Add a person' });
  await form.getByRole('combobox', { name: 'Code name' }).fill(codeName);
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('Contact').fill('55 1234 5678');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
}
