/** The person's choices at this machine: language, theme, size of type, name. Kept by the host. */
import { create } from 'zustand';
import type { Bridge, Preferences, RuntimeInfo } from '#shared/bridge/requests.ts';

type HostState = { readonly preferences: Preferences; readonly info: RuntimeInfo | null };

const BEFORE_LOADED: Preferences = {
  language: null,
  theme: 'system',
  personName: '',
  fontScale: 1,
  lockAfterMinutes: 10,
};

export const usePreferences = create<HostState>(() => ({ preferences: BEFORE_LOADED, info: null }));

/** Reads the choices and what the host is. */
export async function loadPreferences(bridge: Bridge): Promise<void> {
  const [preferences, info] = await Promise.all([bridge.ask('preferences.read', {}), bridge.ask('app.info', {})]);
  usePreferences.setState({ preferences, info });
}

/** Changes choices at once; that they could not be written is told, never hidden. */
export async function changePreferences(bridge: Bridge, change: Partial<Preferences>): Promise<boolean> {
  const preferences = { ...usePreferences.getState().preferences, ...change };
  usePreferences.setState({ preferences });
  const written = await bridge.ask('preferences.write', preferences);
  return written.ok;
}
