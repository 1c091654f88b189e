/** Stretches a passphrase off the window's thread: it takes a second of pure arithmetic. */
import type { KeyDerivation } from '#shared/formats/project-file/header.ts';
import { deriveInPlace } from '#shared/formats/project-file/sealing.ts';

self.addEventListener('message', ({ data }: MessageEvent<{ passphrase: string; derivation: KeyDerivation }>) => {
  void deriveInPlace(data.passphrase, data.derivation).then((bytes) => self.postMessage(bytes));
});
