/** Lets a gap stay: a person says why. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { describeGap, type Gap } from '#shared/analysis/gaps/gap.ts';
import { dismissGap } from '#shared/domain/gaps/gap-edits.ts';
import { useSession } from '#renderer/data/hooks.ts';
import { commitPlan } from '#renderer/features/evaluation/evaluation-commit.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextArea } from '#renderer/ui/TextField.tsx';
import { useWords } from '#renderer/ui/words.ts';

const FORM_ID = 'dismiss-gap';

/** The box. */
export function DismissDialog({ gap, onClose }: { readonly gap: Gap; readonly onClose: () => void }) {
  const words = useWords();
  const session = useSession();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (reason.trim() === '') return;
    const dismissal = {
      gap: gap.key,
      subject: gap.subject.id,
      reason: reason.trim(),
      by: session.person,
      at: new Date().toISOString(),
    };
    commitPlan(session, dismissGap(dismissal), words('evaluation.gaps.dismissed'));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('evaluation.gaps.dismissTitle')}
      actions={
        <>
          <Button onPress={onClose}>{words('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={FORM_ID}>
            {words('evaluation.gaps.dismiss')}
          </Button>
        </>
      }
    >
      <Form
        id={FORM_ID}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>{describeGap(gap, (key, values) => words(`gaps.${key}`, values))}</p>
        <TextArea
          label={words('evaluation.gaps.reason')}
          isRequired
          autoFocus
          value={reason}
          onChange={setReason}
          description={words('evaluation.gaps.reasonHelp')}
          error={isTried && reason.trim() === '' ? words('evaluation.gaps.reasonMissing') : ''}
        />
      </Form>
    </Dialog>
  );
}
