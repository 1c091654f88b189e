/** Above the matrix: what the rows and columns are, filters with what they hide, transpose, export. */
import { ArrowLeftRight, ChevronsDownUp, ChevronsUpDown, Download, Filter } from 'lucide-react';
import { useMemo } from 'react';
import type { Matrix } from '#shared/analysis/matrix.ts';
import type { MatrixRows } from '#shared/analysis/matrix-rows.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { columnChoices, type FilterName } from '#renderer/features/matrix/column-choices.ts';
import { FilterPanel } from '#renderer/features/matrix/FilterPanel.tsx';
import { LayerSwitch } from '#renderer/features/matrix/LayerSwitch.tsx';
import type { HiddenSources } from '#renderer/features/matrix/hidden-sources.ts';
import type { ShownRow } from '#renderer/features/matrix/matrix-lines.ts';
import { OrderAndCopy } from '#renderer/features/matrix/OrderAndCopy.tsx';
import { dimensionLabel, useValueLabel } from '#renderer/features/matrix/matrix-words.ts';
import { requestExport } from '#renderer/view-state/export-request.ts';
import {
  chooseMatrixColumns,
  chooseMatrixRows,
  clearMatrixFilters,
  filterMatrix,
  transposeMatrix,
  unfoldMatrixRows,
  useMatrixView,
} from '#renderer/view-state/matrix-view.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './MatrixToolbar.css';

const rowKinds: readonly MatrixRows[] = ['criterion', 'question', 'code', 'finding'];

export type MatrixToolbarProps = {
  readonly matrix: Matrix;
  readonly hidden: HiddenSources;
  readonly rows: readonly ShownRow[];
  readonly parents: readonly CodeId[];
};

/** The toolbar. */
export function MatrixToolbar({ matrix, hidden, rows, parents }: MatrixToolbarProps) {
  const words = useWords();
  const session = useSession();
  const view = useMatrixView();
  const version = useVersion(['source', 'participant']);
  const dimensions = useMemo(
    () => columnChoices(session.project).map((id) => ({ id, label: dimensionLabel(id, words) })),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, version, words],
  );
  const isUnfolded = rows.some((shown) => shown.isUnfolded);
  return (
    <div className="matrix-toolbar">
      <div className="matrix-toolbar__row">
        <SegmentedControl
          label={words('matrix.rows.label')}
          isLabelHidden
          options={rowKinds.map((value) => ({ value, label: words(`matrix.rows.${value}`) }))}
          value={view.rows}
          onChange={chooseMatrixRows}
        />
        <span className="matrix-toolbar__by" aria-hidden>
          ×
        </span>
        <Select
          label={words('matrix.columns')}
          isLabelHidden
          choices={dimensions}
          value={view.columns}
          onChange={chooseMatrixColumns}
          className="matrix-toolbar__columns"
        />
        <Popover
          label={words('matrix.filter')}
          trigger={
            <Button variant="quiet" icon={<Filter aria-hidden />}>
              {words('matrix.filter')}
            </Button>
          }
        >
          {() => <FilterPanel />}
        </Popover>
        <LayerSwitch />
        <span className="matrix-toolbar__space" />
        {view.rows === 'criterion' && parents.length > 0 && (
          <IconButton
            label={words(isUnfolded ? 'matrix.foldAll' : 'matrix.unfoldAll')}
            icon={isUnfolded ? <ChevronsDownUp aria-hidden /> : <ChevronsUpDown aria-hidden />}
            onPress={() => unfoldMatrixRows(isUnfolded ? [] : parents)}
          />
        )}
        <IconButton
          label={words('matrix.transpose')}
          icon={<ArrowLeftRight aria-hidden />}
          isPressed={view.isTransposed}
          onPress={transposeMatrix}
        />
        <OrderAndCopy matrix={matrix} rows={rows} />
        <Button icon={<Download aria-hidden />} onPress={() => requestExport('matrix-xlsx')}>
          {words('matrix.export')}
        </Button>
      </div>
      {view.where.length > 0 && <FilterLine hidden={hidden} />}
    </div>
  );
}

/** What is filtered, how much it hides, and the way back. */
function FilterLine({ hidden }: { readonly hidden: HiddenSources }) {
  const words = useWords();
  const valueLabel = useValueLabel();
  const where = useMatrixView((view) => view.where);
  return (
    <div className="matrix-toolbar__row" role="group" aria-label={words('matrix.filters')}>
      {where.map((clause) => {
        const name = clause.name as FilterName;
        return (
          <Chip key={`${name} ${clause.value}`} onRemove={() => filterMatrix(clause, false)}>
            {words('matrix.filterChip', { name: dimensionLabel(name, words), value: valueLabel(name, clause.value) })}
          </Chip>
        );
      })}
      <span className="matrix-toolbar__hidden" role="status">
        {words('matrix.hidden', { count: hidden.hidden, total: hidden.total })}
      </span>
      <Button variant="quiet" onPress={clearMatrixFilters}>
        {words('matrix.showAll')}
      </Button>
    </div>
  );
}
