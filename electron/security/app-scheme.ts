/** Serves the built window under the app's own scheme, with its content security policy. */
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { APP_SCHEME } from '#electron/security/app-address.ts';
import { contentSecurityPolicy } from '#electron/security/content-security-policy.ts';
import { contentTypeOf, resolveAsset } from '#electron/security/resolve-asset.ts';

/** To be called before the app is ready. Standard and secure: IndexedDB, WebCrypto and module workers need it. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers requests for `app://...` from the files in `root`. */
export function serveAppScheme(session: Session, root: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const path = request.method === 'GET' ? resolveAsset(root, request.url) : null;
    if (path === null) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(path), {
        headers: {
          'Content-Type': contentTypeOf(path),
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer',
          'Cross-Origin-Opener-Policy': 'same-origin',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
