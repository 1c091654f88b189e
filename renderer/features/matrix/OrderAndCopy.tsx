/** In the toolbar: in which order the rows stand, and a copy of what is seen for Word or Excel. */
import { ArrowDownWideNarrow, Copy } from 'lucide-react';
import type { Matrix } from '#shared/analysis/matrix.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { asHtml, asTabbed, copyBoth, matrixLines, swapLines } from '#renderer/features/matrix/copy-matrix.ts';
import { neutralVoices, type ShownRow } from '#renderer/features/matrix/matrix-lines.ts';
import { columnLabel } from '#renderer/features/matrix/matrix-words.ts';
import { matrixOrders, orderMatrixRows, useMatrixView } from '#renderer/view-state/matrix-view.ts';
import { useStrengthWord } from '#renderer/view-state/strength-words.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type OrderAndCopyProps = { readonly matrix: Matrix; readonly rows: readonly ShownRow[] };

/** The buttons. */
export function OrderAndCopy({ matrix, rows }: OrderAndCopyProps) {
  const words = useWords();
  const session = useSession();
  const view = useMatrixView();
  const wordStrength = useStrengthWord(words);
  const copy = (): void => {
    const lines = matrixLines(session.project, matrix, rows, {
      corner: '',
      columnName: (column) => columnLabel(column, view.columns, words),
      cell: (cell, column) => {
        if (cell.independentSources === 0) {
          return words(column.potentialVoices > 0 ? 'matrix.nothingSaid' : 'matrix.notAsked');
        }
        const sides = { ...cell, neutral: neutralVoices(cell) };
        const said = (['supports', 'contradicts', 'mixed', 'neutral'] as const)
          .filter((side) => sides[side] > 0)
          .map((side) => `${directionShapes[side]} ${sides[side]}`);
        const of = column.isStated ? words('matrix.of', { count: column.potentialVoices }) : '';
        return [String(cell.independentSources), of, said.join(' ')].filter(Boolean).join(' ');
      },
      facets: [
        {
          name: words('matrix.head.convergence'),
          read: ({ convergence: { judgement, suggested } }) =>
            words(`matrix.convergenceWord.${judgement?.convergence ?? suggested}`),
        },
        {
          name: words('matrix.head.strength'),
          read: ({ strength: { judged, suggested } }) =>
            judged ? wordStrength(judged) : words(`matrix.strengthLevel.${suggested}`),
        },
      ],
    });
    const seen = view.isTransposed ? swapLines(lines) : lines;
    const isDone = copyBoth(asTabbed(seen), asHtml(seen));
    showToast(
      isDone
        ? { message: words('matrix.copied', { count: rows.length }) }
        : { message: words('matrix.notCopied'), tone: 'danger' },
    );
  };
  return (
    <>
      <Menu
        label={words('matrix.order.label')}
        entries={matrixOrders.map((order) => ({
          id: order,
          label: words(`matrix.order.${order}`),
          isChecked: view.order === order,
          onAction: () => orderMatrixRows(order),
        }))}
      >
        <IconButton
          label={words('matrix.order.label')}
          icon={<ArrowDownWideNarrow aria-hidden />}
          isPressed={view.order !== 'given'}
        />
      </Menu>
      <IconButton label={words('matrix.copy')} icon={<Copy aria-hidden />} onPress={copy} />
    </>
  );
}
