/** Yes or no, and one of a few: checkbox, radio buttons, segments side by side. */
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { classNames } from '#renderer/ui/class-names.ts';
import './field.css';
import './Checkbox.css';

export type CheckboxProps = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Some but not all of what it stands for. */
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Names a box that has no words beside it. */
  readonly label?: string;
};

/** A box to tick, with its words. */
export function Checkbox({ description, children, label, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} {...(label !== undefined && { 'aria-label': label })} className="ui-check">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="ui-check__box" aria-hidden>
            {isIndeterminate ? <Minus /> : isSelected && <Check />}
          </span>
          <span>
            {children}
            {description !== undefined && <span className="ui-check__description">{description}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}

export type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
};

export type OptionGroupProps<Value extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  readonly className?: string;
};

/** One of a few, each on its line. */
export function RadioGroup<Value extends string>(props: OptionGroupProps<Value>) {
  return (
    <Group {...props}>
      <div className="ui-radios">
        {props.options.map((option) => (
          <Radio key={option.value} value={option.value} className="ui-check">
            {({ isSelected }) => (
              <>
                <span className="ui-check__box ui-check__box--round" aria-hidden>
                  {isSelected && <span className="ui-check__dot" />}
                </span>
                <span>
                  {option.label}
                  {option.description !== undefined && (
                    <span className="ui-check__description">{option.description}</span>
                  )}
                </span>
              </>
            )}
          </Radio>
        ))}
      </div>
    </Group>
  );
}

/** One of a few, side by side. */
export function SegmentedControl<Value extends string>(props: OptionGroupProps<Value>) {
  return (
    <Group {...props} isHorizontal>
      <div className="ui-segments">
        {props.options.map((option) => (
          <Radio key={option.value} value={option.value} className="ui-segment">
            {option.icon}
            {option.label}
          </Radio>
        ))}
      </div>
    </Group>
  );
}

function Group<Value extends string>(
  props: OptionGroupProps<Value> & { readonly isHorizontal?: boolean; readonly children: ReactNode },
) {
  const { label, isLabelHidden, value, onChange, isDisabled = false, isHorizontal, className, children } = props;
  return (
    <AriaRadioGroup
      className={classNames('ui-field', className)}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      isDisabled={isDisabled}
      orientation={isHorizontal ? 'horizontal' : 'vertical'}
    >
      <Label className={isLabelHidden ? 'ui-hidden-text' : 'ui-field__label'}>{label}</Label>
      {children}
    </AriaRadioGroup>
  );
}
