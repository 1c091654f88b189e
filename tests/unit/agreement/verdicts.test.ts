import { describe, expect, it } from 'vitest';
import { judgeFigures, writeMeasure, writeShare } from '#renderer/features/agreement/agreement-words.ts';
import { writeAgreementCsv } from '#shared/formats/delimited/agreement-csv.ts';
import { CodedTogether, figuresOf, LUIS } from '#tests/unit/agreement/two-coders.ts';
import { ANA, EFFECTIVENESS, RELEVANCE } from '#tests/unit/analysis/example-project.ts';

const LINES = 60;

/** Lines of ten characters; each coder gives the code to the named ones. */
function verdictOf(ana: readonly number[], luis: readonly number[]) {
  const example = new CodedTogether();
  const source = example.addText('E-01', 'nueve sig\n'.repeat(LINES));
  for (const line of ana) example.codeAs(ANA, source, RELEVANCE, [line * 10, line * 10 + 9]);
  for (const line of luis) example.codeAs(LUIS, source, RELEVANCE, [line * 10, line * 10 + 9]);
  example.codeAs(ANA, source, EFFECTIVENESS, [0, 9]);
  example.codeAs(LUIS, source, EFFECTIVENESS, [0, 9]);
  const report = example.measure({ unit: 'paragraph', codes: [RELEVANCE] });
  return judgeFigures(figuresOf(report, RELEVANCE), report.unit);
}

const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

describe('what a measure says in words', () => {
  it.each([
    ['reliable', lines(0, 20), lines(0, 20)],
    ['reliable-uncertain', [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6]],
    ['tentative', lines(0, 20), lines(5, 22)],
    ['low', lines(0, 20), lines(15, 40)],
    ['low-rare', [1, 2, 3], [2, 3, 4]],
    ['nobody', [], []],
    ['everywhere', lines(0, LINES), lines(0, LINES)],
  ])('%s', (verdict, ana, luis) => {
    expect(verdictOf(ana, luis)).toBe(verdict);
  });

  it('writes no minus before a zero, and 100 % only where it is all', () => {
    const number = (value: number, options?: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat('en', options).format(value);
    expect(writeMeasure(-0.0001, number)).toBe('0.00');
    expect(writeMeasure(null, number)).toBe('–');
    expect(writeShare(0.997, number)).toBe('99.7%');
  });

  it('goes into a csv with empty cells for what is not defined', () => {
    const example = new CodedTogether();
    const source = example.addText('E-01', 'x'.repeat(50));
    example.codeAs(ANA, source, RELEVANCE, [0, 50]);
    example.codeAs(LUIS, source, RELEVANCE, [0, 50]);
    const bytes = writeAgreementCsv(example.measure({ unit: 'character' }), {
      delimiter: ';',
      nameOf: (coder) => (coder === ANA ? '=Ana' : 'Luis'),
      pathOf: () => 'Relevance',
      heading: (column) => column,
      overall: 'all',
      unit: 'character',
    });
    const rows = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(rows[0]).toMatch(/code;coders;unit;n;a;b;c;d;percent;percent low/u);
    expect(rows[1]).toMatch(/^Relevance;'=Ana, Luis;character;50;50;0;0;0;1;;;;;;/u);
    expect(rows).toHaveLength(3);
  });
});
