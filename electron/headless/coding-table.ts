/** Reads a table of codings, csv or json, into rows of texts; what they mean is decided later. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import type { CommandCall } from '#electron/headless/command.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import { describeImportFailure } from '#electron/headless/import-words.ts';
import { explainDisk } from '#electron/headless/refusals.ts';
import { decodeText } from '#shared/formats/decode-text.ts';
import { readTable } from '#shared/formats/questionnaire/read-questionnaire.ts';

export type CodingRow = {
  /** From 1, the header not counted. */
  readonly row: number;
  /** By column name in small letters; what is empty is missing. */
  readonly cells: ReadonlyMap<string, string>;
};

const NEEDED = ['source', 'code'] as const;

/** Reads all rows. A table that cannot be read, or lacks a needed column, is refused whole. */
export async function readCodingTable(call: CommandCall, file: string): Promise<readonly CodingRow[]> {
  const path = resolve(call.surroundings.folder, file);
  const read = await tryDisk(path, async () => new Uint8Array(await readFile(path)));
  if (!read.ok) stop(explainDisk(read.failure));
  const name = basename(path);
  const rows = /\.json$/iu.test(name) ? readJson(read.value, name) : await readCsv(read.value, name);
  const known = new Set(rows.flatMap((row) => [...row.cells.keys()]));
  const missing = NEEDED.filter((column) => rows.length > 0 && !known.has(column));
  if (missing.length > 0) {
    stop(
      refuse('bad-table', `${name} has no column ${missing.join(' and no column ')}.`, 'See: triangula code --help'),
    );
  }
  return rows;
}

async function readCsv(bytes: Uint8Array, name: string): Promise<readonly CodingRow[]> {
  // One row of headers, whatever the cells look like.
  const plan = { columns: [], delimiter: null, encoding: null, headerRows: 1 };
  const table = await readTable({ name, bytes }, { plan });
  if (!table.ok) return refuseTable(name, describeImportFailure(table.failure));
  const { columns, rows } = table.value.table;
  const names = columns.map((column) => column.name.trim().toLowerCase());
  return rows.map((cells, place) => ({
    row: place + 1,
    cells: new Map(names.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : []))),
  }));
}

function readJson(bytes: Uint8Array, name: string): readonly CodingRow[] {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuseTable(name, describeImportFailure(decoded.failure));
  let json: unknown;
  try {
    json = JSON.parse(decoded.value.text);
  } catch (error) {
    return refuseTable(name, `It is not JSON: ${error instanceof Error ? error.message : ''}.`);
  }
  const list: unknown = typeof json === 'object' && json !== null && 'codings' in json ? json.codings : json;
  if (!Array.isArray(list)) return refuseTable(name, 'It is not a list of objects.');
  return list.map((item: unknown, place) => ({
    row: place + 1,
    cells: new Map(
      Object.entries(typeof item === 'object' && item !== null ? item : {}).flatMap(([column, value]) =>
        value === null || value === '' || value === undefined
          ? []
          : [[column.trim().toLowerCase(), typeof value === 'string' ? value : JSON.stringify(value)] as const],
      ),
    ),
  }));
}

function refuseTable(name: string, reason: string): never {
  return stop(refuse('bad-table', `The table ${name} cannot be used. ${reason}`, 'See: triangula code --help'));
}
