/** Decides which addresses the window may load anything from: its own, and what it holds in memory. */
import { isAppAddress } from '#electron/security/app-address.ts';

const inMemory: readonly string[] = ['blob:', 'data:'];

/** Whether a request may go out. `devtools:` only where developer tools are allowed. */
export function isAllowedRequest(address: string, options: { readonly allowsDeveloperTools: boolean }): boolean {
  if (isAppAddress(address)) return true;
  let protocol: string;
  try {
    protocol = new URL(address).protocol;
  } catch {
    return false;
  }
  return inMemory.includes(protocol) || (protocol === 'devtools:' && options.allowsDeveloperTools);
}
