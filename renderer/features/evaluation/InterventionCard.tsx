/** One intervention with all that is known of it. */
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { editIntervention, removeIntervention, shiftIntervention } from '#shared/domain/evaluation/evaluation-edits.ts';
import type { Intervention } from '#shared/domain/evaluation/intervention.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { useDraftText, useLongDraftText } from '#renderer/ui/draft-text.ts';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type InterventionCardProps = { readonly intervention: Intervention; readonly isReadOnly: boolean };

type PlainField = 'code' | 'title' | 'donors' | 'budget' | 'startDate' | 'endDate';

/** The card. */
export function InterventionCard({ intervention, isReadOnly }: InterventionCardProps) {
  const words = useWords();
  const session = useSession();
  const edit = (values: Parameters<typeof editIntervention>[1]): void => {
    const current = session.project.get('intervention', intervention.id);
    if (current) commitPlan(session, editIntervention(current, values));
  };
  const objectives = useLongDraftText(intervention.objectives, (value) => edit({ objectives: value }));
  const field = { intervention, onEdit: edit, isReadOnly };
  const shift = (by: -1 | 1): void => void commitPlan(session, shiftIntervention(session.project, intervention, by));
  const removed = words('settings.interventions.removed', { code: intervention.code });
  return (
    <div className="evaluation-card" role="group" aria-label={intervention.code}>
      <Field {...field} name="code" />
      <Field {...field} name="title" />
      <Field {...field} name="donors" />
      <Field {...field} name="budget" />
      <Field {...field} name="startDate" />
      <Field {...field} name="endDate" />
      <TextArea
        className="evaluation-card__wide"
        label={words('evaluation.setup.field.objectives')}
        rows={2}
        isReadOnly={isReadOnly}
        {...objectives}
      />
      {!isReadOnly && (
        <div className="evaluation-card__actions">
          <IconButton
            label={words('evaluation.upNamed', { name: intervention.code })}
            icon={<ArrowUp aria-hidden />}
            onPress={() => shift(-1)}
          />
          <IconButton
            label={words('evaluation.downNamed', { name: intervention.code })}
            icon={<ArrowDown aria-hidden />}
            onPress={() => shift(1)}
          />
          <IconButton
            label={words('common.removeNamed', { name: intervention.code })}
            icon={<Trash2 aria-hidden />}
            onPress={() => commitPlan(session, removeIntervention(intervention), removed)}
          />
        </div>
      )}
    </div>
  );
}

type FieldProps = {
  readonly name: PlainField;
  readonly intervention: Intervention;
  readonly onEdit: (values: Partial<Pick<Intervention, PlainField>>) => void;
  readonly isReadOnly: boolean;
};

function Field({ name, intervention, onEdit, isReadOnly }: FieldProps) {
  const words = useWords();
  const draft = useDraftText(intervention[name], (value) => {
    // Without a code nothing could name it.
    if (name !== 'code' || value.trim() !== '') onEdit({ [name]: value.trim() });
  });
  const isDate = name === 'startDate' || name === 'endDate';
  return (
    <TextField
      label={words(`evaluation.setup.field.${name}`)}
      isReadOnly={isReadOnly}
      {...(isDate && { placeholder: words('evaluation.setup.datePlaceholder') })}
      {...draft}
    />
  );
}
