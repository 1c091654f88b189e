/** The window's side of key derivation: one worker per passphrase, gone with its memory when it has answered. */
import type { DeriveKey } from '#shared/formats/project-file/sealing.ts';
import { deriveInPlace } from '#shared/formats/project-file/sealing.ts';

/** The same function as on the command line, on another thread where there is one. */
export const deriveKey: DeriveKey = (passphrase, derivation) => {
  if (typeof Worker === 'undefined') return deriveInPlace(passphrase, derivation);
  const worker = new Worker(new URL('./derive-key-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('The worker that derives keys ended.')));
    worker.postMessage({ passphrase, derivation });
  }).finally(() => worker.terminate());
};
