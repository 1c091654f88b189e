/** The triangulation matrix as xlsx, from the matrix that analysis builds. */
import { beforeAll, describe, expect, test } from 'vitest';
import { writeMatrixWorkbook } from '#shared/formats/spreadsheet/matrix-workbook.ts';
import type { MatrixTable } from '#shared/formats/deliverable/matrix-table.ts';
import { englishWords, EXPORTED_AT } from './fixture.ts';
import { readParts, readWorkbook, recordsOf, rowsOf } from './read-office.ts';
import { buildSampleExport, type SampleExport } from './sample-export.ts';

let sample: SampleExport;
let bytes: Uint8Array;
let matrix: MatrixTable;
beforeAll(async () => {
  sample = await buildSampleExport();
  matrix = sample.matrix('criterion');
  const result = await writeMatrixWorkbook(sample.material, {
    words: englishWords,
    language: 'en',
    exportedAt: EXPORTED_AT,
    matrix,
    rows: 'criterion',
    columns: 'method',
  });
  if (!result.ok) throw new Error(result.failure.code);
  bytes = result.value.bytes;
});

describe('the matrix as xlsx', () => {
  test('holds counts of independent sources as numbers, with directions beside them', () => {
    const rows = recordsOf(readWorkbook(bytes), 'Triangulation matrix');
    expect(rows).toHaveLength(matrix.rows.length);
    matrix.rows.forEach((row, place) => {
      const cell = row.cells.find(({ column }) => column === 'interview');
      const potential = matrix.columns.find(({ id }) => id === 'interview')?.potentialVoices;
      expect(rows[place]?.[`Interviews (of ${potential})`]).toBe(cell?.independentSources);
      const directions = (rows[place]?.['Interviews: directions'] ?? '') as string;
      expect(directions.includes('▲')).toBe((cell?.supports ?? 0) > 0);
      expect(directions.includes('▼')).toBe((cell?.contradicts ?? 0) > 0);
      const counted = [...directions.matchAll(/\d+/gu)].reduce((sum, [count]) => sum + Number(count), 0);
      expect(counted).toBe(cell?.independentSources);
      expect(rows[place]?.['Independent sources']).toBe(row.independentSources);
    });
  });

  test('holds convergence as suggested and as judged, with the reason', () => {
    const rows = recordsOf(readWorkbook(bytes), 'Triangulation matrix');
    const judged = matrix.rows.findIndex((row) => row.convergence.judgement);
    expect(judged).toBeGreaterThanOrEqual(0);
    expect(rows[judged]?.['Reason']).toBe(matrix.rows[judged]?.convergence.judgement?.reason);
    expect(String(rows[judged]?.['Convergence, suggested'])).toMatch(/^[=≈≠∅] /u);
  });

  test('lists the excerpts behind each cell', () => {
    const rows = recordsOf(readWorkbook(bytes), 'Excerpts behind');
    const expected = matrix.rows.reduce(
      (sum, row) => sum + row.cells.reduce((count, cell) => count + cell.codings.length, 0),
      0,
    );
    expect(rows).toHaveLength(expected);
    const first = matrix.rows[0];
    const behind = rows.filter((row) => row['Row'] === first?.label && row['Column'] === 'Interviews');
    expect(behind).toHaveLength(first?.cells.find(({ column }) => column === 'interview')?.codings.length ?? -1);
    expect(behind.every((row) => row['Method'] === 'Interview' && String(row['Quote']).length > 0)).toBe(true);
  });

  test('freezes heads, filters, and explains itself', () => {
    expect(readParts(bytes)['xl/worksheets/sheet1.xml']).toContain('xSplit="1" ySplit="1"');
    const about = rowsOf(readWorkbook(bytes), 'About').map((row) => row.join(' | '));
    expect(about.join('\n')).toContain('▲ supports, ▼ contradicts');
  });
});
