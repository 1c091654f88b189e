/** The import: files are read, looked at and corrected, then added together; each file has its outcome. */
import { useState } from 'react';
import { asId } from '#shared/basics/ids.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { countBatch } from '#renderer/features/sources/import/import-batch.ts';
import { ImportFileList } from '#renderer/features/sources/import/ImportFileList.tsx';
import { ImportPreview } from '#renderer/features/sources/import/ImportPreview.tsx';
import { SaveReport } from '#renderer/features/sources/import/SaveReport.tsx';
import { useImport } from '#renderer/features/sources/import/use-import.ts';
import { clearImportQueue, useImportQueue } from '#renderer/view-state/import-queue.ts';
import { showSourceDetails } from '#renderer/view-state/navigation.ts';
import { takeBack } from '#renderer/view-state/take-back.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { announce } from '#renderer/ui/LiveRegion.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './ImportDialog.css';

/** The import dialog; opens when files wait. */
export function ImportDialog() {
  const words = useWords();
  const session = useSession();
  const files = useImportQueue((queue) => queue.files);
  const controls = useImport(files);
  const [chosen, setChosen] = useState<string | null>(null);
  const { batch, isReading, isAdding } = controls;
  const counts = countBatch(batch);
  const selected =
    batch.find(({ key }) => key === chosen) ?? batch.find(({ state }) => state.kind === 'ready') ?? batch[0];
  const isDone = batch.some(({ state }) => state.kind === 'imported');
  const close = (): void => {
    if (isReading) controls.stop();
    setChosen(null);
    clearImportQueue();
  };
  const add = async (): Promise<void> => {
    const { change, isDone: isAdded, hasReport } = await controls.commit();
    if (!isAdded) return showToast({ message: words('import.readOnly'), tone: 'danger' });
    const message = words('import.done', { count: counts.wanted });
    const first = change?.ops.find(({ kind }) => kind === 'source');
    if (first) showSourceDetails(asId<'source'>(first.id));
    // Files that were not imported have their reason to be read, further waves what they changed not: the box stays.
    if (counts.failed + counts.duplicate + counts.waves > 0 || hasReport || !change) return announce(message);
    close();
    showToast({
      message,
      tone: 'good',
      action: { label: words('common.undo'), onPress: () => takeBack(session, change) },
    });
  };
  return (
    <Dialog
      isOpen={files.length > 0}
      onClose={close}
      title={words('import.title', { count: batch.length })}
      size="full"
      isBare
      isBusy={isAdding}
      actionsStart={
        isReading ? (
          <ProgressBar
            label={words('import.reading', {
              name: batch.find(({ state }) => state.kind === 'reading')?.file.name ?? '',
            })}
            done={counts.read}
            total={batch.length}
            detail={words('import.progress', { done: counts.read, total: batch.length })}
            onCancel={controls.stop}
          />
        ) : (
          <span className="import__summary" role="status">
            {counts.imported > 0 && <span>{words('import.done', { count: counts.imported })}</span>}
            {counts.failed > 0 && <span>{words('import.failed', { count: counts.failed })}</span>}
            {counts.duplicate > 0 && <span>{words('import.duplicates', { count: counts.duplicate })}</span>}
          </span>
        )
      }
      actions={
        isDone ? (
          <>
            <SaveReport batch={batch} />
            <Button variant="primary" onPress={close}>
              {words('common.close')}
            </Button>
          </>
        ) : (
          <>
            {!isReading && counts.failed + counts.duplicate > 0 && <SaveReport batch={batch} />}
            <Button onPress={close} isDisabled={isAdding}>
              {words('common.cancel')}
            </Button>
            <Button
              variant="primary"
              onPress={() => void add()}
              isDisabled={isReading || isAdding || counts.wanted === 0}
            >
              {words('import.add', { count: counts.wanted })}
            </Button>
          </>
        )
      }
    >
      <div className="import">
        <div className="import__files">
          <ImportFileList batch={batch} selected={selected?.key ?? null} onSelect={setChosen} />
        </div>
        <div className="import__detail">
          {selected && (
            <ImportPreview key={selected.key} entry={selected} controls={controls} fileCount={batch.length} />
          )}
        </div>
      </div>
    </Dialog>
  );
}
