/** The code of a recovery sheet between its making and its printing; nowhere else, and gone when the box is closed. */
import { create } from 'zustand';

export const useRecoverySheet = create<{ readonly code: string | null }>(() => ({ code: null }));

/** Shows the sheet with this code; null forgets it. */
export function showRecoverySheet(code: string | null): void {
  useRecoverySheet.setState({ code });
}
