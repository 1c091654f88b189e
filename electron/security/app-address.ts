/** The app's own scheme: where the window's page lives, and which addresses belong to it. */

export const APP_SCHEME = 'app';
const APP_HOST = 'triangula';
export const START_ADDRESS = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** Whether an address is a page of ours. */
export function isAppAddress(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
  } catch {
    return false;
  }
}
