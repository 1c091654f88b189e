/** The list of backups: when, how large, what is in it, whether it is whole. */
import { Archive, Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { Result } from '#shared/basics/result.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import { explainRefusal } from '#renderer/features/backups/refusal-words.ts';
import { soundness, type ListedBackup } from '#renderer/features/backups/use-backups.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { useWords, type Words } from '#renderer/ui/words.ts';

export type BackupListProps = {
  /** Null while it is being read. */
  readonly list: Result<readonly ListedBackup[], DiskFailure> | null;
  /** Of several projects: each row says which. */
  readonly showsProject: boolean;
  readonly selectedId: string | null;
  readonly onSelect: (backup: ListedBackup) => void;
};

/** The list, or why there is none. */
export function BackupList({ list, showsProject, selectedId, onSelect }: BackupListProps) {
  const words = useWords();
  if (!list) return <div className="backups-list" />;
  if (!list.ok) {
    return (
      <div className="backups-list">
        <EmptyState isSmall icon={<TriangleAlert />} title={words('backups.warning.refused')}>
          {explainRefusal(list.failure, words)}
        </EmptyState>
      </div>
    );
  }
  if (list.value.length === 0) {
    return (
      <div className="backups-list">
        <EmptyState isSmall icon={<Archive />} title={words('backups.empty.title')}>
          {words('backups.empty.text')}
        </EmptyState>
      </div>
    );
  }
  return (
    <VirtualList
      className="backups-list"
      label={words('backups.title')}
      items={list.value}
      keyOf={({ id }) => id}
      estimateHeight={44}
      selectedKey={selectedId}
      onSelect={onSelect}
      renderItem={(backup, { isSelected }) => (
        <BackupRow backup={backup} isSelected={isSelected} showsProject={showsProject} />
      )}
    />
  );
}

type RowProps = { readonly backup: ListedBackup; readonly isSelected: boolean; readonly showsProject: boolean };

function BackupRow({ backup, isSelected, showsProject }: RowProps) {
  const words = useWords();
  const { dateTime, bytes } = useFormats();
  return (
    <div className={classNames('backups-row', isSelected && 'backups-row--selected')}>
      <div className="backups-row__main">
        <span className="backups-row__when">{dateTime(backup.madeAt)}</span>
        {showsProject && <span className="backups-row__project">{backup.projectName}</span>}
        <span className="backups-row__contents">{describeContents(backup, words)}</span>
      </div>
      <span className="backups-row__size">{bytes(backup.sizeBytes)}</span>
      <span className="backups-row__state">
        <SoundnessBadge backup={backup} />
      </span>
    </div>
  );
}

function SoundnessBadge({ backup }: { readonly backup: ListedBackup }) {
  const words = useWords();
  switch (soundness(backup)) {
    case 'good':
      return (
        <Badge tone="good">
          <Check aria-hidden />
          {words('backups.soundness.good')}
        </Badge>
      );
    case 'damaged':
      return (
        <Badge tone="danger">
          <TriangleAlert aria-hidden />
          {words('backups.soundness.damaged')}
        </Badge>
      );
    case 'unknown':
      return (
        <Badge>
          <LoaderCircle aria-hidden />
          {words('backups.soundness.unknown')}
        </Badge>
      );
  }
}

/** What is inside as far as it can be told: all with the key, only the number of changes without. */
function describeContents({ report }: ListedBackup, words: Words): string {
  if (!report) return '';
  if (report.kind === 'unreadable') return words('backups.contents.unreadable');
  const changes = words('backups.contents.changes', { count: report.changes });
  if (!report.contents) return words('backups.contents.sealed', { changes });
  const sources = words('common.sources', { count: report.contents.sources });
  const codings = words('common.codings', { count: report.contents.codings });
  return `${sources} · ${codings} · ${changes}`;
}
