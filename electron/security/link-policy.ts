/** Decides which addresses may be offered to the user's browser. */

/** The address to open, as the browser will understand it, or null when it is refused: https only, no credentials. */
export function externalAddress(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' || url.hostname === '') return null;
  // `https://bank.example@attacker.example` reads like another place than it leads to.
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}
