/** LibreOffice opens what we write: each file becomes a PDF with the words in it. Skipped where it is not installed. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCodedExcerptsWorkbook } from '#shared/formats/spreadsheet/coded-excerpts-workbook.ts';
import { writeMatrixWorkbook } from '#shared/formats/spreadsheet/matrix-workbook.ts';
import { writeFindingsReport } from '#shared/formats/word/findings-report.ts';
import { EXPORTED_AT, spanishWords } from './fixture.ts';
import { buildSampleExport } from './sample-export.ts';

function isInstalled(program: string, option: string): boolean {
  try {
    execFileSync(program, [option], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const hasOffice = isInstalled('libreoffice', '--version');
const hasPdfText = isInstalled('pdftotext', '-v');
if (!hasOffice) {
  console.warn(
    'skipped: LibreOffice opens the exports (apt-get install libreoffice-writer libreoffice-calc poppler-utils)',
  );
}

const request = { words: spanishWords, language: 'es', exportedAt: EXPORTED_AT } as const;

describe.skipIf(!hasOffice)('LibreOffice', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'triangula-export-'));
    const sample = await buildSampleExport();
    const matrix = sample.matrix('criterion');
    const files = {
      'excerpts.xlsx': await writeCodedExcerptsWorkbook(sample.material, request),
      'matrix.xlsx': await writeMatrixWorkbook(sample.material, {
        ...request,
        matrix,
        rows: 'criterion',
        columns: 'method',
      }),
      'report.docx': await writeFindingsReport(sample.material, { ...request, judgements: matrix.rows }),
    };
    for (const [name, result] of Object.entries(files)) {
      if (!result.ok) throw new Error(result.failure.code);
      writeFileSync(join(folder, name), result.value.bytes);
    }
    // A profile of its own, so that an open LibreOffice of the user is left alone.
    await promisify(execFile)(
      'libreoffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...Object.keys(files).map((name) => join(folder, name)),
      ],
      { timeout: 240_000 },
    );
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['report', ['Evaluación conjunta', 'Recomendaciones', 'Evidencia contraria', 'Página 3 de']],
    ['excerpts', ['Id del fragmento', 'Acerca de']],
    ['matrix', ['Convergencia sugerida', '▲']],
  ])('opens the %s', (name, wanted) => {
    const pdf = join(folder, `${name}.pdf`);
    expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    if (!hasPdfText) return;
    const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    for (const words of wanted) expect(text).toContain(words);
  });
});
