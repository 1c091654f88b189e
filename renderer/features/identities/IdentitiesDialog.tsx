/** The list of identities: unlocked here, shown here and nowhere else. */
import { LockKeyhole, Pencil, Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { IdentityId, IdentityWords } from '#shared/domain/participant/identity.ts';
import { useSession } from '#renderer/data/hooks.ts';
import type { VaultState } from '#renderer/data/identity-vault.ts';
import { IdentityForm } from '#renderer/features/identities/IdentityForm.tsx';
import { PassphraseForm } from '#renderer/features/identities/PassphraseForm.tsx';
import { useIdentities } from '#renderer/features/identities/use-identities.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

type Entry = { readonly id: IdentityId; readonly person: IdentityWords };
type Asked =
  { readonly kind: 'entry'; readonly entry: Entry | null } | { readonly kind: 'passphrase' | 'other' } | null;

/** The dialog: a passphrase first, then the list. */
export function IdentitiesDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { vault, state } = useIdentities();
  if (state.kind === 'open') return <OpenList state={state} onClose={onClose} />;
  return (
    <PassphraseForm
      title={words('identities.unlockTitle')}
      action={words('identities.unlock')}
      asks="present"
      onClose={onClose}
      submit={({ present }) => vault.unlock(present)}
      keepsOpen
    />
  );
}

function OpenList({ state, onClose }: { state: Extract<VaultState, { kind: 'open' }>; onClose: () => void }) {
  const words = useWords();
  const { lockedBy } = useSession();
  const { vault } = useIdentities();
  const [asked, setAsked] = useState<Asked>(null);
  const isReadOnly = lockedBy !== null;
  const back = (): void => setAsked(null);
  const remove = async ({ id }: Entry): Promise<void> => {
    const removed = await vault.set(id, null);
    if (!removed.ok) showToast({ message: words('identities.notSaved'), tone: 'danger' });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words('identities.title')}
      size="wide"
      actionsStart={
        <Button variant="quiet" onPress={() => setAsked({ kind: 'passphrase' })} isDisabled={isReadOnly}>
          {words('identities.changePassphrase')}
        </Button>
      }
      actions={
        <>
          <Button
            icon={<LockKeyhole aria-hidden />}
            onPress={() => {
              onClose();
              vault.lock();
            }}
          >
            {words('identities.lock')}
          </Button>
          <Button
            variant="primary"
            icon={<UserPlus aria-hidden />}
            onPress={() => setAsked({ kind: 'entry', entry: null })}
            isDisabled={isReadOnly}
          >
            {words('identities.add')}
          </Button>
        </>
      }
    >
      <div className="identities__list" onPointerDown={() => vault.touch()} onKeyDown={() => vault.touch()}>
        {state.stillLocked > 0 && (
          <p className="identities__other">
            {words('identities.stillLocked', { count: state.stillLocked })}{' '}
            <Button variant="quiet" onPress={() => setAsked({ kind: 'other' })}>
              {words('identities.unlockOther')}
            </Button>
          </p>
        )}
        {state.people.length === 0 ? (
          <EmptyState isSmall title={words('identities.empty')} />
        ) : (
          <PeopleTable
            people={state.people}
            isReadOnly={isReadOnly}
            onEdit={(entry) => setAsked({ kind: 'entry', entry })}
            onRemove={(entry) => void remove(entry)}
          />
        )}
      </div>
      {asked?.kind === 'entry' && <IdentityForm entry={asked.entry} onClose={back} />}
      {asked?.kind === 'passphrase' && (
        <PassphraseForm
          title={words('identities.changeTitle')}
          action={words('identities.save')}
          asks="both"
          onClose={back}
          onDone={() => showToast({ message: words('identities.changed'), tone: 'good' })}
          submit={({ present, next }) => vault.changePassphrase(present, next)}
        />
      )}
      {asked?.kind === 'other' && (
        <PassphraseForm
          title={words('identities.unlockTitle')}
          action={words('identities.unlock')}
          asks="present"
          onClose={back}
          submit={({ present }) => vault.unlock(present)}
        />
      )}
    </Dialog>
  );
}

type PeopleTableProps = {
  readonly people: readonly Entry[];
  readonly isReadOnly: boolean;
  readonly onEdit: (entry: Entry) => void;
  readonly onRemove: (entry: Entry) => void;
};

const columns = ['codeName', 'name', 'contact', 'notes'] as const;

function PeopleTable({ people, isReadOnly, onEdit, onRemove }: PeopleTableProps) {
  const words = useWords();
  return (
    <table className="identities__table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {words(`identities.field.${column}`)}
            </th>
          ))}
          <th aria-hidden />
        </tr>
      </thead>
      <tbody>
        {people.map((entry) => (
          <tr key={entry.id}>
            {columns.map((column) => (
              <td key={column}>{entry.person[column]}</td>
            ))}
            <td className="identities__row-actions">
              <IconButton
                label={words('identities.editTitle', { name: entry.person.codeName })}
                icon={<Pencil aria-hidden />}
                onPress={() => onEdit(entry)}
                isDisabled={isReadOnly}
              />
              <IconButton
                label={words('identities.remove', { name: entry.person.codeName })}
                icon={<Trash2 aria-hidden />}
                onPress={() => onRemove(entry)}
                isDisabled={isReadOnly}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
