/** The only place that touches the window API: hands out the bridge that the preload script put there. */
import { BRIDGE_KEY, type Bridge } from '#shared/bridge/requests.ts';

/** The host's bridge. Opened outside the app (a plain browser) there is none, which is a mistake in set-up. */
export function hostBridge(): Bridge {
  const bridge = (window as unknown as Record<string, Bridge | undefined>)[BRIDGE_KEY];
  if (!bridge) throw new Error('This page works only inside the Triangula app.');
  return bridge;
}
