/** Coded excerpts as a sheet, alone or behind columns of their own in front. */
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { ExcerptTable, TableColumn } from '#shared/formats/deliverable/excerpt-table.ts';
import { wrapStyle } from '#shared/formats/spreadsheet/look.ts';
import type { Cell, Column, Row, Sheet } from '#shared/formats/spreadsheet/workbook.ts';

const plainStyle = {};

/** A sheet with one row per entry of `lines`; each may put cells `before` the excerpt's. */
export function excerptSheet(
  name: string,
  table: ExcerptTable,
  lines: { readonly count: number; readonly entries: Iterable<ExcerptLine> },
  before: readonly Column[] = [],
): Sheet {
  const { columns } = table;
  return {
    name,
    hasHeaderRow: true,
    isLandscape: true,
    frozenColumns: before.length + 2,
    columns: [...before, ...columns.map(sheetColumn)],
    rows: rowsOf(table, columns, lines.entries),
    rowCount: lines.count,
  };
}

export type ExcerptLine = { readonly before: readonly Cell[]; readonly coding: Coding };

function* rowsOf(table: ExcerptTable, columns: readonly TableColumn[], lines: Iterable<ExcerptLine>): Generator<Row> {
  for (const line of lines) {
    const excerpt = table.excerptOf(line.coding);
    const row: Cell[] = [...line.before];
    for (const column of columns) row.push(column.read(excerpt));
    yield row;
  }
}

function sheetColumn(column: TableColumn): Column {
  return {
    header: column.header,
    width: column.width,
    type: column.type,
    style: column.isLong || column.type === 'text' ? wrapStyle : plainStyle,
  };
}
