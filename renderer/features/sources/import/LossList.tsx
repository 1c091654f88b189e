/** What an exchange does not take over as it stands, one line each. */
import type { ExchangeLoss } from '#shared/formats/refi/losses.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The list; says so when there is nothing. */
export function LossList({ losses }: { readonly losses: readonly ExchangeLoss[] }) {
  const words = useWords();
  if (losses.length === 0) return <p>{words('import.foreign.noLoss')}</p>;
  return (
    <ul className="import-foreign__losses">
      {losses.map(({ code, count, names }) => (
        <li key={code}>
          {words(`exchange.loss.${code}`)}
          {count > 1 && ` (${count})`}
          {names.length > 0 && <span className="import-foreign__names">{names.join(' · ')}</span>}
        </li>
      ))}
    </ul>
  );
}
