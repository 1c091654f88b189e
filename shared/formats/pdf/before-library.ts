/**
 * Runs before pdf.js is loaded and dresses every runtime as the same one: pdf.js must neither load its native canvas
 * in Node, nor take our own worker for its own, nor miss drawing classes that reading text never uses.
 * `after-library.ts` takes the dress off again.
 */

type Runtime = {
  DOMMatrix?: unknown;
  window?: unknown;
  process?: { readonly versions: object };
};

const runtime = globalThis as Runtime;

/** What was put on, for `after-library.ts`. */
export const dressed = { window: false, versions: false };

runtime.DOMMatrix ??= class {};

if (runtime.window === undefined) {
  runtime.window = runtime;
  dressed.window = true;
}

if (runtime.process !== undefined) {
  try {
    Object.defineProperty(runtime.process.versions, 'nw', { value: 'none', configurable: true });
    dressed.versions = true;
  } catch {
    // A runtime that forbids it: pdf.js then looks for its canvas and warns, which does no harm.
  }
}
