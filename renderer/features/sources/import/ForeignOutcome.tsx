/** What came in with a project or codebook, and what of it is not as it was there. */
import type { ForeignReport } from '#renderer/features/sources/import/import-batch.ts';
import { LossList } from '#renderer/features/sources/import/LossList.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ForeignOutcomeProps = { readonly name: string; readonly report: ForeignReport };

/** The report behind an import. */
export function ForeignOutcome({ name, report }: ForeignOutcomeProps) {
  const words = useWords();
  const { sources, codes, codings, losses } = report;
  return (
    <div className="import-foreign" role="status">
      <h3>{words('import.isImported', { name })}</h3>
      <p>{words('import.foreign.came', { sources, codes, codings })}</p>
      <h4>{words('import.foreign.remarksHead')}</h4>
      <LossList losses={losses} />
    </div>
  );
}
