/** The whole evaluation as a workbook and as csv, read back with readers that share nothing with the writers. */
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WorkBook } from '@e965/xlsx';
import { tableIds } from '#shared/formats/deliverable/tables/data-table.ts';
import type { DeliverableTask } from '#shared/formats/deliverable/deliverable-order.ts';
import { writeDeliverable } from '#shared/formats/deliverable/write-deliverable.ts';
import { orderFor } from './every-deliverable.ts';
import { readCsvRows } from './read-csv.ts';
import { readParts, readWorkbook, recordsOf, rowsOf } from './read-office.ts';
import { buildSampleExport, type SampleExport } from './sample-export.ts';

let sample: SampleExport;
let workbook: WorkBook;

async function write(task: DeliverableTask): Promise<Uint8Array> {
  const result = await writeDeliverable(
    orderFor(task, sample.material, { profile: 'full', matrix: sample.matrix('finding') }),
  );
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.bytes;
}

beforeAll(async () => {
  sample = await buildSampleExport();
  workbook = readWorkbook(await write({ kind: 'workbook-xlsx' }));
}, 60_000);

describe('the workbook of the sample', () => {
  test('has a sheet for everything that is recorded, the coded excerpts first, and says what each is', () => {
    expect(workbook.SheetNames.slice(0, 5)).toEqual([
      'Fragmentos codificados',
      'Matriz de evidencia',
      'Matriz resumen',
      'Recomendaciones',
      'Lecciones y buenas prácticas',
    ]);
    for (const name of ['Personas alcanzadas', 'Documentos', 'Libro de códigos', 'Personas por códigos', 'Acerca de'])
      expect(workbook.SheetNames).toContain(name);
    const about = rowsOf(workbook, 'Acerca de').flat();
    for (const name of workbook.SheetNames.slice(1, -1)) expect(about).toContain(name);
  });

  test('counts in the evidence matrix what the matrix counts', () => {
    const rows = new Map(recordsOf(workbook, 'Matriz de evidencia').map((row) => [row['N.º'], row]));
    for (const row of sample.matrix('finding').rows) {
      const number = row.label.split(' ')[0] ?? '';
      expect(rows.get(number)?.['Fuentes independientes'], number).toBe(row.independentSources);
    }
  });

  test('traces each finding of the summary matrix to the recommendations that rest on it', () => {
    const { finding, recommendation, conclusion } = sample.material.records;
    const rows = recordsOf(workbook, 'Matriz resumen');
    expect(rows).toHaveLength(finding.length);
    for (const item of finding) {
      const row = rows.find((entry) => String(entry['Hallazgos']).startsWith(`${item.number} `));
      const wanted = recommendation.filter(
        ({ findings, conclusions }) =>
          findings[item.id] || conclusion.some((entry) => conclusions[entry.id] && entry.findings[item.id]),
      );
      for (const { number } of wanted) expect(String(row?.['Recomendaciones'])).toContain(`${number} `);
      if (wanted.length === 0) expect(row?.['Recomendaciones']).toBeNull();
    }
  });

  test('adds the people up: rows to the total, and the total to everybody who was heard', () => {
    const rows = recordsOf(workbook, 'Personas alcanzadas');
    const total = rows.at(-1);
    const counts = rows.slice(0, -1).map((row) => Number(row['Número de personas']));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total?.['Número de personas']);
    expect(total?.['Número de personas']).toBe(sample.material.records.participant.length);
  });

  test('has real numbers, a filter and a frozen head on each table', async () => {
    const parts = readParts(await write({ kind: 'workbook-xlsx' }));
    for (const place of workbook.SheetNames.slice(0, -1).map((_, index) => index + 1)) {
      const sheet = parts[`xl/worksheets/sheet${place}.xml`] ?? '';
      expect(sheet).toContain('<autoFilter');
      expect(sheet).toContain('state="frozen"');
    }
  });
});

describe('respondents by codes', () => {
  test('is 1 exactly where the count is not 0, and counts what a naive recount counts', () => {
    const marks = rowsOf(workbook, 'Personas por códigos');
    const counts = rowsOf(workbook, 'Personas por códigos, recuento');
    expect(marks.length).toBe(counts.length);
    marks
      .slice(1)
      .forEach((row, y) =>
        row.slice(5).forEach((cell, x) => expect(cell).toBe(Number(Number(counts[y + 1]?.[x + 5]) > 0))),
      );
    const effectiveness = counts[0]?.indexOf('Eficacia') ?? -1;
    const total = counts.slice(1).reduce((sum, row) => sum + Number(row[effectiveness]), 0);
    const { code, coding } = sample.material.records;
    const root = code.find(({ name }) => name === 'Eficacia')?.id;
    const below = new Set(code.filter(({ id, parent }) => id === root || parent === root).map(({ id }) => id));
    expect(total).toBeGreaterThanOrEqual(coding.filter((item) => below.has(item.code)).length);
  });
});

test('the csv set has the same tables as the workbook, each as one file', async () => {
  const files = unzipSync(await write({ kind: 'tables-csv', delimiter: ',' }));
  expect(Object.keys(files).sort()).toEqual(['coded-excerpts.csv', ...tableIds.map((id) => `${id}.csv`)].sort());
  const csv = readCsvRows(files['recommendations.csv'] ?? new Uint8Array());
  const sheet = rowsOf(workbook, 'Recomendaciones');
  expect(csv.map((row) => row.map((cell) => cell || null))).toEqual(sheet);
  expect(files['people.csv']?.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
});
