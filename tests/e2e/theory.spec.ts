/** Contribution analysis in the real app: boxes, links, what they hang on, evidence on them, diagram and story. */
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems, takeLooks } from '#tests/e2e/support/looks.ts';

test('a theory of change is written, laid out with evidence and told as a story', async ({ app }) => {
  const page = await openSample(app, 'Theory sample');
  await goTo(page, 'Evaluation');
  await page.getByRole('tab', { name: 'Theory of change' }).click();
  await page.getByRole('button', { name: 'Add to the theory', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Activity' }).click();
  await page
    .getByRole('textbox', { name: 'In words' })
    .fill('Cursos de identificación y referencia para personal de primer contacto');
  await page.getByRole('button', { name: 'Add to the theory', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Outcome' }).click();
  await page.getByRole('textbox', { name: 'In words' }).fill('El personal identifica y refiere');
  await page.getByRole('textbox', { name: 'Indicator' }).click();
  const list = page.getByRole('region', { name: 'Not linked yet' });
  await list.getByRole('button', { name: /Cursos de identificación/ }).click();
  await page.getByRole('button', { name: /Link to/ }).click();
  await page.getByRole('option', { name: /El personal identifica/ }).click();

  const editor = page.getByRole('region', { name: 'Link', exact: true });
  await expect(editor.getByText('no evidence')).toBeVisible();
  await editor.getByRole('textbox', { name: /Mechanism/ }).fill('Saben a quién llamar y se atreven.');
  await editor.getByRole('button', { name: 'Add assumption, risk or rival explanation' }).click();
  await page.getByRole('menuitem', { name: 'Rival explanation' }).click();
  await editor.getByRole('textbox', { name: 'Rival explanation' }).fill('La nueva ley de 2022');
  await editor.getByRole('button', { name: 'Add excerpts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add excerpts' });
  await dialog.getByRole('option').nth(0).click();
  await dialog.getByRole('option').nth(1).click();
  await dialog.getByRole('button', { name: /^Add 2/ }).click();
  await expect(editor.getByText('other explanation not examined')).toBeVisible();
  await editor.getByRole('button', { name: /Kind/ }).first().click();
  await page.getByRole('option', { name: 'opinion' }).click();
  await editor.getByRole('textbox', { name: 'What can be claimed' }).fill('Los cursos contribuyeron.');
  await takeLooks(page, 'theory');
  await expectNoAxeProblems(page, 'theory', '.theory', '.theory-editor');

  await page.getByText('Diagram', { exact: true }).click();
  await expect(page.getByRole('button', { name: /^Activity: Cursos/ })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('diagram.png') });
  await page.getByText('Story', { exact: true }).click();
  await expect(page.getByText('Los cursos contribuyeron.').first()).toBeVisible();
  await expect(page.getByText(/How: Saben a quién llamar/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('story.png') });
});
