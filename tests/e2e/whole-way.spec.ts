/** The whole way of an evaluator, on real files and on the sample: make, import, code, triangulate, find, export, reopen. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from '#tests/e2e/support/app-fixture.ts';
import {
  announcement,
  goTo,
  makeEvaluation,
  openSample,
  openText,
  reopenRecent,
  selectedText,
  selectWords,
} from '#tests/e2e/support/journeys.ts';

const realFiles = '../shared/data';
const PASSPHRASE = 'cuatro palabras tranquilas aquí';

type Passage = { readonly source: string; readonly words: string; readonly direction: '+' | '-' };
type Material = { readonly files: readonly string[]; readonly outcome: string; readonly passages: readonly Passage[] };

const fromRealFiles: Material = {
  files: [
    'interviews/es_activacion_cp1252_crlf.txt',
    'interviews/en_silent-payments_timestamps.docx',
    'interviews/en_decker_label-on-own-line.md',
    'subtitles/zoom_ami_ES2009b.vtt',
    'documents/un-style_report_en_two-columns.pdf',
    'questionnaires/excel-es_semicolon_cp1252.csv',
  ].map((path) => join(realFiles, path)),
  outcome: 'Import 6 sources',
  passages: [
    { source: 'es_activacion_cp1252_crlf', words: 'Bitcoin', direction: '+' },
    { source: 'en_silent-payments_timestamps', words: 'Bitcoin', direction: '+' },
    { source: 'un-style_report_en_two-columns', words: 'project', direction: '-' },
  ],
};

const fromOurFiles: Material = {
  files: [
    'interviews/E-01.txt',
    'interviews/E-02.txt',
    'focus-groups/GF-01.txt',
    'documents/D-01.txt',
    'questionnaire/cuestionario.csv',
  ].map((path) => join('shared/sample', path)),
  outcome: 'Import 5 sources',
  passages: [
    { source: 'E-01', words: 'Coordino el refugio desde 2017.', direction: '+' },
    { source: 'E-02', words: 'ENTREVISTADORA', direction: '+' },
    { source: 'D-01', words: 'proyecto', direction: '-' },
  ],
};

async function importAll(app: RunningApp, material: Material): Promise<void> {
  const page = app.page();
  await app.dialogs.pickToOpen(...material.files);
  await goTo(page, 'Sources');
  await page.getByRole('main').getByRole('button', { name: 'Import' }).first().click();
  const add = page.getByRole('button', { name: material.outcome });
  await expect(add).toBeEnabled({ timeout: 60_000 });
  await add.click();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('contentinfo')).toContainText(`${material.files.length} sources`);
}

async function codePassage(page: Page, passage: Passage): Promise<void> {
  await openText(page, passage.source);
  await selectWords(page, passage.words);
  await page.keyboard.press('4');
  await expect(announcement(page)).toHaveText(/^Coded: Effectiveness, supports/);
  await page.keyboard.press(passage.direction);
}

/** The row of effectiveness as people read it. */
function effectiveness(page: Page) {
  return page.getByRole('row', { name: /Effectiveness/ }).first();
}

