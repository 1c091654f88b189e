/** Saves the table of measures as csv where the person says. */
import type { AgreementReport } from '#shared/analysis/agreement/agreement-report.ts';
import { writeAgreementCsv } from '#shared/formats/delimited/agreement-csv.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useCodebook, useSession } from '#renderer/data/hooks.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useLanguage, useWords } from '#renderer/ui/words.ts';

/** A function that asks for a place and writes the table there. */
export function useTableFile(): (report: AgreementReport) => void {
  const words = useWords();
  const language = useLanguage();
  const { project } = useSession();
  const codebook = useCodebook();
  const save = async (report: AgreementReport): Promise<void> => {
    const place = await hostBridge().ask('files.pickToSave', {
      title: words('agreement.saveTable'),
      suggestedName: `${words('agreement.fileName')}.csv`,
      extension: 'csv',
    });
    if (!place) return;
    const bytes = writeAgreementCsv(report, {
      // Excel in Spanish and French reads semicolons, in English commas.
      delimiter: language === 'en' ? ',' : ';',
      nameOf: (coder) => project.get('person', coder)?.name ?? '',
      pathOf: (code) => codebook.pathOf(code).join(' / '),
      heading: (column) => words(`agreement.csv.${column}`),
      overall: words('agreement.overall'),
      unit: words(`agreement.units.${report.unit}.name`),
    });
    const written = await hostBridge().ask('files.write', { token: place.token, bytes });
    showToast({ message: words(written.ok ? 'agreement.saved' : 'agreement.notSaved', { name: place.name }) });
  };
  return (report) => void save(report);
}
