/** Which box stands over the window: palette, key sheet, About, export, backups, recovery sheet. At most one at a time. */
import { create } from 'zustand';

export type Overlay = 'palette' | 'keys' | 'about' | 'export' | 'backups' | 'recovery' | null;

export const useOverlay = create<{ readonly overlay: Overlay }>(() => ({ overlay: null }));

/** Opens a box; null closes the one that is open. */
export function openOverlay(overlay: Overlay): void {
  useOverlay.setState({ overlay });
}
