/** The sources by method, each with how many codings it has; a filter box over them. */
import { memo, useMemo } from 'react';
import { Columns2 } from 'lucide-react';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { progressOf, sourceProgresses, type SourceProgress } from '#shared/domain/source/source-progress.ts';
import { sourceMethods, type Source, type SourceId, type SourceMethod } from '#shared/domain/source/source.ts';
import { useCodingsOfSource, useRecord, useRecords, useSession, useVersion } from '#renderer/data/hooks.ts';
import { useDesk } from '#renderer/features/coding/desk-context.ts';
import { ProgressFilter, ProgressMark } from '#renderer/features/coding/sources/SourceProgress.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Badge, Chip } from '#renderer/ui/Chip.tsx';
import { ContextMenu, type MenuEntry } from '#renderer/ui/Menu.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { openBeside, swapBeside, useCodingDesk } from '#renderer/view-state/coding-desk.ts';
import { selectSource, showSourceDetails, useNavigation } from '#renderer/view-state/navigation.ts';
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
  const progress = useCodingDesk((desk) => desk.progressFilter);
  const open = useNavigation(({ here }) => here.source);
  const shown = useShownSources(sources, filter, progress);
  const rows = useMemo(() => groupByMethod(shown), [shown]);
  const entries = useSourceMenu();
  return (
    <section className="desk-pane desk-pane--sunken" aria-label={words('coding.sources')} data-desk-pane="sources">
      <div className="desk-pane__head">
        <h2 className="desk-pane__title">{words('coding.sources')}</h2>
        <Badge isCount>{String(sources.length)}</Badge>
        <ProgressFilter />
      </div>
      <div className="desk-pane__search">
        <SearchField
          label={words('coding.filterSources')}
          value={filter}
          onChange={(sourceFilter) => useCodingDesk.setState({ sourceFilter })}
        />
      </div>
      <div className="desk-pane__body">
        {rows.length === 0 ? (
          <p className="desk-pane__note">{words('coding.noSourceMatches')}</p>
        ) : (
          <ContextMenu label={words('coding.sourceMenu')} entries={entries} className="source-list">
            <VirtualList
              label={words('coding.sources')}
              items={rows}
              keyOf={(row) => row.key}
              estimateHeight={30}
              isSelectable={(row) => 'source' in row}
              selectedKey={open}
              onSelect={(row) => {
                if ('source' in row) openInHand(row.source.id);
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
          </ContextMenu>
        )}
      </div>
      <HiddenSources hiddenCount={sources.length - shown.length} count={sources.length} />
    </section>
  );
}

/** A source that is open beside comes into hand where it stands. */
function openInHand(source: SourceId): void {
  if (useCodingDesk.getState().beside?.source === source) swapBeside();
  else selectSource(source);
}

/** Always in sight while sources are filtered out: why, how many, and the way to see them all. */
function HiddenSources({ hiddenCount, count }: { readonly hiddenCount: number; readonly count: number }) {
  const words = useWords();
  const filter = useCodingDesk((desk) => desk.sourceFilter);
  const progress = useCodingDesk((desk) => desk.progressFilter);
  if (filter === '' && progress.size === 0) return null;
  const clearProgress = (): void => useCodingDesk.setState({ progressFilter: new Set() });
  return (
    <div className="desk-pane__chips" role="status">
      {filter !== '' && (
        <Chip onRemove={() => useCodingDesk.setState({ sourceFilter: '' })}>
          {words('coding.nameFilter', { words: filter })}
        </Chip>
      )}
      {progress.size > 0 && (
        <Chip onRemove={clearProgress}>
          {sourceProgresses
            .filter((one) => progress.has(one))
            .map((one) => words(`coding.progress.${one}`))
            .join(', ')}
        </Chip>
      )}
      <span className="desk-pane__hidden">{words('coding.sourcesHidden', { hidden: hiddenCount, count })}</span>
      <Button
        variant="quiet"
        onPress={() => {
          useCodingDesk.setState({ sourceFilter: '' });
          clearProgress();
        }}
      >
        {words('coding.shown.show')}
      </Button>
    </div>
  );
}

const SourceRow = memo(function SourceRow({ source, isSelected }: { source: Source; isSelected: boolean }) {
  const words = useWords();
  const count = useCodingsOfSource(source.id).length;
  const isBeside = useCodingDesk(({ beside }) => beside?.source === source.id);
  const { SourceMarks } = usePanels();
  return (
    <div
      className="source-row"
      data-selected={isSelected || undefined}
      title={source.name}
      onPointerDown={(event) => {
        if (event.button === 2) openInHand(source.id);
      }}
    >
      <span className="source-row__name">{source.name}</span>
      <ProgressMark progress={progressOf(source, count)} />
      {isBeside && <Columns2 aria-label={words('coding.beside.isOpen')} className="source-row__beside" />}
      <SourceMarks source={source} />
      <span className="source-row__count" aria-hidden>
        {count > 0 && count}
      </span>
      <span className="ui-hidden-text">{words('common.codings', { count })}</span>
    </div>
  );
});

function useShownSources(
  sources: readonly Source[],
  filter: string,
  progress: ReadonlySet<SourceProgress>,
): readonly Source[] {
  const session = useSession();
  const version = useVersion(progress.size > 0 ? ['coding'] : []);
  return useMemo(() => {
    void version;
    const named = filterSources(sources, filter);
    if (progress.size === 0) return named;
    return named.filter((source) =>
      progress.has(progressOf(source, session.project.codingsOfSource(source.id).length)),
    );
  }, [filter, progress, session, sources, version]);
}

function useSourceMenu(): readonly MenuEntry[] {
  const words = useWords();
  const { actions } = useDesk();
  const session = useSession();
  const source = useRecord(
    'source',
    useNavigation(({ here }) => here.source),
  );
  const sources = useRecords('source');
  const last = useNavigation(({ past }) => past.at(-1)?.source ?? null);
  return useMemo((): readonly MenuEntry[] => {
    if (!source) return [];
    const at = sources.indexOf(source);
    const other = sources.find(({ id }) => id === last && id !== source.id) ?? sources[at + 1] ?? sources[at - 1];
    return [
      {
        id: 'finish',
        label: words('coding.command.finish'),
        isChecked: session.person in (source.finished ?? {}),
        onAction: () => actions.toggleFinished(),
      },
      {
        id: 'beside',
        label: words('coding.beside.open'),
        isDisabled: !other,
        onAction: () => other && openBeside(other.id),
      },
      { id: 'details', label: words('coding.sourceDetails'), onAction: () => showSourceDetails(source.id) },
    ];
  }, [actions, last, session, source, sources, words]);
}

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
