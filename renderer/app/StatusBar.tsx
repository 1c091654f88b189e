/** The bar at the bottom: saved or not, how much there is, who works here. */
import { LockKeyhole, LockKeyholeOpen, User } from 'lucide-react';
import { SaveStatus } from '#renderer/app/SaveStatus.tsx';
import { GapStatus } from '#renderer/features/evaluation/GapStatus.tsx';
import { BlindNotice } from '#renderer/features/agreement/rounds/BlindNotice.tsx';
import { BackupStatus } from '#renderer/features/backups/BackupStatus.tsx';
import { useRecord, useRecordCount, useSession } from '#renderer/data/hooks.ts';
import { useWords } from '#renderer/ui/words.ts';
import './StatusBar.css';

/** The bar at the bottom of the window. */
export function StatusBar() {
  const words = useWords();
  const session = useSession();
  const sources = useRecordCount('source');
  const codings = useRecordCount('coding');
  const person = useRecord('person', session.person);
  return (
    <footer className="app-status">
      <SaveStatus />
      <span className="app-status__item">
        {session.isSealed ? <LockKeyhole aria-hidden /> : <LockKeyholeOpen aria-hidden />}
        {words(session.isSealed ? 'shell.sealed' : 'shell.unsealed')}
      </span>
      <BackupStatus />
      <BlindNotice />
      <span className="app-status__fill" />
      <GapStatus />
      <span className="app-status__item">{words('common.sources', { count: sources })}</span>
      <span className="app-status__item">{words('common.codings', { count: codings })}</span>
      {person && (
        <span className="app-status__item">
          <User aria-hidden />
          {person.name}
        </span>
      )}
    </footer>
  );
}
