/** The bytes of a project file through the bridge. */
import type { Bridge, DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { SessionFileAccess } from '#renderer/data/file-copy.ts';
import type { OpenFailure } from '#renderer/data/session.ts';

/** Reads and writes the file behind a handle. */
export function fileAccess(bridge: Bridge, { token }: ProjectFileHandle): SessionFileAccess {
  return {
    read: () => bridge.ask('project.read', { token }),
    append: (expectedLengthBytes, bytes) => bridge.ask('project.append', { token, expectedLengthBytes, bytes }),
    replace: (bytes) => bridge.ask('project.replace', { token, bytes }),
    recreate: (bytes) => bridge.ask('project.recreate', { token, bytes }),
  };
}

/** A failure with the name of the file it is about. */
export function namedFailure(failure: DiskFailure | 'not-ours' | 'too-new' | 'damaged', name: string): OpenFailure {
  return typeof failure === 'string' ? { code: failure, name } : failure;
}
