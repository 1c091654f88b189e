/** The Matrix place: the triangulation matrix, and beside it what stands behind the cell in hand. */
import { Grid3x3 } from 'lucide-react';
import { MatrixPanel } from '#renderer/features/matrix/MatrixPanel.tsx';
import { MatrixTable } from '#renderer/features/matrix/MatrixTable.tsx';
import { MatrixToolbar } from '#renderer/features/matrix/MatrixToolbar.tsx';
import { SideBySide } from '#renderer/features/matrix/SideBySide.tsx';
import { useMatrix } from '#renderer/features/matrix/use-matrix.ts';
import { useRecordCount, useRecords } from '#renderer/data/hooks.ts';
import { useOfferCommands, type Command } from '#renderer/view-state/commands.ts';
import { requestExport } from '#renderer/view-state/export-request.ts';
import { openPlace, openView } from '#renderer/view-state/navigation.ts';
import {
  clearMatrixFilters,
  selectMatrixCell,
  transposeMatrix,
  useMatrixView,
} from '#renderer/view-state/matrix-view.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { directionShapes, type DirectionName } from '#renderer/ui/DirectionGlyph.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './MatrixPlace.css';

const commands: readonly Command[] = [
  { id: 'matrix.transpose', titleKey: 'matrix.transpose', group: 'matrix', run: transposeMatrix },
  { id: 'matrix.export', titleKey: 'matrix.exportMatrix', group: 'matrix', run: () => requestExport('matrix-xlsx') },
  { id: 'matrix.showAll', titleKey: 'matrix.clearFilters', group: 'matrix', run: clearMatrixFilters },
];

/** The Matrix place. */
export function MatrixPlace() {
  const words = useWords();
  const hasCodings = useRecordCount('statistic') + useRecordCount('coding') > 0;
  const { matrix, rows, parents, hidden } = useMatrix();
  const view = useMatrixView();
  useOfferCommands(commands);
  const selectedRow = view.selection && matrix.rows.find((row) => row.id === view.selection?.row);
  if (!hasCodings) return <NothingCoded />;
  const table =
    rows.length === 0 ? (
      <EmptyState
        icon={<Grid3x3 />}
        title={words(`matrix.noRows.${view.rows}`)}
        actions={
          view.rows === 'question' ? (
            <Button onPress={() => openView('evaluation', 'matrix')}>{words('matrix.openEvaluation')}</Button>
          ) : (
            <Button onPress={() => openPlace('findings')}>{words('matrix.openFindings')}</Button>
          )
        }
      />
    ) : (
      <MatrixTable
        matrix={matrix}
        rows={rows}
        dimension={view.columns}
        isTransposed={view.isTransposed}
        selection={view.selection}
      />
    );
  const main = (
    <div className="matrix-main">
      <MatrixToolbar matrix={matrix} hidden={hidden} rows={rows} parents={parents} />
      <div className="matrix-main__table">{table}</div>
      <Legend />
    </div>
  );
  const panel = view.selection && selectedRow && (
    <MatrixPanel
      key={selectedRow.id}
      matrix={matrix}
      row={selectedRow}
      facet={view.selection.facet}
      dimension={view.columns}
      onClose={closePanel}
    />
  );
  return <SideBySide main={main} side={panel ?? null} />;
}

/** Closes the panel; the keyboard goes back to the cell it came from. */
function closePanel(): void {
  selectMatrixCell(null);
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.matrix-table [data-at][tabindex="0"]')?.focus({ preventScroll: true }),
  );
}

/** What the numbers count and what the signs mean. */
function Legend() {
  const words = useWords();
  return (
    <footer className="matrix-legend">
      <span className="matrix-legend__counts">{words('matrix.caption')}</span>
      {(Object.keys(directionShapes) as DirectionName[]).map((direction) => (
        <span key={direction} className={`matrix-direction--${direction} matrix-legend__direction`}>
          <span aria-hidden>{directionShapes[direction]}</span> {words(`common.direction.${direction}`)}
        </span>
      ))}
      <span className="matrix-legend__heat">
        <span className="matrix-legend__scale" aria-hidden />
        {words('matrix.heat')}
      </span>
    </footer>
  );
}

function NothingCoded() {
  const words = useWords();
  const hasSources = useRecords('source').length > 0;
  return (
    <EmptyState
      icon={<Grid3x3 />}
      title={words('matrix.empty.title')}
      actions={
        <Button variant="primary" onPress={() => openPlace(hasSources ? 'coding' : 'sources')}>
          {words(hasSources ? 'matrix.empty.code' : 'matrix.empty.import')}
        </Button>
      }
    >
      {words('matrix.empty.text')}
    </EmptyState>
  );
}
