/** Fields for words: one line, several lines, and one that searches. */
import { Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  FieldError,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { classNames } from '#renderer/ui/class-names.ts';
import { useWords } from '#renderer/ui/words.ts';
import './field.css';
import './SearchField.css';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'value' | 'onChange'> & {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The label is there for screen readers only. */
  readonly isLabelHidden?: boolean;
  readonly description?: ReactNode;
  /** What is wrong and what to do; empty when all is well. */
  readonly error?: string;
  readonly placeholder?: string;
  readonly className?: string;
};

/** A field of one line. */
export function TextField(props: TextFieldProps) {
  const { placeholder } = props;
  return (
    <FieldFrame {...props}>
      <Input className="ui-field__input" {...(placeholder !== undefined && { placeholder })} />
    </FieldFrame>
  );
}

export type TextAreaProps = TextFieldProps & { readonly rows?: number };

/** A field of several lines. */
export function TextArea({ rows = 3, ...props }: TextAreaProps) {
  const { placeholder } = props;
  return (
    <FieldFrame {...props}>
      <AriaTextArea className="ui-field__input" rows={rows} {...(placeholder !== undefined && { placeholder })} />
    </FieldFrame>
  );
}

function FieldFrame(props: TextFieldProps & { readonly children: ReactNode }) {
  const { label, isLabelHidden, description, error = '', className, children, placeholder: _, ...rest } = props;
  return (
    <AriaTextField
      // A field that shows a mistake must not keep the form from being sent again.
      validationBehavior="aria"
      {...rest}
      isInvalid={error !== ''}
      className={classNames('ui-field', className)}
    >
      <Label className={isLabelHidden ? 'ui-hidden-text' : 'ui-field__label'}>{label}</Label>
      {children}
      {description !== undefined && error === '' && (
        <Text slot="description" className="ui-field__help">
          {description}
        </Text>
      )}
      <FieldError className="ui-field__error">{error}</FieldError>
    </AriaTextField>
  );
}

export type SearchFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly className?: string;
};

/** A field that searches; Esc empties it. */
export function SearchField({ label, placeholder, className, ...rest }: SearchFieldProps) {
  const words = useWords();
  return (
    <AriaSearchField {...rest} aria-label={label} className={classNames('ui-search', className)}>
      <Search className="ui-search__icon" aria-hidden />
      <Input className="ui-field__input ui-search__input" placeholder={placeholder ?? label} />
      {rest.value !== '' && (
        <AriaButton className="ui-search__clear" aria-label={words('common.clear')}>
          <X aria-hidden />
        </AriaButton>
      )}
    </AriaSearchField>
  );
}
