/** How the backups of the open evaluation stand: told by the host after each round, shown in the status bar. */
import { create } from 'zustand';
import type { BackupState } from '#shared/bridge/requests.ts';

type Known = { readonly state: BackupState | null; readonly isWorking: boolean };

export const useBackupState = create<Known>(() => ({ state: null, isWorking: false }));
