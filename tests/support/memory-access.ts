/** A project file in memory, with the same manners as one on a disk. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { ProjectFileAccess } from '#shared/formats/project-file/project-file.ts';

export function memoryAccess<Failure>() {
  let bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
  const access: ProjectFileAccess<Failure> = {
    read: () => Promise.resolve(succeed(bytes)),
    append: (expectedLengthBytes, added) => {
      if (expectedLengthBytes !== bytes.length) {
        return Promise.resolve(fail({ code: 'changed-outside', name: 'file' } as Failure));
      }
      const longer = new Uint8Array(bytes.length + added.length);
      longer.set(bytes, 0);
      longer.set(added, bytes.length);
      bytes = longer;
      return Promise.resolve(succeed(null));
    },
    replace: (replacement) => {
      bytes = Uint8Array.from(replacement);
      return Promise.resolve(succeed(null));
    },
  };
  return { access, bytes: () => bytes };
}
