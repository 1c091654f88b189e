/** The box to make a code or change its name, definition and colour. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Code, CodeId } from '#shared/domain/codebook/code.ts';
import { useCodebook, useSession } from '#renderer/data/hooks.ts';
import { addCodeTo, changeCode } from '#renderer/features/coding/codebook/codebook-actions.ts';
import { canCreate } from '#renderer/features/coding/picker/rank-codes.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type CodeDialogSubject =
  { readonly kind: 'new'; readonly parent: CodeId | null } | { readonly kind: 'edit'; readonly code: Code };

const TOP = 'top';
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
  const [name, setName] = useState(edited?.name ?? '');
  const [definition, setDefinition] = useState(edited?.definition ?? '');
  const [color, setColor] = useState(edited?.color ?? '');
  const [parent, setParent] = useState<CodeId | null>(subject.kind === 'new' ? subject.parent : subject.code.parent);
  const isTaken = name.trim() !== '' && name.trim() !== edited?.name && !canCreate(codebook, name, parent);
  const canSave = name.trim() !== '' && !isTaken;
  const save = (): void => {
    if (!canSave) return;
    if (edited) changeCode(session, edited, { name: name.trim(), definition: definition.trim(), color });
    else addCodeTo(session, { name, parent, definition: definition.trim() });
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
      <Form
        id={FORM_ID}
        className="code-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={words('coding.codeName')}
          value={name}
          onChange={setName}
          autoFocus
          isRequired
          error={isTaken ? words('coding.nameTaken') : ''}
        />
        {!edited && (
          <Select
            label={words('coding.under')}
            choices={[{ id: TOP, label: words('coding.theTop') }, ...parents]}
            value={parent ?? TOP}
            onChange={(id) => setParent(id === TOP ? null : id)}
          />
        )}
        <TextArea
          label={words('coding.definition')}
          description={words('coding.definitionHelp')}
          value={definition}
          onChange={setDefinition}
          rows={4}
        />
        {edited && (
          <div className="code-dialog__color">
            <label className="ui-field__label" htmlFor="code-color">
              {words('coding.color')}
            </label>
            <input
              id="code-color"
              type="color"
              value={color === '' ? codebook.colorOf(edited.id) : color}
              onChange={(event) => setColor(event.target.value)}
            />
            {color !== '' && edited.parent !== null && (
              <Button variant="quiet" onPress={() => setColor('')}>
                {words('coding.colorOfParent')}
              </Button>
            )}
          </div>
        )}
      </Form>
    </Dialog>
  );
}
