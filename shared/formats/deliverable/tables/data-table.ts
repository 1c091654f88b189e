/** A table of a deliverable, before any thought of Excel, csv or Word. */
import type { TableColumnType } from '#shared/formats/deliverable/excerpt-table.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';

export type DataCell = string | number | null;

export type DataColumn = {
  /** Stable name, the same in every language. */
  readonly id: string;
  readonly header: string;
  readonly type: TableColumnType;
  /** Width in characters. */
  readonly width: number;
};

export type DataTable = {
  readonly id: TableId;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly DataCell[])[];
  /** Columns that stay in sight. */
  readonly frozenColumns: number;
};

export const tableIds = [
  'evidence-matrix',
  'summary-matrix',
  'recommendations',
  'learnings',
  'evaluation-matrix',
  'coverage',
  'people',
  'documents',
  'codebook',
  'respondents-codes',
  'respondents-counts',
] as const;
export type TableId = (typeof tableIds)[number];

/** What stands in one column for one item. */
export type ColumnOf<Item> = DataColumn & { readonly read: (item: Item) => DataCell };

/** Builds columns with the header from the words of their table. */
export function columnsOf<Item>(
  words: Words,
): (id: string, width: number, read: (item: Item) => DataCell, type?: TableColumnType) => ColumnOf<Item> {
  return (id, width, read, type = 'text') => ({ id, header: words(`table-column.${id}`), width, type, read });
}

/** The table of some items. */
export function tableOf<Item>(
  id: TableId,
  columns: readonly ColumnOf<Item>[],
  items: readonly Item[],
  frozenColumns = 1,
): DataTable {
  return {
    id,
    columns: columns.map(({ read: _read, ...column }) => column),
    rows: items.map((item) => columns.map((column) => column.read(item))),
    frozenColumns,
  };
}

export const SEPARATOR = '; ';
