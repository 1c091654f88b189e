/** The red thread in the real app: walked from a recommendation to the spoken words and back, flagged, answered. */
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems, takeLooks } from '#tests/e2e/support/looks.ts';

test('leads from a recommendation to the spoken words and back, by click and by keyboard', async ({ app }) => {
  const page = await openSample(app, 'Thread sample');
  await goTo(page, 'Findings');
  await page.getByRole('tab', { name: 'Red thread' }).click();
  const picture = page.getByRole('group', { name: 'Red thread' });
  await picture.getByRole('button', { name: /^Recommendation, R1,/ }).click();
  const details = page.getByRole('region', { name: 'Recommendation R1' });
  await expect(details.getByRole('region', { name: 'What it rests on', exact: true })).toContainText('C2');
  await takeLooks(page, 'thread');
  await expectNoAxeProblems(page, 'thread', '.thread-view', '.thread-details');

  // The keyboard goes left, from what rests to what it rests on.
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^(Conclusion|Finding), /);
  while (!(await page.locator(':focus').getAttribute('aria-label'))?.startsWith('Finding')) {
    await page.keyboard.press('ArrowLeft');
  }
  await page.getByRole('button', { name: 'To the words' }).first().click();
  await expect(page.locator('.cm-content')).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(picture).toBeVisible();
  await page.locator('.thread-view__bar').getByText('Table', { exact: true }).click();
  await expect(page.getByRole('row', { name: /^R1/ })).toContainText('C2');
  await expectNoAxeProblems(page, 'thread table', '.thread-view');
});

test('flags what rests on changed evidence, and keeps what management answers', async ({ app }) => {
  const page = await openSample(app, 'Response sample');
  await goTo(page, 'Findings');
  await page.getByRole('option', { name: /^F1\.2/ }).click();
  const evidence = page.getByRole('region', { name: 'Evidence', exact: true });
  await evidence.getByRole('button', { name: 'Open in its text' }).first().click();
  await page.keyboard.press('Delete');
  await goTo(page, 'Findings');
  await page.getByRole('tab', { name: 'Red thread' }).click();
  await expect(page.getByText(/^Only what rests on changed evidence/)).toBeVisible();
  const flagged = page.getByRole('button', { name: /^Finding, F1\.2,.*Evidence below has changed/ });
  await expect(flagged).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('flagged.png') });
  await flagged.dblclick();
  await expect(page.getByRole('region', { name: 'Finding F1.2' })).toBeVisible();

  await page.getByRole('tab', { name: /^Recommendations/ }).click();
  const response = page.getByRole('region', { name: 'Management response' });
  await response.getByText('partially accepted').click();
  await expect(response.getByText('Say why it is not fully accepted.')).toBeVisible();
  await response.getByRole('textbox', { name: 'Comment or reason' }).fill('No hay presupuesto para 2026.');
  await response.getByRole('textbox', { name: 'Responsible unit' }).fill('Oficina nacional');
  await response.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('option', { name: 'in progress' }).click();
  await expect(response.getByText('Say why it is not fully accepted.')).toBeHidden();
  await page.screenshot({ path: test.info().outputPath('response.png') });
  await expectNoAxeProblems(page, 'response', '.findings-editor');
  await goTo(page, 'History');
  await goTo(page, 'Findings');
  await expect(page.getByRole('textbox', { name: 'Responsible unit' })).toHaveValue('Oficina nacional');
});

test('judges on the scale of the team', async ({ app }) => {
  const page = await openSample(app, 'Scale sample');
  await goTo(page, 'Settings');
  const section = page.getByRole('region', { name: 'Strength of evidence' });
  await section.getByRole('radio', { name: /GRADE-CERQual/ }).check({ force: true });
  await section.getByRole('textbox', { name: /Independent sources/ }).fill('5');
  await section.getByRole('textbox', { name: /Independent sources/ }).press('Enter');
  await section.getByRole('textbox', { name: /Methods/ }).fill('0');
  await expect(section.getByText('A whole number from 1 to 5.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('settings.png') });
  await expectNoAxeProblems(page, 'settings', '.settings');
  await goTo(page, 'Findings');
  await expect(page.getByRole('option', { name: /^F1\.1/ })).toContainText('high confidence');
  const editor = page.getByRole('region', { name: 'Finding F1.1' });
  for (const component of ['Methodological limitations', 'Coherence of the data', 'Adequacy', 'Relevance']) {
    await editor.getByRole('button', { name: new RegExp(component) }).click();
    await page.getByRole('option', { name: component === 'Adequacy' ? 'serious concerns' : /^minor/ }).click();
  }
  await expect(editor.getByText(/These concerns suggest: very low confidence/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('concerns.png') });
});
