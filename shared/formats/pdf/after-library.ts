/** Runs after pdf.js is loaded and takes off what `before-library.ts` put on. */
import { dressed } from '#shared/formats/pdf/before-library.ts';

type Runtime = { window?: unknown; process?: { readonly versions: { nw?: string } } };

const runtime = globalThis as Runtime;

if (dressed.window) delete runtime.window;
if (dressed.versions) delete runtime.process?.versions.nw;
