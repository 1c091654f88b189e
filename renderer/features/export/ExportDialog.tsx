/** Chooses and writes a deliverable: what, in which language, of how much; says where it was saved. */
import { useState } from 'react';
import { languages, type Language } from '#shared/domain/evaluation/language.ts';
import { DeliverableOptions } from '#renderer/features/export/DeliverableOptions.tsx';
import { ExportOutcome } from '#renderer/features/export/ExportOutcome.tsx';
import { useExport } from '#renderer/features/export/use-export.ts';
import { useExportTask } from '#renderer/features/export/use-export-task.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { chooseDeliverable, deliverables, useExportChoice } from '#renderer/view-state/export-request.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { interfaceLanguages, useWords } from '#renderer/ui/words.ts';
import './ExportDialog.css';

export type ExportDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** The dialog; what was chosen in it is forgotten when it closes, except the kind of deliverable. */
export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  return isOpen ? <OpenExportDialog onClose={onClose} /> : null;
}

function OpenExportDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { project } = useSession();
  const deliverable = useExportChoice((state) => state.deliverable);
  const [language, setLanguage] = useState<Language>(project.evaluation.language);
  const task = useExportTask(deliverable, language);
  const { stage, start, cancel, again } = useExport();
  const isBusy = stage.kind === 'reading' || stage.kind === 'writing';
  const names = new Map<string, string>(interfaceLanguages.map(({ id, name }) => [id, name]));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('export-screen.title')}
      size="wide"
      isBusy={isBusy}
      actions={
        stage.kind === 'choosing' ? (
          <>
            <Button onPress={onClose}>{words('common.cancel')}</Button>
            <Button
              variant="primary"
              isDisabled={task.isEmpty}
              onPress={() => start({ deliverable, language, makeTask: task.make })}
            >
              {words('export-screen.choosePlace')}
            </Button>
          </>
        ) : isBusy ? undefined : (
          <>
            <Button onPress={again}>{words('export-screen.another')}</Button>
            <Button variant="primary" onPress={onClose} autoFocus>
              {words('common.close')}
            </Button>
          </>
        )
      }
    >
      {stage.kind === 'choosing' ? (
        <div className="export-choice">
          <RadioGroup
            label={words('export-screen.what')}
            options={deliverables.map((value) => ({
              value,
              label: words(`export-screen.deliverable.${value}`),
              description: words(`export-screen.about.${value}`),
            }))}
            value={deliverable}
            onChange={chooseDeliverable}
          />
          <div className="export-choice__options">
            {deliverable !== 'everything-json' && (
              <Select<Language>
                label={words('export-screen.language')}
                choices={languages.map((id) => ({ id, label: names.get(id) ?? id }))}
                value={language}
                onChange={setLanguage}
                description={words('export-screen.languageHelp')}
              />
            )}
            <DeliverableOptions deliverable={deliverable} task={task} />
          </div>
        </div>
      ) : (
        <ExportOutcome stage={stage} onCancel={cancel} />
      )}
    </Dialog>
  );
}
