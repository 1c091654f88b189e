/** An order for each deliverable that there is: tests that go through the table check new ones, too. */
import type {
  DeliverableKind,
  DeliverableOrder,
  DeliverableTask,
} from '#shared/formats/deliverable/deliverable-order.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { MatrixTable } from '#shared/formats/deliverable/matrix-table.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { strFromU8, unzipSync } from 'fflate';
import { dictionaries, EXPORTED_AT } from './fixture.ts';

/** Rows of findings by method with the given counts; tests of numbers give their own. */
export function matrixOf(rows: MatrixTable['rows']): MatrixTable {
  const columns = (['interview', 'focus-group', 'document'] as const).map((id) => ({
    id,
    label: id,
    planned: null,
    potentialVoices: 12,
  }));
  return { columns, rows };
}

/** One task of each kind. */
export function everyTask(matrix: MatrixTable): Readonly<Record<DeliverableKind, DeliverableTask>> {
  return {
    'workbook-xlsx': { kind: 'workbook-xlsx' },
    'tables-csv': { kind: 'tables-csv', delimiter: ',' },
    'table-csv': { kind: 'table-csv', table: 'respondents-codes', delimiter: ',' },
    'excerpts-xlsx': { kind: 'excerpts-xlsx', filters: [] },
    'excerpts-csv': { kind: 'excerpts-csv', delimiter: ',' },
    'matrix-xlsx': { kind: 'matrix-xlsx', matrix, rows: 'finding', columns: 'method', filters: [] },
    'findings-docx': { kind: 'findings-docx' },
    'package-html': { kind: 'package-html' },
    'brief-docx': { kind: 'brief-docx' },
    'brief-pdf': { kind: 'brief-pdf' },
    'exchange-qdpx': { kind: 'exchange-qdpx', flavour: 'standard' },
    'codebook-qdc': { kind: 'codebook-qdc' },
    'codebook-csv': { kind: 'codebook-csv' },
    'codebook-xlsx': { kind: 'codebook-xlsx' },
    'codebook-docx': { kind: 'codebook-docx' },
    'everything-json': { kind: 'everything-json' },
  };
}

export function orderFor(
  task: DeliverableTask,
  material: EvaluationMaterial,
  more: { readonly profile: ExportProfile; readonly matrix: MatrixTable; readonly names?: readonly string[] },
): DeliverableOrder {
  return {
    task,
    profile: more.profile,
    material,
    figures: { criteria: matrixOf([]), findings: more.matrix },
    names: more.names ?? [],
    language: 'es',
    entries: dictionaries.es,
    exportedAt: EXPORTED_AT,
  };
}

/** Everything that a reader of a file could find, whatever it is packed in: as it stands, and without its tags. */
export function everyWordOf(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const text = strFromU8(bytes);
    return `${text}\n${text.replace(/<[^>]*>/gu, '')}\n${text.replaceAll(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))}`;
  }
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${everyWordOf(part)}`)
    .join('\n');
}
