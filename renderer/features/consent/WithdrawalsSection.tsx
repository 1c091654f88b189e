/** What is left of words that were removed for good: whose, when, by whom, how many codings. No words. */
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';
import './Consent.css';

/** A section of the settings; nothing while nobody has withdrawn. */
export function WithdrawalsSection() {
  const words = useWords();
  const { project } = useSession();
  const { date, dateTime } = useFormats();
  const withdrawals = useRecords('withdrawal');
  if (withdrawals.length === 0) return null;
  return (
    <section className="consent" aria-label={words('consent.withdrawals')}>
      <h3 className="consent__title">{words('consent.withdrawals')}</h3>
      <ul className="consent__goes">
        {withdrawals.map((item) => (
          <li key={item.id}>
            <strong>{item.name}</strong>{' '}
            {words('consent.withdrawn', {
              date: item.date === '' ? words('consent.withdrawal.noDate') : date(item.date),
              recordedBy: project.get('person', item.recordedBy)?.name ?? '',
              erasedAt: dateTime(item.erasedAt),
              erasedBy: project.get('person', item.erasedBy)?.name ?? '',
              count: item.codings.length,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
