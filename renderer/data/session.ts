/** What the screens know of the open evaluation: the project in memory, its contents, saving, undo. */
import type { Draft, Change, ChangeHead, ChangeLabel, ReplicaId } from '#shared/domain/change/change.ts';
import type { Overwrite } from '#shared/domain/change/fold.ts';
import type { ConsentOwner } from '#shared/domain/consent/consent-edits.ts';
import type { WithdrawalNote } from '#shared/domain/consent/consent.ts';
import type { UndoHistory } from '#shared/domain/change/undo-history.ts';
import type { Result } from '#shared/basics/result.ts';
import type { DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { IdentityVault } from '#renderer/data/identity-vault.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import type { HistoryLog } from '#renderer/data/change-log.ts';
import type { Acquaintance, Seen } from '#shared/formats/project-file/hand-over.ts';
import type { HandOver } from '#renderer/data/hand-over.ts';
import type { CopyFile, MergeNote, MergePreview } from '#renderer/data/merge-copies.ts';
import type { CopyReport } from '#renderer/data/inspect-copy.ts';

/** Where the last change stands. `saved` is only said when both copies have it. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving'; readonly pending: number }
  /** One of the two copies could not be written; work goes on and it is tried again. */
  | { readonly kind: 'partly'; readonly inApp: boolean; readonly inFile: boolean; readonly failure: DiskFailure }
  | { readonly kind: 'read-only' };

/** How the project file stands against what this session knows of it. */
export type OutsideState =
  | { readonly kind: 'as-left' }
  /** Not where it was. Work goes on in the app's copy; the file is written again when its place is back. */
  | { readonly kind: 'missing' }
  /** It was an older version of itself and has been brought up to date. */
  | { readonly kind: 'caught-up' }
  /** It holds changes that are not known here; `accept` takes them in. */
  | {
      readonly kind: 'offer';
      readonly changes: number;
      readonly people: readonly string[];
      readonly first: string;
      readonly last: string;
    }
  | { readonly kind: 'merged'; readonly changes: number; readonly overwrites: readonly Overwrite[] }
  /** Something stands at its place that cannot be united with this session. It is not touched. */
  | {
      readonly kind: 'foreign';
      readonly why: 'other-project' | 'other-key' | 'not-ours' | 'too-new' | 'damaged';
    }
  | { readonly kind: 'unreadable'; readonly failure: DiskFailure };

/** What was found and mended when the two copies were united on opening; null when both were sound and complete. */
export type OpenReport = {
  /** Bytes at the end of the file that were the beginning of a write that never ended. */
  readonly tornBytes: number;
  /** Stretches of the file that could not be read, in words of frames. */
  readonly damaged: readonly { readonly frame: number; readonly lengthBytes: number }[];
  /** Blocks that only the app's copy had, and that the file has got back. */
  readonly restoredToFile: number;
  /** Batches of changes that neither copy can read. */
  readonly unreadable: number;
  /** Changes whose numbers are missing in both copies. */
  readonly missingChanges: number;
  /** The whole file was gone or unreadable and was written again from the app's copy. */
  readonly wasRebuilt: boolean;
};

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
  /** What was found on opening. */
  readonly openReport: OpenReport | null;
  readonly outside: () => OutsideState;
  /** Looks at the file; takes it up where it lacks nothing we do not know, else says what to decide. */
  readonly reconcile: () => Promise<OutsideState>;
  /** Takes in what the file has and we have not. */
  readonly acceptOutside: () => Promise<OutsideState>;
  /** The remark about the file has been read. */
  readonly dismissOutside: () => void;
  /** Writes all of this into another file and opens that. This session stays as it is and is closed by the caller. */
  readonly saveCopyAs: (handle: ProjectFileHandle) => Promise<Result<ProjectSession, OpenFailure>>;
  /** Writes all of this but the identities into another file, to give away. */
  readonly writeSharedCopy: (handle: ProjectFileHandle) => Promise<Result<null, OpenFailure>>;
  /** Who the code names stand for, under a passphrase of its own. */
  readonly identities: IdentityVault;
  /**
   * Changes, sets (`present` null) or removes (`next` null) the passphrase. Answers the session to go on with: setting
   * and removing seals everything anew, so this session is closed then.
   */
  readonly changePassphrase: (
    present: string | null,
    next: string | null,
  ) => Promise<Result<ProjectSession, OpenFailure>>;
  /**
   * Removes the words of who withdrew from both copies for good, and answers the session to go on with; this one is
   * closed then. It cannot be undone.
   */
  readonly eraseWithdrawn: (owner: ConsentOwner, note: WithdrawalNote) => Promise<Result<ProjectSession, OpenFailure>>;
  /** Opens copies of this evaluation and works out what they would bring. Nothing is written. */
  readonly lookAtCopies: (
    files: readonly CopyFile[],
    passphrases: readonly string[],
  ) => Promise<Result<MergePreview, OpenFailure>>;
  /** Takes over what was looked at, and answers the session to go on with; this one is closed then. */
  readonly mergeCopies: (preview: MergePreview) => Promise<Result<ProjectSession, OpenFailure>>;
  /** The last merge, while it is the next thing to take back; the same object until that changes. */
  readonly mergeToTakeBack: () => MergeNote | null;
  /** Takes out again what the last merge brought, and answers the session to go on with; null when there is none. */
  readonly takeMergeBack: () => Promise<Result<ProjectSession, OpenFailure> | null>;
  /** Colleagues whose changes are here, with what each is known to have. */
  readonly knownColleagues: () => Promise<readonly Acquaintance[]>;
  /** A file of what is not in `seen`, to give away; whoever has the rest takes it over. */
  readonly packWork: (seen: Seen) => Promise<Result<HandOver, OpenFailure>>;
  /** A whole copy but the identities, under a passphrase of its own (null: none). */
  readonly packCopy: (passphrase: string | null) => Promise<Result<HandOver, OpenFailure>>;
  /** Makes a recovery sheet and answers its code, which is kept nowhere. An earlier sheet opens nothing more. */
  readonly makeRecovery: (passphrase: string) => Promise<Result<string, OpenFailure>>;
  /** Calls `listener` when the project, the save state or the undo history changed. */
  readonly listen: (listener: () => void) => () => void;
  /** Every change up to now is in both copies, or the failure why not. */
  readonly flush: () => Promise<SaveState>;
  /**
   * Flushes, writes a snapshot, tidies the copies up where it is worth it, gives the file back to the host. `lastly`
   * runs before the file is given back, when nothing is written to it any more.
   */
  readonly close: (lastly?: () => Promise<unknown>) => Promise<SaveState>;
  /**
   * Writes everything and lets the host start the page anew, so that no word and no key is left in its memory.
   * Stays open where what was done last is only in memory, and says so.
   */
  readonly lockAway: (whereabouts: string) => Promise<SaveState>;
  /** What the host knows the open file by. */
  readonly fileToken: string;
  /** The log of changes, for the history. */
  readonly log: HistoryLog;
  /** Looks into a copy of this project, such as a backup. */
  readonly inspectCopy: (bytes: Uint8Array) => Promise<CopyReport>;
};

/** What an undo or redo did: the label of the change taken back, and how much was left because others changed it. */
export type UndoOutcome = { readonly label: ChangeLabel; readonly skipped: number } | null;

/** Why a project cannot be opened; each has a locale key `open.CODE`. */
export type OpenFailure =
  | {
      readonly code:
        | 'not-ours'
        | 'damaged'
        | 'too-new'
        | 'no-evaluation'
        /** A file of changes only: it is taken over in its evaluation. */
        | 'only-changes'
        | 'wrong-passphrase'
        | 'passphrase-needed'
        /** The file is gone, empty or cannot be read at all, and this machine has a complete copy of it. */
        | 'file-lost';
      readonly name: string;
    }
  | DiskFailure;

export type { ChangeHead };
