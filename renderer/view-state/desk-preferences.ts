/** What a person chose about the coding desk; kept with their other choices. */
import { initialDeskPreferences, type DeskPreferences } from '#shared/bridge/desk-preferences.ts';
import type { Bridge } from '#shared/bridge/requests.ts';
import { changePreferences, usePreferences } from '#renderer/view-state/preferences.ts';

/** The choices of the moment. */
export function deskPreferencesNow(): DeskPreferences {
  return usePreferences.getState().preferences.desk ?? initialDeskPreferences;
}

/** The choices, kept up to date. */
export function useDeskPreferences(): DeskPreferences {
  return usePreferences(({ preferences }) => preferences.desk ?? initialDeskPreferences);
}

/** Changes some of the choices; says whether they could be written down. */
export function changeDeskPreferences(bridge: Bridge, change: Partial<DeskPreferences>): Promise<boolean> {
  return changePreferences(bridge, { desk: { ...deskPreferencesNow(), ...change } });
}
