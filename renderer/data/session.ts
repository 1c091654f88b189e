/** What the screens know of the open evaluation: the project in memory, its contents, saving, undo. */
import type { Draft, Change, ChangeHead, ChangeLabel, ReplicaId } from '#shared/domain/change/change.ts';
import type { Overwrite } from '#shared/domain/change/fold.ts';
import type { UndoHistory } from '#shared/domain/change/undo-history.ts';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** Where the last change stands. `saved` is only said when both copies have it. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving'; readonly pending: number }
  /** One of the two copies could not be written; work goes on and it is tried again. */
  | { readonly kind: 'partly'; readonly inApp: boolean; readonly inFile: boolean; readonly failure: DiskFailure }
  | { readonly kind: 'read-only' };

/** Texts by hash; loaded on demand, immutable, so what was once loaded never changes. */
export type ContentLibrary = {
  /** Adds a content to the session and returns its hash; it is written with the next change. */
  readonly add: (content: SourceContent) => Promise<ContentHash>;
  /** The content if it is in memory. */
  readonly peek: (hash: ContentHash) => SourceContent | undefined;
  /** The content, from memory or disk; null when neither copy has it. */
  readonly load: (hash: ContentHash) => Promise<SourceContent | null>;
};

export type ProjectSession = {
  readonly project: Project;
  readonly projectId: string;
  readonly fileName: string;
  readonly folder: string;
  readonly isSealed: boolean;
  /** Set when somebody else has the file open: everything can be read, nothing changed. */
  readonly lockedBy: { readonly owner: string; readonly since: string } | null;
  readonly replica: ReplicaId;
  /** Who codes at this machine. */
  readonly person: PersonId;
  readonly contents: ContentLibrary;
  /**
   * The one write path: the change is in memory when this returns, and on its way to both copies.
   * Null when the draft would change nothing or the session is read-only.
   */
  readonly commit: (draft: Draft) => Change | null;
  readonly undo: () => UndoOutcome;
  readonly redo: () => UndoOutcome;
  readonly history: () => UndoHistory;
  readonly saveState: () => SaveState;
  /** Values that lost against others when the two copies were united on opening. */
  readonly overwrites: readonly Overwrite[];
  /** Calls `listener` when the project, the save state or the undo history changed. */
  readonly listen: (listener: () => void) => () => void;
  /** Every change up to now is in both copies, or the failure why not. */
  readonly flush: () => Promise<SaveState>;
  /** Flushes, writes a snapshot, gives the file back to the host. */
  readonly close: () => Promise<SaveState>;
};

/** What an undo or redo did: the label of the change taken back, and how much was left because others changed it. */
export type UndoOutcome = { readonly label: ChangeLabel; readonly skipped: number } | null;

/** Why a project cannot be opened; each has a locale key `open.CODE`. */
export type OpenFailure =
  | {
      readonly code: 'not-ours' | 'damaged' | 'too-new' | 'no-evaluation' | 'wrong-passphrase' | 'passphrase-needed';
      readonly name: string;
    }
  | DiskFailure;

export type { ChangeHead };
