/** Says in words whether the last change is in both copies, and what to do when it is not. */
import { Check, Loader, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useSaveState, useSession } from '#renderer/data/hooks.ts';
import type { SaveState } from '#renderer/data/session.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

/** The Saved words of the status bar. */
export function SaveStatus() {
  const words = useWords();
  const { time } = useFormats();
  const state = useSaveState();
  switch (state.kind) {
    case 'saved':
      return (
        <span className="app-status__item app-status__item--good" role="status">
          <Check aria-hidden />
          {state.at === null ? words('shell.save.saved') : words('shell.save.savedAt', { time: time(state.at) })}
        </span>
      );
    case 'saving':
      return (
        <span className="app-status__item">
          <Loader aria-hidden />
          {words('shell.save.saving', { count: state.pending })}
        </span>
      );
    case 'partly':
      return <PartlySaved state={state} />;
    case 'read-only':
      return <ReadOnly />;
  }
}

function PartlySaved({ state }: { readonly state: Extract<SaveState, { kind: 'partly' }> }) {
  const words = useWords();
  const session = useSession();
  const where = state.inApp ? 'appOnly' : state.inFile ? 'fileOnly' : 'nowhere';
  return (
    <Warning icon={<TriangleAlert aria-hidden />} text={words(`shell.save.${where}`)}>
      <p>{words(`disk.${state.failure.code}`, { name: state.failure.name })}</p>
      <p>{words(`shell.save.${where}Advice`)}</p>
      <Button variant="primary" onPress={() => void session.flush()}>
        {words('shell.save.tryAgain')}
      </Button>
    </Warning>
  );
}

function ReadOnly() {
  const words = useWords();
  const { dateTime } = useFormats();
  const { lockedBy } = useSession();
  return (
    <Warning icon={<Lock aria-hidden />} text={words('shell.save.readOnly')}>
      <p>
        {lockedBy
          ? words('shell.save.lockedBy', { owner: lockedBy.owner, since: dateTime(lockedBy.since) })
          : words('shell.save.readOnlyFile')}
      </p>
      <p>{words('shell.save.readOnlyAdvice')}</p>
    </Warning>
  );
}

function Warning({ icon, text, children }: { icon: ReactNode; text: string; children: ReactNode }) {
  return (
    <Popover
      label={text}
      trigger={
        <AriaButton className="app-status__item app-status__item--warning">
          {icon}
          {text}
        </AriaButton>
      }
    >
      {() => <div className="app-status__advice">{children}</div>}
    </Popover>
  );
}
