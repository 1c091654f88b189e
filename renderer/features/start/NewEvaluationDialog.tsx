/** Making an evaluation: what it is called, what it evaluates, who works here, how it is sealed. */
import { useState } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { createProject } from '#renderer/data/open-project.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { suggestFileName } from '#renderer/features/start/file-name.ts';
import { InterventionFields, type InterventionDraft } from '#renderer/features/start/InterventionFields.tsx';
import {
  NO_CHOICE_YET,
  PassphraseFields,
  whyNotYet,
  type PassphraseChoice,
} from '#renderer/features/start/PassphraseFields.tsx';
import { changePreferences, usePreferences } from '#renderer/view-state/preferences.ts';
import { showRecoverySheet } from '#renderer/view-state/recovery-sheet.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { interfaceLanguages, useLanguage, useWords, type InterfaceLanguage } from '#renderer/ui/words.ts';
import { explainFailure } from '#renderer/features/start/failure-words.ts';
import './NewEvaluationDialog.css';

export type NewEvaluationDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onOpened: (session: ProjectSession) => void;
};

/** The dialog that makes an evaluation. */
export function NewEvaluationDialog({ isOpen, onClose, onOpened }: NewEvaluationDialogProps) {
  const words = useWords();
  const [isBusy, setBusy] = useState(false);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words('start.new.title')} size="wide" isBusy={isBusy} isBare>
      <NewEvaluationForm onClose={onClose} onOpened={onOpened} isBusy={isBusy} onBusy={setBusy} />
    </Dialog>
  );
}

type FormProps = Omit<NewEvaluationDialogProps, 'isOpen'> & {
  readonly isBusy: boolean;
  readonly onBusy: (isBusy: boolean) => void;
};

function NewEvaluationForm({ onClose, onOpened, isBusy, onBusy }: FormProps) {
  const words = useWords();
  const interfaceLanguage = useLanguage();
  const { preferences, info } = usePreferences();
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState<InterfaceLanguage>(interfaceLanguage);
  const [personName, setPersonName] = useState(preferences.personName || (info?.userName ?? ''));
  const [interventions, setInterventions] = useState<readonly InterventionDraft[]>([]);
  const [choice, setChoice] = useState<PassphraseChoice>(NO_CHOICE_YET);
  const [wantsSheet, setWantsSheet] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [failure, setFailure] = useState<OpenFailure | null>(null);
  const isComplete = title.trim() !== '' && personName.trim() !== '' && whyNotYet(choice) === null;

  const make = async (): Promise<void> => {
    setTried(true);
    if (!isComplete || isBusy) return;
    const bridge = hostBridge();
    const picked = await bridge.ask('project.pickToCreate', {
      title: words('start.new.whereTitle'),
      suggestedName: suggestFileName(title, words('start.new.fileName')),
    });
    if (!picked) return;
    if (!picked.ok) return setFailure(picked.failure);
    onBusy(true);
    setFailure(null);
    await changePreferences(bridge, { personName: personName.trim() });
    const made = await createProject(bridge, {
      handle: picked.value,
      title: title.trim(),
      language,
      passphrase: choice.wantsNone ? null : choice.passphrase,
      personName: personName.trim(),
      interventions: interventions.filter(({ code }) => code.trim() !== ''),
    });
    if (made.ok && wantsSheet && !choice.wantsNone) {
      const sheet = await made.value.makeRecovery(choice.passphrase);
      if (sheet.ok) showRecoverySheet(sheet.value);
    }
    onBusy(false);
    if (made.ok) onOpened(made.value);
    else setFailure(made.failure);
  };

  return (
    <form
      className="ui-dialog__form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div className="ui-dialog__body start-new">
        <div className="start-new__row">
          <TextField
            label={words('start.new.name')}
            value={title}
            onChange={setTitle}
            maxLength={500}
            autoFocus
            placeholder={words('start.new.namePlaceholder')}
            error={hasTried && title.trim() === '' ? words('start.new.nameMissing') : ''}
          />
          <Select
            label={words('start.new.language')}
            choices={interfaceLanguages.map(({ id, name }) => ({ id, label: name }))}
            value={language}
            onChange={setLanguage}
          />
        </div>
        <TextField
          label={words('start.new.person')}
          value={personName}
          onChange={setPersonName}
          maxLength={200}
          description={words('start.new.personHelp')}
          error={hasTried && personName.trim() === '' ? words('start.new.personMissing') : ''}
        />
        <InterventionFields interventions={interventions} onChange={setInterventions} />
        <PassphraseFields choice={choice} onChange={setChoice} showsMistakes={hasTried} />
        {!choice.wantsNone && (
          <Checkbox isSelected={wantsSheet} onChange={setWantsSheet} description={words('recovery.askHelp')}>
            {words('recovery.ask')}
          </Checkbox>
        )}
        {failure && (
          <p className="start-new__failure" role="alert">
            {explainFailure(failure, words)}
          </p>
        )}
      </div>
      <div className="ui-dialog__actions">
        <div className="ui-dialog__start">{isBusy ? words('start.new.making') : words('start.new.where')}</div>
        <Button onPress={onClose} isDisabled={isBusy}>
          {words('common.cancel')}
        </Button>
        <Button type="submit" variant="primary" isDisabled={isBusy}>
          {words('start.new.make')}
        </Button>
      </div>
    </form>
  );
}
