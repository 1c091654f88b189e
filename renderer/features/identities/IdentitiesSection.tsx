/** Identities in the settings: whether there is a list, whether it is open, and what can be done. No name stands here. */
import { KeyRound, Share2 } from 'lucide-react';
import { useState } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useRecords, useSession } from '#renderer/data/hooks.ts';
import { DestroyDialog } from '#renderer/features/identities/DestroyDialog.tsx';
import { IdentitiesDialog } from '#renderer/features/identities/IdentitiesDialog.tsx';
import { PassphraseForm } from '#renderer/features/identities/PassphraseForm.tsx';
import { useIdentities } from '#renderer/features/identities/use-identities.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './Identities.css';

type Asked = 'start' | 'open' | 'destroy' | null;

/** The section. */
export function IdentitiesSection() {
  const words = useWords();
  const { lockedBy } = useSession();
  const { vault, state } = useIdentities();
  const [asked, setAsked] = useState<Asked>(null);
  const close = (): void => setAsked(null);
  const hasList = state.kind === 'locked' || state.kind === 'open';
  return (
    <section className="identities" aria-label={words('identities.title')}>
      <h3 className="identities__title">{words('identities.title')}</h3>
      <p className="identities__text">{words('identities.text')}</p>
      <p className="identities__state" role="status">
        {state.kind === 'open' && words('identities.isOpen', { count: state.people.length })}
        {state.kind === 'locked' && words('identities.isLocked')}
        {state.kind === 'none' && words('identities.none')}
      </p>
      <div className="identities__actions">
        {state.kind === 'none' && (
          <Button icon={<KeyRound aria-hidden />} onPress={() => setAsked('start')} isDisabled={lockedBy !== null}>
            {words('identities.start')}
          </Button>
        )}
        {hasList && (
          <Button icon={<KeyRound aria-hidden />} onPress={() => setAsked('open')}>
            {words('identities.open')}
          </Button>
        )}
        {state.kind === 'open' && <Button onPress={() => vault.lock()}>{words('identities.lock')}</Button>}
        <SharedCopyButton />
        {hasList && (
          <Button variant="quiet" onPress={() => setAsked('destroy')} isDisabled={lockedBy !== null}>
            {words('identities.destroy')}
          </Button>
        )}
      </div>
      <Destructions />
      {asked === 'start' && (
        <PassphraseForm
          title={words('identities.startTitle')}
          action={words('identities.start')}
          asks="new"
          onClose={close}
          onDone={() => setAsked('open')}
          submit={({ next }) => vault.create(next)}
        />
      )}
      {asked === 'open' && <IdentitiesDialog onClose={close} />}
      {asked === 'destroy' && <DestroyDialog onClose={close} />}
    </section>
  );
}

function SharedCopyButton() {
  const words = useWords();
  const session = useSession();
  const share = async (): Promise<void> => {
    const picked = await hostBridge().ask('project.pickToCreate', {
      title: words('identities.shareTitle'),
      suggestedName: session.fileName.replace(/\.triangula$/u, ''),
    });
    if (!picked) return;
    const written = picked.ok ? await session.writeSharedCopy(picked.value) : picked;
    const name = picked.ok ? picked.value.name : picked.failure.name;
    if (written.ok) showToast({ message: words('identities.shared', { name }), tone: 'good' });
    else showToast({ message: words('identities.shareFailed', { name }), tone: 'danger' });
  };
  return (
    <Button icon={<Share2 aria-hidden />} onPress={() => void share()}>
      {words('identities.share')}
    </Button>
  );
}

function Destructions() {
  const words = useWords();
  const { project } = useSession();
  const { dateTime } = useFormats();
  const records = useRecords('identity-destruction');
  if (records.length === 0) return null;
  return (
    <ul className="identities__destroyed">
      {records.map(({ id, at, by, people }) => (
        <li key={id}>
          {words('identities.destroyed', { date: dateTime(at), name: project.get('person', by)?.name ?? '' })},{' '}
          {people === null
            ? words('identities.destroyedUnopened')
            : words('identities.destroyedPeople', { count: people })}
        </li>
      ))}
    </ul>
  );
}
