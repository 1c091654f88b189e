/** The sources by method, each with how many codings it has; a filter box over them. */
import { memo, useMemo } from 'react';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { sourceMethods, type Source, type SourceMethod } from '#shared/domain/source/source.ts';
import { useCodingsOfSource, useRecords } from '#renderer/data/hooks.ts';
import { Badge, Chip } from '#renderer/ui/Chip.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { selectSource, useNavigation } from '#renderer/view-state/navigation.ts';
import { usePanels } from '#renderer/view-state/panels.ts';
import './SourcesPane.css';

type Row =
  | { readonly key: string; readonly method: SourceMethod; readonly count: number }
  | { readonly key: string; readonly source: Source };

/** The pane of the sources. */
export function SourcesPane() {
  const words = useWords();
  const sources = useRecords('source');
  const filter = useCodingDesk((desk) => desk.sourceFilter);
  const open = useNavigation(({ here }) => here.source);
  const setFilter = (sourceFilter: string): void => useCodingDesk.setState({ sourceFilter });
  const shown = useMemo(() => filterSources(sources, filter), [sources, filter]);
  const rows = useMemo(() => groupByMethod(shown), [shown]);
  const hiddenCount = sources.length - shown.length;
  return (
    <section className="desk-pane desk-pane--sunken" aria-label={words('coding.sources')} data-desk-pane="sources">
      <div className="desk-pane__head">
        <h2 className="desk-pane__title">{words('coding.sources')}</h2>
        <Badge isCount>{String(sources.length)}</Badge>
      </div>
      <div className="desk-pane__search">
        <SearchField label={words('coding.filterSources')} value={filter} onChange={setFilter} />
      </div>
      <div className="desk-pane__body">
        {rows.length === 0 ? (
          <p className="desk-pane__note">{words('coding.noSourceMatches')}</p>
        ) : (
          <VirtualList
            label={words('coding.sources')}
            items={rows}
            keyOf={(row) => row.key}
            estimateHeight={30}
            isSelectable={(row) => 'source' in row}
            selectedKey={open}
            onSelect={(row) => {
              if ('source' in row) selectSource(row.source.id);
            }}
            renderItem={(row, { isSelected }) =>
              'source' in row ? (
                <SourceRow source={row.source} isSelected={isSelected} />
              ) : (
                <div className="source-row__method">
                  {words(`common.methods.${row.method}`)}
                  <span>{row.count}</span>
                </div>
              )
            }
          />
        )}
      </div>
      {hiddenCount > 0 && (
        <div className="desk-pane__chips">
          <Chip onRemove={() => setFilter('')}>
            {words('coding.sourcesHidden', { hidden: hiddenCount, count: sources.length })}
          </Chip>
        </div>
      )}
    </section>
  );
}

const SourceRow = memo(function SourceRow({ source, isSelected }: { source: Source; isSelected: boolean }) {
  const words = useWords();
  const count = useCodingsOfSource(source.id).length;
  const { SourceMarks } = usePanels();
  return (
    <div className="source-row" data-selected={isSelected || undefined} title={source.name}>
      <span className="source-row__name">{source.name}</span>
      <SourceMarks source={source} />
      <span className="source-row__count" aria-hidden>
        {count > 0 && count}
      </span>
      <span className="ui-hidden-text">{words('common.codings', { count })}</span>
    </div>
  );
});

function filterSources(sources: readonly Source[], filter: string): readonly Source[] {
  const words = foldName(filter).split(' ').filter(Boolean);
  if (words.length === 0) return sources;
  return sources.filter((source) => {
    const text = foldName([source.name, source.place, ...Object.values(source.attributes)].join(' '));
    return words.every((word) => text.includes(word));
  });
}

function groupByMethod(sources: readonly Source[]): readonly Row[] {
  return sourceMethods.flatMap((method): Row[] => {
    const members = sources.filter((source) => source.method === method);
    if (members.length === 0) return [];
    const rows = members.map((source): Row => ({ key: source.id, source }));
    return [{ key: `method-${method}`, method, count: members.length }, ...rows];
  });
}
