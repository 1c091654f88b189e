/** Quote balance: how the excerpts under each criterion spread over voices. */
import { balanceByCriterion } from '#shared/analysis/voices-heard.ts';
import { useFacts } from '#renderer/features/evaluation/use-heard.ts';
import { Badge } from '#renderer/ui/Chip.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The section. */
export function BalanceSection() {
  const words = useWords();
  const { number, percent } = useFormats();
  const rows = useFacts(balanceByCriterion);
  return (
    <section aria-label={words('evaluation.balance.title')}>
      <h2>{words('evaluation.balance.title')}</h2>
      <p className="evaluation-page__text">{words('evaluation.balance.text')}</p>
      <div className="evaluation-table__scroll">
        <table className="evaluation-table">
          <caption className="ui-hidden-text">{words('evaluation.balance.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('findings.criterion')}</th>
              {(['quotes', 'voices', 'largest', 'effective'] as const).map((column) => (
                <th key={column} scope="col" className="evaluation-table__number">
                  {words(`evaluation.balance.column.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ criterion, balance }) => (
              <tr key={criterion.id}>
                <th scope="row">{criterion.name}</th>
                <td className="evaluation-table__number">{number(balance.quotes)}</td>
                <td className="evaluation-table__number">{number(balance.voices)}</td>
                <td className="evaluation-table__number">{balance.quotes > 0 ? percent(balance.largestShare) : ''}</td>
                <td className="evaluation-table__number">
                  {balance.quotes > 0 ? number(balance.effectiveVoices, { maximumFractionDigits: 1 }) : ''}
                </td>
                <td>{balance.isOverReliant && <Badge tone="warning">{words('evaluation.balance.leans')}</Badge>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
