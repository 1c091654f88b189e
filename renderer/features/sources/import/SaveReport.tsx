/** Saves what became of each file of an import. */
import { hostBridge } from '#renderer/bridge/bridge.ts';
import type { Batch } from '#renderer/features/sources/import/import-batch.ts';
import { writeImportReport } from '#renderer/features/sources/import/import-report.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The button. */
export function SaveReport({ batch }: { readonly batch: Batch }) {
  const words = useWords();
  const formats = useFormats();
  const save = async (): Promise<void> => {
    const place = await hostBridge().ask('files.pickToSave', {
      title: words('import.report.title'),
      suggestedName: `${words('import.report.name')}.csv`,
      extension: 'csv',
    });
    if (!place) return;
    const written = await hostBridge().ask('files.write', {
      token: place.token,
      bytes: writeImportReport(batch, words, formats),
    });
    showToast(
      written.ok
        ? { message: words('import.report.saved'), tone: 'good' }
        : { message: words('import.report.notSaved'), tone: 'danger' },
    );
  };
  return <Button onPress={() => void save()}>{words('import.report.save')}</Button>;
}
