/** By which method a source was made. */
import { sourceMethods, type SourceMethod } from '#shared/domain/source/source.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type MethodSelectProps = {
  readonly value: SourceMethod;
  readonly onChange: (method: SourceMethod) => void;
  readonly isDisabled?: boolean;
};

/** A list of the methods. */
export function MethodSelect({ value, onChange, isDisabled = false }: MethodSelectProps) {
  const words = useWords();
  return (
    <Select
      label={words('sources.field.method')}
      choices={sourceMethods.map((id) => ({ id, label: words(`common.method.${id}`) }))}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
    />
  );
}
