/** Of whom and how a question is to be asked: methods, stakeholder groups, interventions, further criteria. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { foldName } from '#shared/domain/codebook/codebook.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import { setQuestionEntry, type QuestionMap } from '#shared/domain/evaluation/question-edits.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';
import { sourceMethods } from '#shared/domain/source/source.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type QuestionPlanProps = { readonly question: Question; readonly isReadOnly: boolean };

/** The plan of a question. */
export function QuestionPlan({ question, isReadOnly }: QuestionPlanProps) {
  const words = useWords();
  const session = useSession();
  const interventions = useRecords('intervention');
  const criteria = useRecords('code').filter((code) => isCriterion(code) && !code.hidden);
  const groups = useKnownGroups();
  const set = (map: QuestionMap, entry: string, isOn: boolean): void => {
    if (!isReadOnly) commitPlan(session, setQuestionEntry(question, map, entry, isOn));
  };
  return (
    <div className="evaluation-plan">
      <ChipGroup
        label={words('evaluation.matrix.methods')}
        entries={sourceMethods.map((id) => ({ id, label: words(`common.methods.${id}`) }))}
        isOn={(id) => id in question.methods}
        onChange={(id, isOn) => set('methods', id, isOn)}
      />
      <ChipGroup
        label={words('evaluation.matrix.groups')}
        entries={groups.map((group) => ({ id: group, label: group }))}
        isOn={(id) => id in question.groups}
        onChange={(id, isOn) => set('groups', id, isOn)}
      >
        {!isReadOnly && <NewGroup known={groups} onAdd={(group) => set('groups', group, true)} />}
      </ChipGroup>
      {interventions.length > 1 && (
        <ChipGroup
          label={words('evaluation.matrix.interventions')}
          help={words('evaluation.matrix.noneIsAll')}
          entries={interventions.map(({ id, code }) => ({ id, label: code }))}
          isOn={(id) => id in question.interventions}
          onChange={(id, isOn) => set('interventions', id, isOn)}
        />
      )}
      <ChipGroup
        label={words('evaluation.matrix.criteria')}
        entries={criteria.flatMap(({ id, name }) => (id === question.criterion ? [] : [{ id, label: name }]))}
        isOn={(id) => id in question.criteria}
        onChange={(id, isOn) => set('criteria', id, isOn)}
      />
    </div>
  );
}

type ChipGroupProps = {
  readonly label: string;
  readonly help?: string;
  readonly entries: readonly { readonly id: string; readonly label: string }[];
  readonly isOn: (id: string) => boolean;
  readonly onChange: (id: string, isOn: boolean) => void;
  readonly children?: React.ReactNode;
};

function ChipGroup({ label, help, entries, isOn, onChange, children }: ChipGroupProps) {
  return (
    <div className="evaluation-plan__group" role="group" aria-label={label}>
      <span className="ui-field__label">
        {label}
        {help !== undefined && <span className="evaluation-plan__help"> ({help})</span>}
      </span>
      <div className="evaluation-plan__chips">
        {entries.map((entry) => (
          <Chip key={entry.id} isSelected={isOn(entry.id)} onChange={(selected) => onChange(entry.id, selected)}>
            {entry.label}
          </Chip>
        ))}
        {children}
      </div>
    </div>
  );
}

/** A group that nobody was heard of yet. */
function NewGroup({ known, onAdd }: { readonly known: readonly string[]; readonly onAdd: (group: string) => void }) {
  const words = useWords();
  const [name, setName] = useState('');
  const add = (): void => {
    const group = name.trim();
    if (group === '') return;
    onAdd(known.find((one) => foldName(one) === foldName(group)) ?? group);
    setName('');
  };
  return (
    <Form
      className="evaluation-plan__new"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={words('evaluation.matrix.newGroup')}
        isLabelHidden
        placeholder={words('evaluation.matrix.newGroup')}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <IconButton label={words('evaluation.matrix.addGroup')} icon={<Plus aria-hidden />} type="submit" />
    </Form>
  );
}

/** Groups of participants, of the sampling plan and of questions; names that differ only in case are one. */
function useKnownGroups(): readonly string[] {
  const participants = useRecords('participant');
  const lines = useRecords('planned-sample');
  const questions = useRecords('question');
  const names = new Map<string, string>();
  const all = [
    ...questions.flatMap(({ groups }) => Object.keys(groups)),
    ...participants.map(({ group }) => group.trim()),
    ...lines.map(({ group }) => group.trim()),
  ];
  for (const name of all) if (name !== '' && !names.has(foldName(name))) names.set(foldName(name), name);
  return [...names.values()].sort((a, b) => a.localeCompare(b));
}
