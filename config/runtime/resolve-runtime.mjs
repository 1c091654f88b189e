/** Finds the Electron to run on, best first, and says which one it is. */
import { giveUp, isRoot, root, say } from '../setup/terminal.mjs';
import { FALLBACK_DESCRIPTION, fetchFallback, isFallbackPossible } from './fallback-runtime.mjs';
import { downloadOfficial, findOfficial, findOverride } from './official-runtime.mjs';

async function find() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder) {
    const executable = findOverride(folder);
    if (!executable) giveUp(`ELECTRON_OVERRIDE_DIST_PATH: no Electron in ${folder}.`);
    return { kind: 'override', executable };
  }
  const official = findOfficial() ?? downloadOfficial(say);
  if (official) return { kind: 'official', executable: official };
  if (!isFallbackPossible()) {
    giveUp('Electron could not be downloaded. Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it.');
  }
  try {
    return { kind: 'fallback', executable: await fetchFallback(say) };
  } catch (error) {
    return giveUp(`Electron could not be downloaded, nor the fallback fetched: ${error.message}`);
  }
}

/**
 * The runtime with the words to start our app with, and the environment that tells the app where it runs.
 * As root Chromium's own sandbox cannot start, so it is left out there, and only there.
 */
export async function resolveRuntime() {
  const { kind, executable } = await find();
  if (kind === 'fallback') say(`running on the fallback runtime: ${FALLBACK_DESCRIPTION}.`);
  const args = [...(process.platform === 'linux' && isRoot ? ['--no-sandbox'] : []), root];
  return { kind, executable, args, environment: { TRIANGULA_RUNTIME: kind } };
}
