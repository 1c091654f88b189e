/** Choosing one of a list: from a menu, or by typing. */
import { Check, ChevronDown, ChevronsUpDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { classNames } from '#renderer/ui/class-names.ts';
import { useWords } from '#renderer/ui/words.ts';
import './field.css';
import './list.css';
import './Select.css';

export type Choice<Value extends string = string> = {
  readonly id: Value;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
};

export type SelectProps<Value extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly choices: readonly Choice<Value>[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
  readonly className?: string;
};

/** One of a short list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, isLabelHidden, choices, value, onChange, placeholder, description, isDisabled = false } = props;
  const words = useWords();
  return (
    <AriaSelect
      className={classNames('ui-field', props.className)}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as Value);
      }}
      placeholder={placeholder ?? words('common.choose')}
      isDisabled={isDisabled}
    >
      <Label className={isLabelHidden ? 'ui-hidden-text' : 'ui-field__label'}>{label}</Label>
      <AriaButton className="ui-field__input ui-select__button">
        <SelectValue className="ui-select__value" />
        <ChevronDown className="ui-select__arrow" aria-hidden />
      </AriaButton>
      {description !== undefined && (
        <Text slot="description" className="ui-field__help">
          {description}
        </Text>
      )}
      <Popover className="ui-popover ui-popover--fitted" offset={4}>
        <ListBox className="ui-options" items={choices}>
          {(choice) => <ChoiceRow choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export type ComboBoxProps = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly choices: readonly Choice[];
  /** What stands in the field: a choice's label, or the user's own words. */
  readonly value: string;
  /** Called when a choice is taken or the field is left with other words in it. */
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
  readonly className?: string;
};

/** A field of one line that proposes what was used before; other words are welcome. */
export function ComboBox(props: ComboBoxProps) {
  const { label, isLabelHidden, choices, value, onChange, placeholder, description, isDisabled = false } = props;
  const words = useWords();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // A value from outside (undo, a colleague) takes the place of what stands in the field.
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const take = (text: string): void => {
    if (text !== value) onChange(text);
  };
  return (
    <AriaComboBox
      className={classNames('ui-field', props.className)}
      defaultItems={choices}
      inputValue={typed}
      onInputChange={setTyped}
      onChange={(key) => {
        const choice = choices.find((item) => item.id === key);
        if (choice) take(choice.label);
      }}
      onBlur={() => take(typed.trim())}
      allowsCustomValue
      menuTrigger="focus"
      isDisabled={isDisabled}
    >
      <Label className={isLabelHidden ? 'ui-hidden-text' : 'ui-field__label'}>{label}</Label>
      <div className="ui-combo">
        <Input className="ui-field__input ui-combo__input" {...(placeholder !== undefined && { placeholder })} />
        <AriaButton className="ui-combo__button" aria-label={words('common.showChoices')}>
          <ChevronsUpDown className="ui-select__arrow" aria-hidden />
        </AriaButton>
      </div>
      {description !== undefined && (
        <Text slot="description" className="ui-field__help">
          {description}
        </Text>
      )}
      <Popover className="ui-popover ui-popover--fitted" offset={4}>
        <ListBox<Choice> className="ui-options">{(choice) => <ChoiceRow choice={choice} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function ChoiceRow({ choice }: { readonly choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className="ui-option">
      {({ isSelected }) => (
        <>
          {choice.icon}
          <span className="ui-option__words">
            <Text slot="label">{choice.label}</Text>
            {choice.description !== undefined && (
              <Text slot="description" className="ui-option__description">
                {choice.description}
              </Text>
            )}
          </span>
          {isSelected && <Check aria-hidden />}
        </>
      )}
    </ListBoxItem>
  );
}
