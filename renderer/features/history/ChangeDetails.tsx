/** One change record by record, before and after, with ways to put things back. */
import { Undo2 } from 'lucide-react';
import { countRecords, describeChange } from '#shared/domain/change/describe-change.ts';
import { nameRecord } from '#shared/domain/change/describe-record.ts';
import { takeChangeBack } from '#shared/domain/change/restore-edits.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { kinds } from '#shared/domain/kinds.ts';
import type { HistoryItem } from '#renderer/features/history/history-items.ts';
import { wordItem } from '#renderer/features/history/history-words.ts';
import { RecordChange } from '#renderer/features/history/RecordChange.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** An import of thousands is told by its first records. */
const SHOWN_RECORDS = 50;

/** What a change did. */
export function ChangeDetails({ item }: { readonly item: HistoryItem }) {
  const words = useWords();
  const { dateTime } = useFormats();
  const session = useSession();
  const { change } = item;
  // What can be put back depends on how things stand now.
  useVersion(kinds);
  const { fold } = session.project;
  const person = nameRecord(fold, 'person', change.person) || words('common.unknown');
  const stories = describeChange(fold, change, SHOWN_RECORDS);
  const more = countRecords(change) - stories.length;
  const isReadOnly = session.lockedBy !== null;
  const takeBack = (): void => {
    const { draft, skipped } = takeChangeBack(fold, change);
    const written = session.commit(draft);
    if (!written) showToast({ message: words('history.nothingToTakeBack') });
    else if (skipped > 0) showToast({ message: words('history.takenBackPartly', { count: skipped }) });
    else showToast({ message: words('history.takenBack'), tone: 'good' });
  };
  return (
    <section className="history-details" aria-label={words('history.details')}>
      <header className="history-details__head">
        <h3 className="history-details__title">{wordItem(item, words)}</h3>
        <p className="history-details__who">{words('history.byAt', { person, when: dateTime(change.at) })}</p>
        <Button icon={<Undo2 aria-hidden />} isDisabled={isReadOnly} onPress={takeBack}>
          {words('history.takeBack')}
        </Button>
      </header>
      {stories.map((story) => (
        <RecordChange key={`${story.kind} ${story.id}`} story={story} isReadOnly={isReadOnly} />
      ))}
      {more > 0 && <p className="history-details__more">{words('history.more', { count: more })}</p>}
    </section>
  );
}
