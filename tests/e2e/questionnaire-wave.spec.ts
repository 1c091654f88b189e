/** A second wave of a questionnaire: new respondents join, codings stay, changed answers are listed and reported. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, makeEvaluation, openText, selectWords } from '#tests/e2e/support/journeys.ts';
import { expectNoAxeProblems } from '#tests/e2e/support/looks.ts';

const HEADERS = 'id;sexo;por_que_vino;que_cambio';
const FIRST = [
  HEADERS,
  'R01;mujer;Porque en mi comunidad no había ningún curso así;Ahora conozco mis derechos y los explico en casa',
  'R02;hombre;Me invitó la promotora del barrio;Todavía no veo cambios grandes en la oficina',
  'R03;mujer;Quería aprender a denunciar sin miedo;Las compañeras ya no se callan en las reuniones',
];
const SECOND = [
  ...FIRST.slice(0, 2),
  'R02;hombre;Me invitó la promotora del barrio;Ahora sí veo cambios: nos escuchan en la oficina',
  FIRST[3] ?? '',
  'R04;mujer;Lo pidió mi jefa después de la visita;Aprendí a quién llamar cuando hay una emergencia',
];

test('adds the new respondents to the questionnaire and touches nothing that is there', async ({ app }) => {
  const page = app.page();
  await makeEvaluation(app, 'Waves', null);
  const importFile = async (name: string, lines: readonly string[]): Promise<void> => {
    const path = join(app.workFolder, name);
    writeFileSync(path, `${lines.join('\r\n')}\r\n`);
    await app.dialogs.pickToOpen(path);
    await page.keyboard.press('Control+I');
  };
  await importFile('Encuesta ronda 1.csv', FIRST);
  const role = page.getByRole('button', { name: /Role of sexo/ });
  await role.click();
  await page.getByRole('option', { name: /^Attribute/ }).click();
  await page.getByRole('button', { name: 'Import 1 source' }).click();
  await openText(page, 'Encuesta ronda 1');
  await selectWords(page, 'no veo cambios grandes');
  await page.keyboard.press('4');
  await expect(page.getByRole('contentinfo')).toContainText('1 coding');

  await importFile('Encuesta ronda 2.csv', SECOND);
  await expect(page.getByRole('heading', { name: 'The same questions as “Encuesta ronda 1”' })).toBeVisible();
  await expect(page.getByText('1 new respondent joins; nothing that is there or coded is touched.')).toBeVisible();
  await expect(
    page.getByRole('cell', { name: 'Ahora sí veo cambios: nos escuchan en la oficina', exact: true }),
  ).toBeVisible();
  await expect(role).toContainText('Attribute');
  await page.screenshot({ path: test.info().outputPath('wave.png') });
  await expectNoAxeProblems(page, 'the preview of a further wave');
  await page.getByRole('button', { name: 'Import 1 source' }).click();
  const report = join(app.workFolder, 'Report.csv');
  await app.dialogs.pickToSave(report);
  await page.getByRole('button', { name: 'Save report…' }).click();
  await expect(page.getByText('The report was saved.').first()).toBeVisible();
  expect(readFileSync(report, 'utf8')).toContain(
    '“Todavía no veo cambios grandes en la oficina” is “Ahora sí veo cambios',
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  await expect(page.getByRole('contentinfo')).toContainText('1 source');
  await openText(page, 'Encuesta ronda 1');
  await expect(page.getByText('Aprendí a quién llamar cuando hay una emergencia')).toBeVisible();
  await expect(page.getByText('Todavía no veo cambios grandes en la oficina')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('1 coding');
  await page.screenshot({ path: test.info().outputPath('after.png') });
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('Aprendí a quién llamar cuando hay una emergencia')).toHaveCount(0);
  await goTo(page, 'Sources');
  await importFile('Encuesta otra vez.csv', FIRST);
  await expect(page.getByText(/same file as Encuesta ronda 1/)).toBeVisible();
});
