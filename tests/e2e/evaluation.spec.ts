/** The place Evaluation in the real app: the plan, criteria, who was heard, gaps; by mouse and by keyboard. */
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';

async function openEvaluation(app: RunningApp, view: string | null = null): Promise<Page> {
  const page = await openSample(app, 'Evaluation');
  await goTo(page, 'Evaluation');
  if (view) await page.getByRole('tab', { name: view }).click();
  return page;
}

test('a question is planned, coded to by a code of its own, and counted live', async ({ app }) => {
  const page = await openEvaluation(app);
  const list = page.getByRole('listbox', { name: 'Evaluation matrix' });
  await expect(list.getByRole('option', { name: /^4\.2\.1/ })).toContainText('¿También de noche');
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByRole('menuitem', { name: 'Eficacia' }).click();
  const editor = page.getByRole('region', { name: 'Question 4.4' });
  await editor.getByRole('textbox', { name: 'Question', exact: true }).fill('¿Quién decide?');
  await editor.getByRole('textbox', { name: 'Indicators' }).fill('Actas firmadas');
  await editor.getByRole('button', { name: 'Interviews', exact: true }).click();
  await editor.getByRole('textbox', { name: 'Another group' }).fill('Intérpretes nocturnos');
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('button', { name: 'Intérpretes nocturnos' })).toHaveAttribute('aria-pressed', 'true');
  await editor.getByRole('button', { name: 'Make a code for it' }).click();
  await expect(editor.getByRole('button', { name: 'Eficacia / 4.4 ¿Quién decide?' })).toBeVisible();
  await expect(list.getByRole('option', { name: /^4\.4/ })).toContainText('no evidence');
  // An existing code brings its excerpts along.
  await editor.getByRole('button', { name: 'Link: Answered by codes' }).click();
  await page.getByText('Sostenibilidad / Rotación de personal', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(list.getByRole('option', { name: /^4\.4/ })).toContainText('sources');
  await expect(list.getByRole('option', { name: /^4\.4/ })).not.toContainText('no evidence');

  await editor.getByRole('button', { name: 'In the matrix' }).click();
  await expect(page.getByRole('treegrid')).toContainText('4.4 ¿Quién decide?');
  await page.keyboard.press('Alt+ArrowLeft');
  await editor.getByRole('button', { name: 'Remove the question' }).click();
  await expect(list.getByRole('option', { name: /^4\.4/ })).toHaveCount(0);
  await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('option', { name: /^4\.4/ })).toContainText('¿Quién decide?');
});

test('a finding says which questions it answers, and leads there', async ({ app }) => {
  const page = await openEvaluation(app);
  await goTo(page, 'Findings');
  const answers = page.getByRole('group', { name: 'Answers questions' });
  await answers.getByRole('button', { name: /^1\.1/ }).click();
  await expect(page.getByRole('region', { name: 'Question 1.1' })).toBeVisible();
});

