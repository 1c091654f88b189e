/** Attributes of a source: whatever the team wants to compare by, such as state, sector, round. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { setAttribute } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { useKnownAttributes } from '#renderer/features/sources/use-known-values.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type AttributeFieldsProps = { readonly source: Source; readonly isReadOnly: boolean };

/** A row per attribute, and one to add. */
export function AttributeFields({ source, isReadOnly }: AttributeFieldsProps) {
  const words = useWords();
  const session = useSession();
  const { names, valuesOf } = useKnownAttributes();
  const [newName, setNewName] = useState('');
  const [newValue, setNewValue] = useState('');
  const set = (name: string, value: string): void =>
    void session.commit(setAttribute('source', source.id, name, value));
  const add = (): void => {
    set(newName, newValue);
    setNewName('');
    setNewValue('');
  };
  return (
    <section className="sources-details__section">
      <h4 className="sources-details__heading">{words('sources.attributes')}</h4>
      {Object.entries(source.attributes).map(([name, value]) => (
        <div key={name} className="sources-attribute">
          <span className="sources-attribute__name" title={name}>
            {name}
          </span>
          <ComboBox
            label={name}
            isLabelHidden
            choices={valuesOf(name)}
            value={value}
            onChange={(next) => set(name, next)}
            isDisabled={isReadOnly}
          />
          <IconButton
            label={words('common.removeNamed', { name })}
            icon={<X aria-hidden />}
            onPress={() => set(name, '')}
            isDisabled={isReadOnly}
          />
        </div>
      ))}
      {!isReadOnly && (
        <div className="sources-attribute">
          <ComboBox
            label={words('sources.attributeName')}
            isLabelHidden
            placeholder={words('sources.attributeName')}
            choices={names.filter(({ id }) => source.attributes[id] === undefined)}
            value={newName}
            onChange={setNewName}
          />
          <ComboBox
            label={words('sources.attributeValue')}
            isLabelHidden
            placeholder={words('sources.attributeValue')}
            choices={newName === '' ? [] : valuesOf(newName)}
            value={newValue}
            onChange={setNewValue}
          />
          <Button icon={<Plus aria-hidden />} onPress={add} isDisabled={newName === '' || newValue === ''}>
            {words('common.add')}
          </Button>
        </div>
      )}
    </section>
  );
}
