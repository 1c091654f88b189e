/** A host in memory, for tests and for looking at screens: answers every request, keeps files in a map. */
import { fail, succeed } from '#shared/basics/result.ts';
import type {
  Bridge,
  DiskFailure,
  FileHandle,
  NoticeName,
  Notices,
  Preferences,
  ProjectFileHandle,
  RequestAnswers,
  RequestArguments,
  RequestName,
  RuntimeInfo,
} from '#shared/bridge/requests.ts';
import { answerBackups } from '#renderer/bridge/stand-in-backups.ts';

export type StandInHost = {
  readonly bridge: Bridge;
  /** File contents by name, as they would stand on the disk. */
  readonly files: Map<string, Uint8Array>;
  /** What the next dialogs answer: names of files that were put into `files`, or a name to save under. */
  readonly picks: string[];
  /** Every request in order, for tests. */
  readonly asked: { readonly name: RequestName; readonly args: unknown }[];
  /** Requests that the disk refuses, by name. */
  readonly refusals: Map<RequestName, DiskFailure['code']>;
  readonly notify: <Name extends NoticeName>(name: Name, notice: Notices[Name]) => void;
};

type Answers = { readonly [Name in RequestName]: (args: RequestArguments<Name>) => RequestAnswers[Name] };

const INFO: RuntimeInfo = {
  appVersion: '0.0.0',
  electron: '0',
  chromium: '0',
  node: '0',
  runtime: 'fallback',
  platform: 'linux',
  systemLanguage: 'en-GB',
  userName: 'Ana Robles',
};

/** Makes a host in memory. */
export function createStandIn(
  options: { readonly preferences?: Partial<Preferences>; readonly info?: Partial<RuntimeInfo> } = {},
): StandInHost {
  const files = new Map<string, Uint8Array>();
  const picks: string[] = [];
  const asked: { name: RequestName; args: unknown }[] = [];
  const refusals = new Map<RequestName, DiskFailure['code']>();
  const listeners = new Map<NoticeName, Set<(notice: never) => void>>();
  const answers = answerFrom(files, picks, options);
  const bridge: Bridge = {
    ask: async (name, args) => {
      asked.push({ name, args });
      await Promise.resolve();
      const refusal = refusals.get(name);
      if (refusal) return fail({ code: refusal, name: 'file' }) as never;
      return (answers[name] as (args: unknown) => never)(args);
    },
    listen: (name, handler) => {
      const handlers = listeners.get(name) ?? new Set();
      listeners.set(name, handlers.add(handler));
      return () => handlers.delete(handler);
    },
  };
  return {
    bridge,
    files,
    picks,
    asked,
    refusals,
    notify: (name, notice) => {
      for (const handler of listeners.get(name) ?? []) handler(notice as never);
    },
  };
}

function answerFrom(
  files: Map<string, Uint8Array>,
  picks: string[],
  options: { readonly preferences?: Partial<Preferences>; readonly info?: Partial<RuntimeInfo> },
): Answers {
  const names = new Map<string, string>();
  let preferences: Preferences = {
    language: null,
    theme: 'system',
    personName: '',
    fontScale: 1,
    lockAfterMinutes: 10,
    ...options.preferences,
  };
  const handleOf = (name: string): FileHandle => {
    const token = `token${String(names.size).padStart(16, '0')}`;
    names.set(token, name);
    return { token, name, sizeBytes: files.get(name)?.length ?? 0 };
  };
  const projectHandleOf = (name: string): ProjectFileHandle => ({
    ...handleOf(name),
    folder: 'Documents',
    copyKey: `copy-${name}`,
    lockedBy: null,
  });
  const nameOf = (token: string): string => names.get(token) ?? '';
  return {
    'app.info': () => ({ ...INFO, ...options.info }),
    'preferences.read': () => preferences,
    'preferences.write': (next) => {
      preferences = next;
      return succeed(null);
    },
    'recent.list': () =>
      [...files.keys()]
        .filter((name) => name.endsWith('.triangula'))
        .map((name) => ({ id: name, name, folder: 'Documents', openedAt: '2024-03-01T14:02:00Z', exists: true })),
    'recent.open': ({ id }) => succeed(projectHandleOf(id)),
    'recent.forget': ({ id }) => {
      files.delete(id);
      return null;
    },
    'files.pickToImport': () => picks.splice(0).map(handleOf),
    'files.pickToSave': ({ suggestedName }) => handleOf(picks.shift() ?? suggestedName),
    'project.pickToOpen': () => {
      const name = picks.shift();
      return name === undefined ? null : succeed(projectHandleOf(name));
    },
    'project.pickToCreate': ({ suggestedName }) => succeed(projectHandleOf(picks.shift() ?? suggestedName)),
    ...answerDisk(files, nameOf),
    ...answerBackups(files, picks, nameOf),
    'page.savePdf': () => succeed(null),
    'page.toPdf': () => new TextEncoder().encode('%PDF-1.4 /Type /Page'),
    'page.print': () => true,
    'window.setTitle': () => null,
    'window.lockAway': () => null,
    'window.lockedAway': () => null,
    'window.readyToClose': () => null,
    'links.open': () => null,
  };
}

type DiskAnswers = Pick<
  Answers,
  | 'files.read'
  | 'files.write'
  | 'project.read'
  | 'project.append'
  | 'project.replace'
  | 'project.recreate'
  | 'project.look'
  | 'project.setAside'
  | 'project.release'
>;

/** Files that are read and written by their token. */
function answerDisk(files: Map<string, Uint8Array>, nameOf: (token: string) => string): DiskAnswers {
  const missing = (token: string) => fail<DiskFailure>({ code: 'missing', name: nameOf(token) });
  /** What each token last read or wrote: bytes are never changed in place, so identity tells. */
  const left = new Map<string, Uint8Array>();
  const read = ({ token }: { token: string }) => {
    const bytes = files.get(nameOf(token));
    if (bytes) left.set(token, bytes);
    return bytes ? succeed(bytes) : missing(token);
  };
  const write = ({ token, bytes }: { token: string; bytes: Uint8Array }) => {
    const written = bytes.slice();
    files.set(nameOf(token), written);
    left.set(token, written);
    return succeed({ lengthBytes: bytes.length });
  };
  return {
    'files.read': read,
    'files.write': write,
    'project.read': read,
    'project.append': ({ token, expectedLengthBytes, bytes }) => {
      const before = files.get(nameOf(token));
      if (!before) return missing(token);
      if (before.length !== expectedLengthBytes || (left.has(token) && left.get(token) !== before))
        return fail({ code: 'changed-outside', name: nameOf(token) });
      return write({ token, bytes: joined(before, bytes) });
    },
    'project.replace': write,
    'project.recreate': (args) => {
      const name = nameOf(args.token);
      return files.has(name) ? fail({ code: 'changed-outside', name }) : write(args);
    },
    'project.look': ({ token }) => {
      const bytes = files.get(nameOf(token));
      if (!bytes) return succeed({ state: 'missing' });
      return succeed({ state: left.get(token) === bytes ? 'as-left' : 'changed' });
    },
    'project.setAside': ({ token }) => {
      const name = nameOf(token);
      const bytes = files.get(name);
      if (!bytes) return missing(token);
      files.set(`aside ${name}`, bytes);
      files.delete(name);
      return succeed({ name: `aside ${name}` });
    },
    'project.release': () => null,
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
