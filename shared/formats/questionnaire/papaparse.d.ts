/** The part of papaparse that we use. The published types need DOM and Node, which this room does not know. */
declare module 'papaparse' {
  type ParseProblem = {
    readonly type: string;
    readonly code: string;
    /** Of a quote problem: the first code unit after the opening quote. */
    readonly index?: number;
  };
  type ParsedRow = {
    readonly data: string[];
    readonly errors: readonly ParseProblem[];
    /** `cursor` is the end of the row, its line break included. */
    readonly meta: { readonly cursor: number };
  };
  type ParseSettings = {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly fastMode: false;
    readonly step: (row: ParsedRow) => void;
  };
  const Papa: { parse(text: string, settings: ParseSettings): void };
  export = Papa;
}
