/** Title and summary of the evaluation, and where its file lies. */
import { editEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { SettingsSection } from '#renderer/features/settings/SettingsSection.tsx';
import { useDraftText } from '#renderer/ui/draft-text.ts';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** What the evaluation is. */
export function EvaluationSection() {
  const words = useWords();
  const session = useSession();
  const [evaluation] = useRecords('evaluation');
  const isReadOnly = session.lockedBy !== null;
  const title = useDraftText(evaluation?.title ?? '', (value) => {
    // An evaluation without a title could not be told from others.
    if (value.trim() !== '') session.commit(editEvaluation({ title: value.trim() }));
  });
  const summary = useDraftText(evaluation?.summary ?? '', (value) => {
    session.commit(editEvaluation({ summary: value }));
  });
  return (
    <SettingsSection title={words('settings.evaluation.title')}>
      <TextField label={words('settings.evaluation.name')} {...title} maxLength={500} isReadOnly={isReadOnly} />
      <TextArea
        label={words('settings.evaluation.summary')}
        placeholder={words('settings.evaluation.summaryPlaceholder')}
        rows={5}
        {...summary}
        isReadOnly={isReadOnly}
      />
      <dl className="settings__facts">
        <dt>{words('settings.evaluation.file')}</dt>
        <dd>{words('settings.evaluation.fileIn', { name: session.fileName, folder: session.folder })}</dd>
        <dt>{words('settings.evaluation.sealing')}</dt>
        <dd>{words(session.isSealed ? 'shell.sealed' : 'shell.unsealed')}</dd>
      </dl>
    </SettingsSection>
  );
}
