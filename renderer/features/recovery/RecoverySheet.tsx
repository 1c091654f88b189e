/** The sheet itself: one page that opens an evaluation whose passphrase is forgotten. */
import { useState } from 'react';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';
import './RecoverySheet.css';

/** What is printed; everything else on the screen stays off the paper. */
export function RecoverySheet({ code }: { readonly code: string }) {
  const words = useWords();
  const { date } = useFormats();
  const session = useSession();
  const [evaluation] = useRecords('evaluation');
  const [today] = useState(() => new Date().toISOString());
  return (
    <article className="recovery-sheet" aria-label={words('recovery.title')}>
      <h3 className="recovery-sheet__title">{words('recovery.heading')}</h3>
      <dl className="recovery-sheet__facts">
        <dt>{words('recovery.evaluation')}</dt>
        <dd>{evaluation?.title}</dd>
        <dt>{words('recovery.file')}</dt>
        <dd>{session.fileName}</dd>
        <dt>{words('recovery.id')}</dt>
        <dd>{session.projectId}</dd>
        <dt>{words('recovery.made')}</dt>
        <dd>{date(today)}</dd>
      </dl>
      <p className="recovery-sheet__code">
        {code.split('-').map((group, index) => (
          // The same five signs can come twice; their place tells them apart.
          <span key={index}>{group}</span>
        ))}
      </p>
      <p>{words('recovery.use')}</p>
      <p>{words('recovery.keep')}</p>
    </article>
  );
}
