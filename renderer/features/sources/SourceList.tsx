/** The list of sources under their methods. */
import {
  BookOpenText,
  Eye,
  Highlighter,
  MessageSquare,
  TableProperties,
  Trash2,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { SourceMethod } from '#shared/domain/source/source.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import type { ListRow } from '#renderer/features/sources/list-rows.ts';
import { useRemoveSource } from '#renderer/features/sources/use-remove-source.ts';
import { selectSource, showSource, useNavigation } from '#renderer/view-state/navigation.ts';
import { usePanels } from '#renderer/view-state/panels.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { ContextMenu, type MenuEntry } from '#renderer/ui/Menu.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords } from '#renderer/ui/words.ts';

const icons: Readonly<Record<SourceMethod, LucideIcon>> = {
  interview: MessageSquare,
  'focus-group': Users,
  questionnaire: TableProperties,
  document: BookOpenText,
  observation: Eye,
};

/** The rows of the list. */
export function SourceList({ rows }: { readonly rows: readonly ListRow[] }) {
  const words = useWords();
  const selected = useNavigation(({ here }) => here.source);
  const menu = useSourceMenu(rows);
  return (
    <>
      <div className="sources__heads" aria-hidden>
        <span>{words('sources.field.name')}</span>
        <span>{words('sources.field.speakers')}</span>
        <span className="sources-row__wide">{words('sources.field.interventions')}</span>
        <span className="sources-row__wide">{words('sources.field.date')}</span>
        <span className="sources-row__codings">{words('sources.field.codings')}</span>
      </div>
      <div className="sources__list">
        <ContextMenu label={words('sources.actions')} entries={menu}>
          <VirtualList
            label={words('shell.place.sources')}
            items={rows}
            keyOf={(row) => (row.kind === 'method' ? row.method : row.source.id)}
            estimateHeight={34}
            selectedKey={selected}
            isSelectable={(row) => row.kind === 'source'}
            onSelect={(row) => row.kind === 'source' && selectSource(row.source.id)}
            onOpen={(row) => row.kind === 'source' && showSource(row.source.id)}
            renderItem={(row, { isSelected }) =>
              row.kind === 'method' ? <MethodRow row={row} /> : <SourceRow row={row} isSelected={isSelected} />
            }
          />
        </ContextMenu>
      </div>
    </>
  );
}

function useSourceMenu(rows: readonly ListRow[]): readonly MenuEntry[] {
  const words = useWords();
  const session = useSession();
  const remove = useRemoveSource();
  const selected = useNavigation(({ here }) => here.source);
  const row = rows.find((item) => item.kind === 'source' && item.source.id === selected);
  if (row?.kind !== 'source') return [];
  const { source } = row;
  return [
    {
      id: 'open',
      label: words('sources.open'),
      icon: <Highlighter aria-hidden />,
      onAction: () => showSource(source.id),
    },
    { id: 'line', line: true },
    {
      id: 'remove',
      label: words('sources.remove'),
      icon: <Trash2 aria-hidden />,
      isDangerous: true,
      isDisabled: session.lockedBy !== null,
      onAction: () => remove(source),
    },
  ];
}

function MethodRow({ row }: { readonly row: Extract<ListRow, { kind: 'method' }> }) {
  const words = useWords();
  const { number } = useFormats();
  const Icon = icons[row.method];
  return (
    <div className="sources-method">
      <Icon aria-hidden />
      {words(`common.methods.${row.method}`)}
      <Badge isCount>{number(row.count)}</Badge>
    </div>
  );
}

function SourceRow({ row, isSelected }: { row: Extract<ListRow, { kind: 'source' }>; isSelected: boolean }) {
  const words = useWords();
  const { date, number } = useFormats();
  const { source, codings } = row;
  const { SourceMarks } = usePanels();
  const interventions = useRecords('intervention').filter(({ id }) => source.interventions[id]);
  return (
    <div
      className={classNames('sources-row', isSelected && 'sources-row--selected')}
      // The menu speaks of the source under the pointer.
      onContextMenu={() => selectSource(source.id)}
    >
      <span className="sources-row__name" title={source.fileName}>
        <span className="sources-row__title">{source.name}</span>
        <SourceMarks source={source} />
      </span>
      <span className="sources-row__cell">{namePeople(row, words)}</span>
      <span className="sources-row__cell sources-row__wide">{interventions.map(({ code }) => code).join(', ')}</span>
      <span className="sources-row__cell sources-row__wide">{source.date === '' ? '' : date(source.date)}</span>
      <span className="sources-row__codings">
        {codings === 0 ? (
          <Badge tone="warning">{words('sources.notCoded')}</Badge>
        ) : (
          <Badge isCount>{number(codings)}</Badge>
        )}
      </span>
    </div>
  );
}

const NAMED_PEOPLE = 3;

function namePeople(
  { source, people }: Extract<ListRow, { kind: 'source' }>,
  words: ReturnType<typeof useWords>,
): string {
  if (source.method === 'questionnaire') return words('sources.respondents', { count: people.length });
  if (people.length === 0) return source.place;
  if (people.length > NAMED_PEOPLE) return words('sources.people', { count: people.length });
  return people.map(({ codeName, group }) => (group === '' ? codeName : `${codeName} (${group})`)).join(', ');
}
