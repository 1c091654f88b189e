/** The sampling plan: who is to be heard, line by line, and who was invited and declined. */
import { Plus, Trash2 } from 'lucide-react';
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import {
  addPlannedSample,
  editPlannedSample,
  removePlannedSample,
} from '#shared/domain/evaluation/planned-sample-edits.ts';
import type { PlannedSample } from '#shared/domain/evaluation/planned-sample.ts';
import { sourceMethods } from '#shared/domain/source/source.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useDraftText } from '#renderer/ui/draft-text.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The section. */
export function SamplingPlanSection() {
  const words = useWords();
  const session = useSession();
  const lines = useRecords('planned-sample');
  const isReadOnly = session.lockedBy !== null;
  const add = (): void => {
    commitPlan(
      session,
      addPlannedSample(session.project, { method: lines.at(-1)?.method ?? 'interview' }, randomBytes).draft,
    );
  };
  return (
    <section aria-label={words('evaluation.heard.plan')} className="evaluation-plan-lines">
      <h2>{words('evaluation.heard.plan')}</h2>
      <p className="evaluation-page__text">{words('evaluation.heard.planText')}</p>
      {lines.map((line, place) => (
        <PlanLine key={line.id} line={line} place={place + 1} isReadOnly={isReadOnly} />
      ))}
      {!isReadOnly && (
        <Button icon={<Plus aria-hidden />} onPress={add}>
          {words('evaluation.heard.addLine')}
        </Button>
      )}
    </section>
  );
}

type PlanLineProps = { readonly line: PlannedSample; readonly place: number; readonly isReadOnly: boolean };

const ALL = 'all';

function PlanLine({ line, place, isReadOnly }: PlanLineProps) {
  const words = useWords();
  const session = useSession();
  const interventions = useRecords('intervention');
  const edit = (values: Parameters<typeof editPlannedSample>[1]): void => {
    const current = session.project.get('planned-sample', line.id);
    if (current) commitPlan(session, editPlannedSample(current, values));
  };
  const field = { line, onEdit: edit, isReadOnly };
  const name = words('evaluation.heard.lineNamed', { place });
  return (
    <div className="evaluation-card" role="group" aria-label={name}>
      <Select
        label={words('matrix.dimension.method')}
        choices={sourceMethods.map((id) => ({ id, label: words(`common.methods.${id}`) }))}
        value={line.method}
        onChange={(method) => edit({ method })}
        isDisabled={isReadOnly}
      />
      <WordField {...field} name="group" />
      <WordField {...field} name="gender" />
      <WordField {...field} name="place" />
      {interventions.length > 1 && (
        <Select<string>
          label={words('matrix.dimension.intervention')}
          choices={[
            { id: ALL, label: words('evaluation.heard.any') },
            ...interventions.map(({ id, code }) => ({ id: id, label: code })),
          ]}
          value={line.intervention ?? ALL}
          onChange={(id) => edit({ intervention: id === ALL ? null : (id as InterventionId) })}
          isDisabled={isReadOnly}
        />
      )}
      <CountField {...field} name="planned" />
      <CountField {...field} name="invited" />
      <CountField {...field} name="declined" />
      <WordField {...field} name="reasons" />
      {!isReadOnly && (
        <div className="evaluation-card__actions">
          <IconButton
            label={words('common.removeNamed', { name })}
            icon={<Trash2 aria-hidden />}
            onPress={() => commitPlan(session, removePlannedSample(line), words('evaluation.heard.lineRemoved'))}
          />
        </div>
      )}
    </div>
  );
}

type FieldProps<Name extends keyof PlannedSample> = {
  readonly name: Name;
  readonly line: PlannedSample;
  readonly onEdit: (values: Parameters<typeof editPlannedSample>[1]) => void;
  readonly isReadOnly: boolean;
};

function WordField({ name, line, onEdit, isReadOnly }: FieldProps<'group' | 'gender' | 'place' | 'reasons'>) {
  const words = useWords();
  const draft = useDraftText(line[name], (value) => onEdit({ [name]: value.trim() }));
  const label = name === 'reasons' ? words('evaluation.heard.reasons') : words(`matrix.dimension.${name}`);
  const placeholder = name === 'reasons' ? '' : words('evaluation.heard.any');
  return <TextField label={label} placeholder={placeholder} isReadOnly={isReadOnly} {...draft} />;
}

function CountField({ name, line, onEdit, isReadOnly }: FieldProps<'planned' | 'invited' | 'declined'>) {
  const words = useWords();
  const written = line[name] === null ? '' : String(line[name]);
  const draft = useDraftText(written, (value) => {
    const text = value.trim();
    if (/^\d{1,6}$/u.test(text)) onEdit({ [name]: Number(text) });
    else if (text === '') onEdit({ [name]: name === 'planned' ? 0 : null });
  });
  const isWrong = !/^\d{0,6}$/u.test(draft.value.trim());
  return (
    <TextField
      label={words(`evaluation.heard.column.${name}`)}
      inputMode="numeric"
      isReadOnly={isReadOnly}
      error={isWrong ? words('evaluation.heard.wholeNumber') : ''}
      {...draft}
    />
  );
}
