/** The vault of identities as components read it. */
import { useEffect, useSyncExternalStore } from 'react';
import { useSession } from '#renderer/data/hooks.ts';
import type { IdentityVault, VaultState } from '#renderer/data/identity-vault.ts';

export type Identities = { readonly vault: IdentityVault; readonly state: VaultState };

/** The vault and what is known of it now. */
export function useIdentities(): Identities {
  const { identities: vault } = useSession();
  const state = useSyncExternalStore(vault.listen, vault.state);
  useEffect(() => {
    if (vault.state().kind === 'unknown') void vault.look();
  }, [vault]);
  return { vault, state };
}
