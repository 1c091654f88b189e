/** The matrix as it is looked at, for pasting into Word or Excel: counts, directions and the sources behind each cell. */
import type { Matrix, MatrixCell, MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumn } from '#shared/analysis/matrix-scope.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ShownRow } from '#renderer/features/matrix/matrix-lines.ts';

export type MatrixCopyWords = {
  readonly corner: string;
  readonly columnName: (column: MatrixColumn) => string;
  /** A cell in a sentence, without its sources. */
  readonly cell: (cell: MatrixCell, column: MatrixColumn) => string;
  readonly facets: readonly { readonly name: string; readonly read: (row: MatrixRow) => string }[];
};

/** Names of the sources behind codings, each once, in the order of sources. */
function sourcesBehind(project: Project, codings: readonly CodingId[]): readonly string[] {
  const ids = new Set(codings.flatMap((id) => project.get('coding', id)?.source ?? []));
  return project
    .all('source')
    .filter(({ id }) => ids.has(id))
    .map(({ name }) => name);
}

/** The rows in sight as lines of cells, the heads first. */
export function matrixLines(
  project: Project,
  matrix: Matrix,
  rows: readonly ShownRow[],
  words: MatrixCopyWords,
): readonly (readonly string[])[] {
  const head = [words.corner, ...matrix.columns.map(words.columnName), ...words.facets.map(({ name }) => name)];
  const lines = rows.map(({ row }) => [
    `${'  '.repeat(row.depth)}${row.label}`,
    ...row.cells.map((cell, place) => {
      const column = matrix.columns[place] as MatrixColumn;
      const sources = sourcesBehind(project, cell.codings);
      return [words.cell(cell, column), sources.length > 0 ? `(${sources.join(', ')})` : ''].filter(Boolean).join(' ');
    }),
    ...words.facets.map(({ read }) => read(row)),
  ]);
  return [head, ...lines];
}

/** Rows and columns swapped. */
export function swapLines(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return (lines[0] ?? []).map((_, column) => lines.map((line) => line[column] ?? ''));
}

/** Cells between tabs, for spreadsheets: no cell is taken for a formula, none breaks the line. */
export function asTabbed(lines: readonly (readonly string[])[]): string {
  const clean = (cell: string): string => {
    const plain = cell.replace(/[\t\r\n]+/gu, ' ');
    return /^\s*[=+\-@]/u.test(plain) ? `'${plain}` : plain;
  };
  return lines.map((line) => line.map(clean).join('\t')).join('\n');
}

/** The same as a table of a web page, for word processors. */
export function asHtml(lines: readonly (readonly string[])[]): string {
  const escaped = (text: string): string =>
    text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
  const row = (line: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${line.map((cell, place) => `<${place === 0 ? 'th' : tag}>${escaped(cell.trim())}</${place === 0 ? 'th' : tag}>`).join('')}</tr>`;
  const [head = [], ...rest] = lines;
  return `<table border="1">${row(head, 'th')}${rest.map((line) => row(line, 'td')).join('')}</table>`;
}

/** Puts both on the clipboard; false when the system refuses. Works on a press only, and asks for no permission. */
export function copyBoth(plain: string, html: string): boolean {
  let isDone = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', plain);
    event.clipboardData?.setData('text/html', html);
    isDone = true;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return isDone;
}
