/** Streams of the old Office container (OLE), read by SheetJS. */
import { CFB } from '@e965/xlsx';

/** The library declares none of it. */
type Library = {
  read(bytes: Uint8Array, options: { readonly type: 'array' }): unknown;
  find(container: unknown, path: string): { readonly content?: unknown } | null;
};

export type CompoundFile = { stream(name: string): Uint8Array | null };

/** Opens a container; null when it is damaged. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  const library = CFB as Library;
  try {
    const container = library.read(bytes, { type: 'array' });
    return {
      stream(name) {
        const entry = library.find(container, `/${name}`) ?? library.find(container, name);
        const content: unknown = entry?.content;
        if (content instanceof Uint8Array) return content;
        return Array.isArray(content) ? Uint8Array.from(content as number[]) : null;
      },
    };
  } catch {
    return null;
  }
}
