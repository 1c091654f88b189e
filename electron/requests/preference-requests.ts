/** Answers what the window asks about the user's preferences. */
import { succeed } from '#shared/basics/result.ts';
import type { Preferences } from '#shared/bridge/requests.ts';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import type { JsonFile } from '#electron/preferences/json-file.ts';
import type { TopicHandlers } from '#electron/requests/handlers.ts';

/** `changed` is told after each write, for the menu's language. */
export function createPreferenceRequests(
  preferences: JsonFile<Preferences>,
  changed: (preferences: Preferences) => void,
): TopicHandlers<'preferences'> {
  return {
    'preferences.read': () => preferences.read(),
    'preferences.write': async (value) => {
      const written = await tryDisk('preferences.json', () => preferences.write(value));
      changed(value);
      return written.ok ? succeed(null) : written;
    },
  };
}
