import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import { asHtml, asTabbed, matrixLines, swapLines } from '#renderer/features/matrix/copy-matrix.ts';
import { allRows, orderRows } from '#renderer/features/matrix/matrix-lines.ts';
import { EFFECTIVENESS, ExampleProject, RELEVANCE } from '#tests/unit/analysis/example-project.ts';

const example = new ExampleProject();
const [first, second] = [example.addSource('E-02', 'interview'), example.addSource('E-01', 'interview')];
example.code(second, EFFECTIVENESS);
example.code(first, EFFECTIVENESS, 'contradicts');
example.code(first, EFFECTIVENESS, 'supports', 20);
example.code(first, RELEVANCE);
const matrix = buildMatrix(example.project, { rows: 'criterion', columns: 'method', facts: example.facts() });

describe('a copy of the matrix', () => {
  it('names the sources behind each cell, each once, in their order', () => {
    const lines = matrixLines(example.project, matrix, allRows(matrix.rows), {
      corner: '',
      columnName: ({ id }) => id,
      cell: ({ independentSources }) => String(independentSources),
      facets: [{ name: 'codings', read: ({ codings }) => String(codings) }],
    });
    expect(lines[0]).toEqual(['', 'interview', 'focus-group', 'questionnaire', 'document', 'codings']);
    expect(lines.find(([name]) => name === 'Effectiveness')).toEqual([
      ...['Effectiveness', '2 (E-02, E-01)', '0', '0', '0', '3'],
    ]);
    expect(swapLines(lines)[1]?.[0]).toBe('interview');
    expect(swapLines(swapLines(lines))).toEqual(lines);
  });

  it('has as many cells as there are, whatever stands in them, and no formula', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', '-5', '@a', '\t', 'a\nb', '<b>&"'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (lines) => {
        const tabbed = asTabbed(lines);
        expect(tabbed.split('\n').map((line) => line.split('\t').length)).toEqual(lines.map(() => 3));
        for (const one of tabbed.split(/[\n\t]/u)) expect(one).not.toMatch(/^\s*[=+\-@]/u);
        expect(asHtml(lines).match(/<t[hd]>/gu)).toHaveLength(lines.length * 3);
        expect(asHtml(lines)).not.toMatch(/<b>/u);
      }),
    );
  });
});

describe('the order of rows', () => {
  it('is by independent sources, even rows as in the codebook', () => {
    const rows = allRows(matrix.rows);
    expect(orderRows(rows, 'given')).toBe(rows);
    const most = orderRows(rows, 'most').map(({ row }) => row.label);
    expect(most.slice(0, 2)).toEqual(['Effectiveness', 'Relevance']);
    expect(orderRows(rows, 'least').at(-1)?.row.label).toBe('Effectiveness');
    expect([...most].sort()).toEqual(rows.map(({ row }) => row.label).sort());
  });

  it('keeps codes below their own', () => {
    const deep = rowsAt([0, 1, 1, 0, 1], [1, 9, 9, 5, 5]);
    expect(orderRows(deep, 'most').map(({ row }) => row.id)).toEqual(['3', '4', '0', '1', '2']);
  });
});

function rowsAt(depths: readonly number[], sources: readonly number[]) {
  const [model] = allRows(matrix.rows);
  if (!model) throw new Error('no rows');
  return depths.map((depth, place) => ({
    ...model,
    row: { ...model.row, id: String(place), depth, independentSources: sources[place] ?? 0 },
  }));
}