test('gaps lead to their subject, are dismissed with a reason and come back, all by keyboard', async ({ app }) => {
  const page = await openEvaluation(app);
  const badge = page.getByRole('contentinfo').getByRole('button', { name: /gaps$/ });
  await badge.focus();
  const before = Number.parseInt((await badge.textContent()) ?? '', 10);
  await page.keyboard.press('Enter');
  const group = page.getByRole('region', { name: 'Questions without evidence' });
  await group.getByRole('button', { name: /^Dismiss/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Let this gap stay?' });
  await dialog.getByRole('button', { name: 'Dismiss' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Write why it may stay.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).focus();
  await page.keyboard.type('Se verá en la segunda fase.');
  await dialog.getByRole('button', { name: 'Dismiss' }).focus();
  await page.keyboard.press('Enter');
  await expect(group).toHaveCount(0);
  await expect(badge).toHaveText(`${before - 1} gaps`);
  await page.getByText(/^Show 2 dismissed gaps/).click();
  await expect(group).toContainText('May stay: Se verá en la segunda fase.');
  await group.getByRole('button', { name: 'Put back' }).click();
  await expect(badge).toHaveText(`${before} gaps`);
  await group.getByRole('button', { name: /^Show/ }).click();
  await expect(page.getByRole('region', { name: 'Question 9.2' })).toBeVisible();
});

test('criteria are renamed, hidden, moved and added; interventions take all their fields', async ({ app }) => {
  const page = await openEvaluation(app, 'Interventions and criteria');
  const impact = page.getByRole('group', { name: 'Impacto', exact: true });
  await impact.getByRole('button', { name: 'Hide Impacto' }).click();
  await expect(impact.getByRole('button', { name: 'Show Impacto' })).toBeVisible();
  const coherence = page.getByRole('group', { name: 'Coherencia', exact: true });
  await coherence.getByRole('textbox', { name: 'Name' }).fill('Coherencia externa');
  await page.keyboard.press('Tab');
  const renamed = page.getByRole('group', { name: 'Coherencia externa', exact: true });
  await renamed.getByRole('button', { name: 'Move Coherencia externa up' }).click();
  await page.getByRole('button', { name: 'Add a criterion' }).click();
  await page.getByRole('menuitem', { name: 'Diseño' }).click();
  await goTo(page, 'Matrix');
  const rows = page.getByRole('treegrid').getByRole('rowheader');
  await expect(rows.first()).toContainText('Coherencia externa');
  await expect(rows.filter({ hasText: 'Diseño' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Impacto' })).toHaveCount(0);

  await goTo(page, 'Evaluation');
  const budget = page.getByRole('group', { name: 'RS-01', exact: true }).getByRole('textbox', { name: 'Budget' });
  await budget.fill('1 200 000');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Undo: Edit intervention RS-01/ })).toBeVisible();
});

test('who was heard: planned and reached, small counts hidden, saturation and balance', async ({ app }) => {
  const page = await openEvaluation(app, 'Who was heard');
  const table = page.getByRole('table', { name: 'Who was heard' });
  const judges = table.getByRole('row', { name: /Interviews Poder judicial/ });
  await expect(judges).toContainText('2');
  await expect(table.getByRole('row', { name: /Interviews Gobierno estatal/ })).toContainText('hidden: few people');
  await page.getByText('Hide counts of fewer than 5 people').click();
  await expect(table).not.toContainText('hidden: few people');
  const plan = page.getByRole('region', { name: 'Sampling plan' });
  await plan.getByRole('button', { name: 'Add a line' }).click();
  const line = plan.getByRole('group', { name: 'Line 10 of the sampling plan' });
  await line.getByRole('textbox', { name: 'Stakeholder group' }).fill('Prensa');
  await line.getByRole('textbox', { name: 'Planned' }).fill('tres');
  await expect(line.getByText('A whole number, or nothing.')).toBeVisible();
  await line.getByRole('textbox', { name: 'Planned' }).fill('3');
  await page.keyboard.press('Tab');
  await expect(table.getByRole('row', { name: /Prensa/ })).toContainText('3');
  await expect(
    page.getByRole('region', { name: 'Saturation' }).getByRole('row', { name: /^All groups 11/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Quote balance' }).getByRole('row', { name: /^Eficacia/ }),
  ).toBeVisible();
});

test('has no barriers that axe can find, in English and in Spanish', async ({ app }) => {
  const page = await openEvaluation(app);
  const look = async (language: string): Promise<void> => {
    const tabs = page.getByRole('tablist').first().getByRole('tab');
    for (const place of [0, 1, 2, 3]) {
      await tabs.nth(place).click();
      await page.waitForTimeout(600);
      await page.screenshot({ path: test.info().outputPath(`${language} ${place}.png`), animations: 'disabled' });
      await expectNoAxeProblems(page, `${language} ${place}`);
    }
  };
  await look('en');
  await goTo(page, 'Settings');
  await page.getByText('Español', { exact: true }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Evaluación' }).click();
  await look('es');
});
