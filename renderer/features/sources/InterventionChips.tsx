/** Which interventions a source concerns: a chip to switch for each. */
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import { useRecords } from '#renderer/data/hooks.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type InterventionChipsProps = {
  readonly concerns: Readonly<Record<InterventionId, true>>;
  readonly onChange: (concerns: Readonly<Record<InterventionId, true>>) => void;
};

/** Chips of all interventions. */
export function InterventionChips({ concerns, onChange }: InterventionChipsProps) {
  const words = useWords();
  const interventions = useRecords('intervention');
  const toggle = (id: InterventionId, isOn: boolean): void => {
    const others = Object.entries(concerns).filter(([other]) => other !== id);
    onChange(Object.fromEntries(isOn ? [...others, [id, true as const]] : others));
  };
  return (
    <div className="sources-chips" role="group" aria-label={words('sources.field.interventions')}>
      <span className="ui-field__label">{words('sources.field.interventions')}</span>
      {interventions.map((item) => (
        <Chip key={item.id} isSelected={concerns[item.id] ?? false} onChange={(isOn) => toggle(item.id, isOn)}>
          {item.code}
        </Chip>
      ))}
    </div>
  );
}
