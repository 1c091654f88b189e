/** The Sources place: all material by method, what is known about each source, and the way in for more. */
import { Download, FileSearch, FileText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useRecord, useRecords, useSession } from '#renderer/data/hooks.ts';
import { pickFilesToImport } from '#renderer/features/sources/pick-files.ts';
import { SourceDetails } from '#renderer/features/sources/SourceDetails.tsx';
import { SourceList } from '#renderer/features/sources/SourceList.tsx';
import { useSourceList } from '#renderer/features/sources/use-source-list.ts';
import { useNavigation } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/TextField.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './SourcesPlace.css';

/** The Sources place. */
export function SourcesPlace() {
  const words = useWords();
  const session = useSession();
  const count = useRecords('source').length;
  const selectedId = useNavigation(({ here }) => here.source);
  const selected = useRecord('source', selectedId);
  const isReadOnly = session.lockedBy !== null;
  const pick = (): void => void pickFilesToImport(hostBridge(), words);
  if (count === 0) {
    return (
      <EmptyState
        icon={<FileText />}
        title={words('sources.empty.title')}
        actions={
          <Button variant="primary" size="large" icon={<Download aria-hidden />} onPress={pick} isDisabled={isReadOnly}>
            {words('sources.import')}
          </Button>
        }
      >
        {words('sources.empty.text')}
      </EmptyState>
    );
  }
  return (
    <Splitter
      id="sources"
      panels={[
        { id: 'list', minimum: 360, content: <ListPane onImport={pick} isReadOnly={isReadOnly} /> },
        {
          id: 'details',
          size: 380,
          minimum: 280,
          maximum: 640,
          keepsSize: true,
          content: selected ? (
            <SourceDetails key={selected.id} source={selected} />
          ) : (
            <EmptyState icon={<FileSearch />} title={words('sources.noneSelected.title')}>
              {words('sources.noneSelected.text')}
            </EmptyState>
          ),
        },
      ]}
    />
  );
}

function ListPane({ onImport, isReadOnly }: { readonly onImport: () => void; readonly isReadOnly: boolean }) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [onlyUncoded, setOnlyUncoded] = useState(false);
  const filter = useMemo(() => ({ typed, onlyUncoded }), [typed, onlyUncoded]);
  const rows = useSourceList(filter);
  const clear = (): void => {
    setTyped('');
    setOnlyUncoded(false);
  };
  return (
    <div className="sources__main">
      <div className="sources__bar">
        <h2 className="sources__title">{words('shell.place.sources')}</h2>
        <SearchField className="sources__search" label={words('sources.search')} value={typed} onChange={setTyped} />
        <Chip isSelected={onlyUncoded} onChange={setOnlyUncoded}>
          {words('sources.onlyUncoded')}
        </Chip>
        <span className="sources__fill" />
        <Button variant="primary" icon={<Download aria-hidden />} onPress={onImport} isDisabled={isReadOnly}>
          {words('sources.import')}
        </Button>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={words('sources.noneFit.title')}
          actions={<Button onPress={clear}>{words('sources.noneFit.clear')}</Button>}
        />
      ) : (
        <SourceList rows={rows} />
      )}
    </div>
  );
}