async function triangulate(page: Page, passages: readonly Passage[]): Promise<void> {
  await goTo(page, 'Matrix');
  const interviews = effectiveness(page).getByRole('gridcell').first();
  await expect(interviews).toContainText('2');
  await expect(effectiveness(page)).toContainText('dissonance');
  await interviews.click();
  const panel = page.getByRole('region', { name: /^Effectiveness, Interviews/ });
  const excerpts = panel.getByRole('option');
  await expect(excerpts).toHaveCount(2);
  await excerpts.first().dblclick();
  await expect.poll(() => selectedText(page)).toBe(passages[0]?.words);

  await goTo(page, 'Matrix');
  await effectiveness(page).getByText('dissonance').click();
  await page.getByRole('button', { name: /^Judge/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('≈ partial agreement').click();
  await dialog.getByLabel('Reason').fill('The report counts activities, the people speak of use.');
  await dialog.getByRole('button', { name: 'Save judgement' }).click();
  await expect(effectiveness(page)).toContainText('judged by Ana Robles');
}

async function writeFinding(page: Page): Promise<void> {
  await effectiveness(page).getByRole('gridcell').first().click();
  await page.getByRole('button', { name: /^Add all 2 to a finding/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Finding in one sentence').fill('What was learnt is used');
  await dialog.getByRole('button', { name: /^Make a finding/ }).click();
  await goTo(page, 'Findings');
  await page.getByRole('main').getByText('What was learnt is used').first().click();
  await page.getByLabel('Text', { exact: true }).fill('Two people describe how they use it.');
  await page.getByLabel('Finding in one sentence').click();
  await expect(page.getByRole('region', { name: 'Finding F4.1' })).toBeVisible();
}

async function exportEverything(app: RunningApp): Promise<Readonly<Record<string, Buffer>>> {
  const page = app.page();
  const written: Record<string, Buffer> = {};
  for (const [name, file] of [
    ['Coded excerpts (Excel)', 'excerpts.xlsx'],
    ['Coded excerpts (csv)', 'excerpts.csv'],
    ['Triangulation matrix (Excel)', 'matrix.xlsx'],
    ['Findings report (Word)', 'findings.docx'],
  ] as const) {
    const path = join(app.workFolder, file);
    await app.dialogs.pickToSave(path);
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByText(name).click();
    await dialog.getByRole('button', { name: /^Choose a place/ }).click();
    await expect(dialog.getByText(/^Saved as/)).toBeVisible({ timeout: 30_000 });
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    written[file] = readFileSync(path);
  }
  return written;
}

function wordsOfDocx(bytes: Buffer): string {
  const document = unzipSync(new Uint8Array(bytes))['word/document.xml'];
  return new TextDecoder().decode(document).replace(/<[^>]+>/gu, '');
}

async function walkTheWholeWay(app: RunningApp, material: Material): Promise<void> {
  await makeEvaluation(app, 'Whole way', PASSPHRASE);
  await importAll(app, material);
  for (const passage of material.passages) await codePassage(app.page(), passage);
  await triangulate(app.page(), material.passages);
  await writeFinding(app.page());
  const files = await exportEverything(app);
  expect(files['excerpts.csv']?.toString()).toContain(material.passages[0]?.words);
  expect(wordsOfDocx(files['findings.docx'] as Buffer)).toContain('What was learnt is used');
  await expect(app.page().getByRole('contentinfo')).toContainText(/Saved \d/);

  const page = await app.restart();
  await reopenRecent(page, 'Whole way', PASSPHRASE);
  await expect(page.getByRole('contentinfo')).toContainText(`${material.files.length} sources`);
  await goTo(page, 'Matrix');
  await expect(effectiveness(page)).toContainText('judged by Ana Robles');
  await goTo(page, 'Findings');
  await page.getByText('What was learnt is used').first().click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Two people describe how they use it.');
  // Undo reaches back over the restart, to the last edit before it.
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('');
}

test('on real files', async ({ app }) => {
  test.skip(!existsSync(realFiles), 'the shared folder with real files is not beside the project');
  test.setTimeout(240_000);
  await walkTheWholeWay(app, fromRealFiles);
});

test('on the files of the sample', async ({ app }) => {
  test.setTimeout(240_000);
  await walkTheWholeWay(app, fromOurFiles);
});

test('in the sample, from a recommendation back to the spoken words', async ({ app }) => {
  const page = await openSample(app, 'Ejemplo');
  await goTo(page, 'Findings');
  await page.getByRole('tab', { name: /^Recommendations/ }).click();
  const thread = page.getByRole('region', { name: /thread/i });
  await thread
    .getByText(/^F4\.2/)
    .first()
    .click();
  const evidence = page.getByRole('region', { name: 'Evidence' }).getByRole('listitem');
  await evidence.first().dblclick();
  await expect(page.getByRole('region', { name: 'This coding' })).toContainText(/Referencia y canalización|Eficacia/);
  await expect.poll(async () => (await selectedText(page)).length).toBeGreaterThan(20);
});
