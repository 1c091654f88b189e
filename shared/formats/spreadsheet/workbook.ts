/** A workbook as data: what the sheet builders make and the xlsx writer writes. Knows nothing of evaluations. */

/** How a cell looks and how its value is read; all fields are optional and mean "plain". */
export type CellStyle = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  /** Colours as `RRGGBB`. */
  readonly color?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** A code of Excel's number formats, such as `0.00`. */
  readonly numberFormat?: string;
};

/** A value of its own style; plain values take the style of their column. */
export type StyledCell = { readonly value: string | number | null; readonly style: CellStyle };
export type Cell = string | number | null | StyledCell;
export type Row = readonly Cell[];

/**
 * How strings in a column are read. `date` takes `2024-05-17`, `date-time` an ISO time, `number` a plain decimal
 * number; a string that is none stays text, so that nothing is bent.
 */
export type ColumnType = 'text' | 'number' | 'date' | 'date-time';

export type Column = {
  readonly header: string;
  /** Width in characters. */
  readonly width: number;
  readonly type?: ColumnType;
  readonly style?: CellStyle;
};

export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Whether the columns' headers are the first row: then it is frozen and carries the filter. */
  readonly hasHeaderRow: boolean;
  /** Columns that stay in sight when scrolling sideways. */
  readonly frozenColumns?: number;
  readonly rows: Iterable<Row>;
  /** Only for progress. */
  readonly rowCount: number;
  readonly isLandscape?: boolean;
};

/** Wording for the sheet that takes texts too long for a cell. */
export type LongTextWords = {
  readonly sheetName: string;
  readonly headers: { readonly number: string; readonly cell: string; readonly part: string; readonly text: string };
  /** Ends the cut text in the cell and points to the full one. */
  readonly pointer: (number: number) => string;
};

export type Workbook = {
  readonly title: string;
  /** BCP 47, for readers that ask. */
  readonly language: string;
  /** ISO time that stands in the file's properties; no name of a person or machine does. */
  readonly createdAt: string;
  readonly sheets: readonly Sheet[];
  readonly longTexts: LongTextWords;
};

/** What Excel takes; tests pass smaller ones. */
export type SpreadsheetLimits = {
  readonly rows: number;
  readonly columns: number;
  /** UTF-16 code units in a cell. */
  readonly cellText: number;
};
export const excelLimits: SpreadsheetLimits = { rows: 1_048_576, columns: 16_384, cellText: 32_767 };
