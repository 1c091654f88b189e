/** The interventions of a new evaluation: code and title of each; there may be none yet. */
import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type InterventionDraft = { readonly key: number; readonly code: string; readonly title: string };

export type InterventionFieldsProps = {
  readonly interventions: readonly InterventionDraft[];
  readonly onChange: (interventions: readonly InterventionDraft[]) => void;
};

/** A row of fields for each intervention. */
export function InterventionFields({ interventions, onChange }: InterventionFieldsProps) {
  const words = useWords();
  const nextKey = useRef(1);
  const change = (key: number, values: Partial<InterventionDraft>): void =>
    onChange(interventions.map((item) => (item.key === key ? { ...item, ...values } : item)));
  return (
    <div className="start-new__interventions" role="group" aria-label={words('start.new.interventions')}>
      <div>
        <div className="start-new__heading">{words('start.new.interventions')}</div>
        <div className="start-new__help">{words('start.new.interventionsHelp')}</div>
      </div>
      {interventions.map((item) => (
        <div key={item.key} className="start-new__intervention">
          <TextField
            label={words('start.new.interventionCode')}
            isLabelHidden
            placeholder={words('start.new.interventionCode')}
            value={item.code}
            maxLength={40}
            onChange={(code) => change(item.key, { code })}
            autoFocus
          />
          <TextField
            label={words('start.new.interventionTitle')}
            isLabelHidden
            placeholder={words('start.new.interventionTitle')}
            value={item.title}
            onChange={(title) => change(item.key, { title })}
          />
          <IconButton
            label={words('start.new.interventionRemove')}
            icon={<Trash2 aria-hidden />}
            onPress={() => onChange(interventions.filter(({ key }) => key !== item.key))}
          />
        </div>
      ))}
      <Button
        variant="quiet"
        icon={<Plus aria-hidden />}
        onPress={() => onChange([...interventions, { key: nextKey.current++, code: '', title: '' }])}
      >
        {words('start.new.interventionAdd')}
      </Button>
    </div>
  );
}
