/** The container of REFI-QDA: a zip with one project and its sources, or the project alone. Names are read as they are in the wild. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import type { FileInput } from '#shared/formats/read-options.ts';
import { openZip } from '#shared/formats/zip/read-zip.ts';
import type { ZipArchive } from '#shared/formats/zip/read-zip.ts';

/** The xml of 100,000 codings is about 60 MB. */
const XML_LIMIT_BYTES = 256_000_000;
const TEXT_LIMIT_BYTES = 100_000_000;

export type RefiArchive = {
  readonly xml: Uint8Array;
  /** The bytes of a file inside `sources/`; null when it is not there or cannot be unpacked. */
  read(file: string): Uint8Array | null;
  /** Whether a file is there, without unpacking it. */
  has(file: string): boolean;
  /** A file called so, whatever its ending. */
  fileWithStem(stem: string): string | null;
};

/** Says whether a file is a project of REFI-QDA: by its ending, or by what its archive holds. */
export function isRefiProject({ name, bytes }: FileInput): boolean {
  if (/\.(?:qdpx|qde)$/i.test(name)) return true;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || !/\.zip$/i.test(name)) return false;
  const opened = openZip(bytes);
  return opened.ok && holdsProject(opened.value.names);
}

/** Says whether the names in a zip are those of a project. */
function holdsProject(names: readonly string[]): boolean {
  return findProject(names) !== null;
}

/** Finds the project in the bytes of a qdpx; of several the shallowest, `project.qde` before others. */
export function openArchive(bytes: Uint8Array): Result<RefiArchive, ImportFailure> {
  const opened = openZip(bytes);
  if (!opened.ok) return fail({ code: 'damaged', values: { format: 'qdpx' } });
  const archive = opened.value;
  const project = findProject(archive.names);
  if (project === null) return fail({ code: 'damaged', values: { format: 'qdpx' } });
  const xml = archive.read(project, XML_LIMIT_BYTES);
  if (!xml.ok) {
    if (xml.failure === 'encrypted') return fail({ code: 'encrypted', values: { format: 'qdpx' } });
    if (xml.failure === 'too-large') {
      return fail({ code: 'too-large', values: { limitMegabytes: XML_LIMIT_BYTES / 1_000_000 } });
    }
    return fail({ code: 'damaged', values: { format: 'qdpx' } });
  }
  return succeed({ xml: xml.value, ...filesIn(archive) });
}

/** A project without an archive: its texts are wherever it was made. */
export function bareProject(xml: Uint8Array): RefiArchive {
  return { xml, read: () => null, has: () => false, fileWithStem: () => null };
}

function findProject(names: readonly string[]): string | null {
  const depth = (name: string): number => plainName(name).split('/').length;
  const candidates = names
    .filter((name) => /\.qde$/i.test(name) && !/(?:^|[\\/])__MACOSX[\\/]/.test(name))
    .sort((a, b) => depth(a) - depth(b) || Number(isPlain(b)) - Number(isPlain(a)));
  return candidates[0] ?? null;
}

function isPlain(name: string): boolean {
  return /(?:^|\/)project\.qde$/i.test(plainName(name));
}

function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
}

/** Files by their last name, whatever the case: nothing is ever written to disk, so a name that climbs out finds nothing. */
function filesIn(archive: ZipArchive): Omit<RefiArchive, 'xml'> {
  const byPath = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const name of archive.names) {
    const plain = plainName(name).toLowerCase();
    if (plain.endsWith('/')) continue;
    byPath.set(plain, name);
    const last = plain.slice(plain.lastIndexOf('/') + 1);
    if (!byName.has(last) || /(?:^|\/)sources\//.test(plain)) byName.set(last, name);
  }
  const find = (file: string): string | undefined => {
    const plain = plainName(file).toLowerCase();
    const last = plain.slice(plain.lastIndexOf('/') + 1);
    return byPath.get(`sources/${plain}`) ?? byPath.get(plain) ?? byName.get(last);
  };
  return {
    has: (file) => find(file) !== undefined,
    fileWithStem: (stem) => [...byName.keys()].find((name) => name.startsWith(`${stem}.`)) ?? null,
    read: (file) => {
      const name = find(file);
      const read = name === undefined ? null : archive.read(name, TEXT_LIMIT_BYTES);
      return read?.ok === true ? read.value : null;
    },
  };
}

/** The file name inside the archive that a path points to; null for one outside. */
export function internalFile(path: string | undefined): string | null {
  if (path === undefined || path === '') return null;
  const inside = /^internal:\/{0,3}(.+)$/i.exec(path)?.[1];
  if (inside !== undefined) return decodePath(inside);
  return /^(?:relative|absolute|file|https?):/i.test(path) ? null : path;
}

function decodePath(path: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(path) ? decodeURIComponent(path) : path;
  } catch {
    return path;
  }
}
