/** The box to make a code or change its name, definition and colour. */
import { useState } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { similarCodes } from '#shared/domain/codebook/similar-names.ts';
import { useCodebook, useRecords, useSession } from '#renderer/data/hooks.ts';
import { addCodeTo, changeCode, type CodeForm } from '#renderer/features/coding/codebook/codebook-actions.ts';
import { canCreate } from '#renderer/features/coding/picker/rank-codes.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type CodeDialogSubject =
  { readonly kind: 'new'; readonly parent: CodeId | null } | { readonly kind: 'edit'; readonly code: Code };

const TOP = 'top';
const NO_KEY = 'none';
const FORM_ID = 'code-dialog-form';

/** The box of one code. */
export function CodeDialog({
  subject,
  onClose,
}: {
  readonly subject: CodeDialogSubject;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const edited = subject.kind === 'edit' ? subject.code : null;
  const [form, setForm] = useState(() => formOf(edited));
  const [parent, setParent] = useState<CodeId | null>(subject.kind === 'new' ? subject.parent : subject.code.parent);
  const change = (values: Partial<Form>): void => setForm((before) => ({ ...before, ...values }));
  const name = form.name.trim();
  const isTaken = name !== '' && name !== edited?.name && !canCreate(codebook, name, parent);
  const canSave = name !== '' && !isTaken;
  const save = (): void => {
    if (!canSave) return;
    const { aliases, ...values } = readForm(form);
    if (edited) changeCode(session, edited, values, aliases);
    else addCodeTo(session, { name, parent }, { ...values, aliases });
    onClose();
  };
  const parents = codebook.flat.map(({ code }) => ({ id: code.id, label: codebook.pathOf(code.id).join(' / ') }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words(edited ? 'coding.editCode' : 'coding.addCode')}
      actions={
        <>
          <Button onPress={onClose}>{words('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={FORM_ID} isDisabled={!canSave}>
            {words(edited ? 'common.save' : 'common.add')}
          </Button>
        </>
      }
    >
      <AriaForm
        id={FORM_ID}
        className="code-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={words('coding.codeName')}
          value={form.name}
          onChange={(value) => change({ name: value })}
          autoFocus
          isRequired
          error={isTaken ? words('coding.nameTaken') : ''}
        />
        {!isTaken && <SimilarCodes name={name} edited={edited} />}
        {!edited && (
          <Select
            label={words('coding.under')}
            choices={[{ id: TOP, label: words('coding.theTop') }, ...parents]}
            value={parent ?? TOP}
            onChange={(id) => setParent(id === TOP ? null : id)}
          />
        )}
        <CodeWords form={form} onChange={change} />
        <CodeKey value={form.key} edited={edited} onChange={(key) => change({ key })} />
        {edited && <CodeColor code={edited} value={form.color} onChange={(color) => change({ color })} />}
      </AriaForm>
    </Dialog>
  );
}

/** A code typed twice with a slip tears its quotes apart: said while the name is typed, and not forbidden. */
function SimilarCodes({ name, edited }: { readonly name: string; readonly edited: Code | null }) {
  const words = useWords();
  const { list } = useFormats();
  const codebook = useCodebook();
  const codes = useRecords('code');
  const similar = similarCodes(codes, name, edited);
  if (similar.length === 0 || name === edited?.name) return null;
  const names = similar.slice(0, 4).map(({ id }) => codebook.pathOf(id).join(' / '));
  return (
    <p className="code-dialog__similar" role="status">
      {words('coding.similarNames', { names: list(names) })}
    </p>
  );
}

function CodeWords({ form, onChange }: { readonly form: Form; readonly onChange: (values: Partial<Form>) => void }) {
  const words = useWords();
  return (
    <>
      <TextArea
        label={words('coding.definition')}
        value={form.definition}
        onChange={(definition) => onChange({ definition })}
        rows={3}
      />
      <TextArea
        label={words('coding.include')}
        value={form.include}
        onChange={(include) => onChange({ include })}
        rows={2}
      />
      <TextArea
        label={words('coding.exclude')}
        value={form.exclude}
        onChange={(exclude) => onChange({ exclude })}
        rows={2}
      />
      <TextArea
        label={words('coding.example')}
        value={form.example}
        onChange={(example) => onChange({ example })}
        rows={2}
      />
      <TextField
        label={words('coding.aliases')}
        description={words('coding.aliasesHelp')}
        value={form.aliases}
        onChange={(aliases) => onChange({ aliases })}
      />
    </>
  );
}

type CodeKeyProps = {
  readonly value: string;
  readonly edited: Code | null;
  readonly onChange: (key: string) => void;
};

function CodeKey({ value, edited, onChange }: CodeKeyProps) {
  const words = useWords();
  const codes = useRecords('code');
  const choices = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => {
    const owner = codes.find((code) => code.key === key && code.id !== edited?.id);
    return { id: key, label: owner ? words('coding.keyTaken', { key, code: owner.name }) : key };
  });
  return (
    <Select
      label={words('coding.key')}
      choices={[{ id: NO_KEY, label: words('coding.noKey') }, ...choices]}
      value={value === '' ? NO_KEY : value}
      onChange={(key) => onChange(key === NO_KEY ? '' : key)}
    />
  );
}

type CodeColorProps = {
  readonly code: Code;
  readonly value: string;
  readonly onChange: (color: string) => void;
};

function CodeColor({ code, value, onChange }: CodeColorProps) {
  const words = useWords();
  const codebook = useCodebook();
  return (
    <div className="code-dialog__color">
      <label className="ui-field__label" htmlFor="code-color">
        {words('coding.color')}
      </label>
      <input
        id="code-color"
        type="color"
        value={value === '' ? codebook.colorOf(code.id) : value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value !== '' && code.parent !== null && (
        <Button variant="quiet" onPress={() => onChange('')}>
          {words('coding.colorOfParent')}
        </Button>
      )}
      <span className="ui-field__help">{words('coding.colorHelp')}</span>
    </div>
  );
}

type Form = Record<'name' | 'definition' | 'include' | 'exclude' | 'example' | 'aliases' | 'key' | 'color', string>;

function formOf(code: Code | null): Form {
  return {
    name: code?.name ?? '',
    definition: code?.definition ?? '',
    include: code?.include ?? '',
    exclude: code?.exclude ?? '',
    example: code?.example ?? '',
    aliases: Object.keys(code?.aliases ?? {}).join('; '),
    key: code?.key ?? '',
    color: code?.color ?? '',
  };
}

function readForm({ color, key, aliases, ...texts }: Form): CodeForm {
  const trimmed = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim()]));
  const names = aliases.split(';').map((alias) => alias.trim());
  return { ...(trimmed as typeof texts), color, key, aliases: [...new Set(names.filter(Boolean))] };
}
