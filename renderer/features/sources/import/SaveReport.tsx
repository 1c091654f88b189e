/** Saves what became of each file of an import. */
import { useState } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import type { Batch } from '#renderer/features/sources/import/import-batch.ts';
import { writeImportReport } from '#renderer/features/sources/import/import-report.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The button, and beside it what came of it: a note at the window's edge would lie over the buttons of the box. */
export function SaveReport({ batch }: { readonly batch: Batch }) {
  const words = useWords();
  const formats = useFormats();
  const [outcome, setOutcome] = useState<'saved' | 'notSaved' | null>(null);
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
    setOutcome(written.ok ? 'saved' : 'notSaved');
  };
  return (
    <>
      <span role="status">{outcome && words(`import.report.${outcome}`)}</span>
      <Button onPress={() => void save()}>{words('import.report.save')}</Button>
    </>
  );
}
