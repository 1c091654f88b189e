/** What a page of ours may load and run, sent with every file of the app's own scheme (workers heed it too). */

const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // WebAssembly: Argon2id, which turns a passphrase into a key.
  'script-src': "'self' 'wasm-unsafe-eval'",
  // CodeMirror and the charts put their style rules and positions into the page while it runs.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'worker-src': "'self' blob:",
  'connect-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

export const contentSecurityPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');
