/** What two people did differently without knowing of each other: both values, and one click for each. */
import { useMemo, useState } from 'react';
import { conflictKey, openConflicts, settleConflict, type Conflict } from '#shared/domain/change/conflict.ts';
import type { ChangeHead } from '#shared/domain/change/change.ts';
import { nameRecord } from '#shared/domain/change/describe-record.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { wordField, wordValue } from '#renderer/view-state/record-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { announce } from '#renderer/ui/LiveRegion.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** So many are on the screen at once; the rest follows as these are decided. */
const SHOWN = 50;

/** The section. */
export function ConflictList() {
  const words = useWords();
  const session = useSession();
  const version = useVersion(kinds);
  // A decision that changes no record rises no version.
  const [decided, setDecided] = useState(0);
  const conflicts = useMemo(
    () => openConflicts(session.project.fold),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the fold is the same object whatever changes in it
    [session, version, decided],
  );
  const decide = (conflict: Conflict, choice: 'kept' | 'overwritten'): void => {
    session.commit(settleConflict(session.project.fold, conflict, choice));
    setDecided((count) => count + 1);
    announce(words('merge.decided'));
  };
  return (
    <section className="merge-section" aria-labelledby="merge-conflicts">
      <h2 id="merge-conflicts">{words('merge.conflicts', { count: conflicts.length })}</h2>
      <p>{words(conflicts.length === 0 ? 'merge.noConflicts' : 'merge.aboutConflicts')}</p>
      <ul className="merge-conflicts">
        {conflicts.slice(0, SHOWN).map((conflict) => (
          <ConflictRow
            key={conflictKey(conflict)}
            conflict={conflict}
            onDecide={(choice) => decide(conflict, choice)}
          />
        ))}
      </ul>
      {conflicts.length > SHOWN && <p>{words('merge.moreConflicts', { count: conflicts.length - SHOWN })}</p>}
    </section>
  );
}

type ConflictRowProps = {
  readonly conflict: Conflict;
  readonly onDecide: (choice: 'kept' | 'overwritten') => void;
};

function ConflictRow({ conflict, onDecide }: ConflictRowProps) {
  const words = useWords();
  const formats = useFormats();
  const session = useSession();
  const { fold } = session.project;
  const { kind, id, field, kept, overwritten, keptBy, overwrittenBy } = conflict;
  const name = nameRecord(fold, kind, id);
  const write = (value: Conflict['kept']): string =>
    field === null
      ? words(`merge.${value === 'removed' ? 'wasRemoved' : 'wasEdited'}`)
      : wordValue(fold, { kind, field }, value, words, formats) || words('history.nothing');
  const by = (head: ChangeHead): string =>
    words('merge.by', {
      person: nameRecord(fold, 'person', head.person) || words('merge.unnamed'),
      at: formats.dateTime(head.at),
    });
  const what = field === null ? words('merge.removal') : wordField(fold, kind, field, words);
  const isReadOnly = session.lockedBy !== null;
  return (
    <li className="merge-conflict" aria-label={[words(`history.kind.${kind}`), name, what].filter(Boolean).join(', ')}>
      <div className="merge-conflict__what">
        <span className="merge-conflict__kind">{words(`history.kind.${kind}`)}</span> <strong>{name}</strong>
        <span className="merge-conflict__field">{what}</span>
      </div>
      {(['kept', 'overwritten'] as const).map((which) => (
        <div key={which} className="merge-conflict__side">
          <span className="merge-conflict__state">{words(`merge.side.${which}`)}</span>
          <blockquote className="merge-conflict__value">{write(which === 'kept' ? kept : overwritten)}</blockquote>
          <span className="merge-conflict__by">{by(which === 'kept' ? keptBy : overwrittenBy)}</span>
          <Button isDisabled={isReadOnly} onPress={() => onDecide(which)}>
            {words(`merge.take.${which}`)}
          </Button>
        </div>
      ))}
    </li>
  );
}
