/** The user's preferences, one JSON file in the data folder. */
import { join } from 'node:path';
import { preferencesSchema, type Preferences } from '#shared/bridge/requests.ts';
import { createJsonFile, type JsonFile } from '#electron/preferences/json-file.ts';

const initial: Preferences = { language: null, theme: 'system', personName: '', fontScale: 1, lockAfterMinutes: 10 };

export function openPreferences(dataFolder: string): JsonFile<Preferences> {
  return createJsonFile(join(dataFolder, 'preferences.json'), preferencesSchema, initial);
}
