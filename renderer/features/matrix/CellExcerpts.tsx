/** The excerpts of a cell: a click selects, Enter or a double click opens the text, several make or join a finding. */
import { Lightbulb } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MatrixRow } from '#shared/analysis/matrix.ts';
import type { MatrixColumn } from '#shared/analysis/matrix-scope.ts';
import { directions, type Direction } from '#shared/domain/coding/coding.ts';
import { PanelStatistics } from '#renderer/features/matrix/CellStatistics.tsx';
import { useCodebook } from '#renderer/data/hooks.ts';
import { useExcerptRows, useQuote, type ExcerptRow } from '#renderer/view-state/excerpt-rows.ts';
import { requestAddToFinding } from '#renderer/view-state/finding-request.ts';
import { showCoding } from '#renderer/view-state/navigation.ts';
import { usePanels } from '#renderer/view-state/panels.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { directionShapes } from '#renderer/ui/DirectionGlyph.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Quote } from '#renderer/ui/Quote.tsx';
import { SelectionList } from '#renderer/ui/SelectionList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type CellExcerptsProps = {
  readonly row: MatrixRow;
  /** Null for the row as a whole. */
  readonly column: MatrixColumn | null;
};

/** The excerpts with what can be done with them. */
export function CellExcerpts({ row, column }: CellExcerptsProps) {
  const words = useWords();
  const cell = row.cells.find((one) => one.column === column?.id);
  const ids = useMemo(() => cell?.codings ?? [...new Set(row.cells.flatMap((one) => one.codings))], [cell, row]);
  const all = useExcerptRows(ids);
  const [direction, setDirection] = useState<Direction | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(
    () => (direction ? all.filter(({ coding }) => coding.direction === direction) : all),
    [all, direction],
  );
  const chosen = shown.filter(({ coding }) => selected.has(coding.id));
  const add = (): void => {
    const rows = chosen.length > 0 ? chosen : shown;
    requestAddToFinding(rows.map(({ coding }) => coding.id));
  };
  const statistics = useMemo(() => (cell ? cell.statistics : row.cells.flatMap((one) => one.statistics)), [cell, row]);
  if (all.length === 0 && statistics.length > 0) return <PanelStatistics statistics={statistics} />;
  if (all.length === 0) {
    return (
      <EmptyState isSmall title={words((column?.potentialVoices ?? 1) > 0 ? 'matrix.nothingSaid' : 'matrix.notAsked')}>
        {words((column?.potentialVoices ?? 1) > 0 ? 'matrix.nothingSaidText' : 'matrix.notAskedText')}
      </EmptyState>
    );
  }
  return (
    <>
      <PanelStatistics statistics={statistics} />
      <p className="matrix-panel__facts">
        {cell && column
          ? words('matrix.factsOfCell', {
              count: cell.independentSources,
              potential: column.potentialVoices,
              excerpts: words('matrix.excerpts', { count: all.length }),
              participants: words('matrix.participants', { count: cell.participants }),
            })
          : words('matrix.factsOfRow', {
              count: row.independentSources,
              excerpts: words('matrix.excerpts', { count: all.length }),
            })}
      </p>
      <div className="matrix-panel__chips" role="group" aria-label={words('matrix.byDirection')}>
        {directions
          .map((one) => ({ one, count: all.filter(({ coding }) => coding.direction === one).length }))
          .filter(({ count }) => count > 0)
          .map(({ one, count }) => (
            <Chip key={one} isSelected={direction === one} onChange={(isOn) => setDirection(isOn ? one : null)}>
              {`${directionShapes[one]} ${words(`common.direction.${one}`)} ${count}`}
            </Chip>
          ))}
      </div>
      <div className="matrix-panel__list">
        <SelectionList
          label={words('matrix.excerptList')}
          items={shown}
          keyOf={({ coding }) => coding.id}
          textOf={({ excerpt }) =>
            [words(`common.direction.${excerpt.direction}`), excerpt.source, excerpt.participant, excerpt.quote].join(
              ', ',
            )
          }
          renderItem={(item, { isSelected }) => <ExcerptQuote item={item} isWhole={isSelected} />}
          selected={selected}
          onSelect={setSelected}
          onOpen={({ coding }) => showCoding(coding)}
          estimateHeight={120}
        />
      </div>
      <footer className="matrix-panel__actions">
        <span className="matrix-panel__hint">
          {words(chosen.length > 0 ? 'matrix.selected' : 'matrix.openHint', { count: chosen.length })}
        </span>
        <Button variant="primary" icon={<Lightbulb aria-hidden />} onPress={add}>
          {words(chosen.length > 0 ? 'matrix.addSelected' : 'matrix.addAll', { count: chosen.length || shown.length })}
        </Button>
      </footer>
    </>
  );
}

function ExcerptQuote({ item, isWhole }: { readonly item: ExcerptRow; readonly isWhole: boolean }) {
  const codebook = useCodebook();
  const { CodingMarks } = usePanels();
  const { coding, excerpt } = item;
  const text = useQuote(coding.revision, coding);
  return (
    <Quote
      text={text}
      direction={coding.direction}
      labels={[
        excerpt.source,
        excerpt.participant === excerpt.source ? '' : excerpt.participant,
        excerpt.group,
        excerpt.gender,
      ]}
      code={excerpt.codePath.join(' / ')}
      color={codebook.colorOf(coding.code)}
      coder={excerpt.coder}
      memo={coding.memo}
      isCut={!isWhole}
      end={<CodingMarks coding={coding} />}
    />
  );
}
