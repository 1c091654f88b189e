/**
 * The contract between window and host: what the window may ask, by name, with the schema that the host
 * checks each argument against. The window never sees a path: it holds tokens for files that the user picked.
 */
import * as z from 'zod';
import type { Result } from '#shared/basics/result.ts';
import { deskPreferencesSchema } from '#shared/bridge/desk-preferences.ts';

const token = z.string().regex(/^[a-z0-9]{16,64}$/);
const bytes = z.instanceof(Uint8Array);
const language = z.enum(['en', 'es', 'fr']);

/** A file that the user picked: `name` is for showing, the path stays with the host. */
export type FileHandle = { readonly token: string; readonly name: string; readonly sizeBytes: number };

/** A project file as the host holds it. `lockedBy` names who else has it open; then it can only be read. */
export type ProjectFileHandle = FileHandle & {
  readonly folder: string;
  /** The same for the same path on this machine, told from every other: a hash that says nothing of the path. */
  readonly copyKey: string;
  readonly lockedBy: { readonly owner: string; readonly since: string } | null;
};

/** How a project file stands, compared with what the window last read or wrote. */
export type OutsideLook = { readonly state: 'as-left' | 'changed' | 'missing' };

/** An evaluation that was locked: its file, opened anew, and where in the app the person was (ids only). */
export type LockedAway = { readonly opened: Result<ProjectFileHandle, DiskFailure>; readonly whereabouts: string };

/** What the disk can refuse, as a closed list. Each has a locale key `disk.CODE`. */
export type DiskFailure = {
  readonly code:
    | 'missing'
    | 'not-allowed'
    | 'disk-full'
    | 'read-only'
    | 'changed-outside'
    | 'in-use'
    | 'too-large'
    | 'name-too-long'
    | 'exists'
    | 'unknown-token'
    | 'io-error';
  /** File name for the message, never a full path. */
  readonly name: string;
};

export type RuntimeInfo = {
  readonly appVersion: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** Where the runtime came from; `fallback` is the old one for development and tests only. */
  readonly runtime: 'override' | 'official' | 'fallback' | 'packaged';
  readonly platform: string;
  readonly systemLanguage: string;
  readonly userName: string;
};

export type RecentProject = {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly openedAt: string;
  readonly exists: boolean;
};

export const preferencesSchema = z.object({
  language: language.nullable(),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Name and initials of the person at this machine, written into each change. */
  personName: z.string().max(200),
  fontScale: z.number().min(0.75).max(2),
  /** A sealed evaluation is locked after so many minutes without a key or a click; 0 never. */
  lockAfterMinutes: z.number().int().min(0).max(480).default(10),
  /** Missing until something about the desk is chosen. */
  desk: deskPreferencesSchema.optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** A backup of a project file, as the window knows it. */
export type Backup = {
  readonly id: string;
  readonly projectId: string;
  /** What the project file was called when its first backup was made. */
  readonly projectName: string;
  readonly madeAt: string;
  readonly sizeBytes: number;
  /** What the window found when it last read this backup. */
  readonly verdict: 'good' | 'damaged' | 'unknown';
};
export type BackupMade =
  { readonly kind: 'made'; readonly backup: Backup } | { readonly kind: 'unchanged' } | { readonly kind: 'not-due' };

/** How the backups stand: of one project, or of all. */
export type BackupState = {
  /** The folder, for showing. */
  readonly folder: string;
  readonly isUsualFolder: boolean;
  /** When the newest backup was made that is not known to be damaged. */
  readonly latestGoodAt: string | null;
  /** Why the last backup could not be made, or why the folder cannot be read. */
  readonly failure: DiskFailure | null;
  /** Room on the disk of the backups and on that of the project file; null where the system does not say. */
  readonly freeBytes: number | null;
  readonly projectFreeBytes: number | null;
  /** Null while no project is open, or while its file is gone. */
  readonly projectSizeBytes: number | null;
};

const projectId = z.string().regex(/^[a-z0-9]{16}$/);
const backupOccasion = z.enum(['opened', 'working', 'closing', 'asked']);
export type BackupOccasion = z.infer<typeof backupOccasion>;
const openProjectName = z.object({ token, projectId });
const backupId = z.string().regex(/^[0-9a-f]{32}$/);

/** Argument schemas by request name. Every request takes exactly one argument object. */
export const requestSchemas = {
  'app.info': z.object({}),
  'preferences.read': z.object({}),
  'preferences.write': preferencesSchema,
  'recent.list': z.object({}),
  'recent.open': z.object({ id: z.string() }),
  'recent.forget': z.object({ id: z.string() }),
  'files.pickToImport': z.object({
    title: z.string(),
    filterName: z.string(),
    extensions: z.array(z.string().regex(/^[a-z0-9]+$/)),
  }),
  'files.read': z.object({ token }),
  'files.pickToSave': z.object({
    title: z.string(),
    suggestedName: z.string().max(200),
    extension: z.string().regex(/^[a-z0-9]+$/),
  }),
  'files.write': z.object({ token, bytes }),
  'project.pickToOpen': z.object({ title: z.string() }),
  'project.pickToCreate': z.object({ title: z.string(), suggestedName: z.string().max(200) }),
  'project.read': z.object({ token }),
  /** Appends and fsyncs; refused as `changed-outside` when the file is not as long as the window believes. */
  'project.append': z.object({ token, expectedLengthBytes: z.number().int().nonnegative(), bytes }),
  /** Writes beside, fsyncs, reads back, renames. */
  'project.replace': z.object({ token, bytes }),
  /** Writes a vanished file again; refused as `changed-outside` when something else stands there by now. */
  'project.recreate': z.object({ token, bytes }),
  /** Whether the file is as the window last read or wrote it. */
  'project.look': z.object({ token }),
  /** Gives what stands at the file's place another name. */
  'project.setAside': z.object({ token }),
  'project.release': z.object({ token }),
  /** Copies the project file into the backup folder when it is due: changed, and for `working` long enough ago. */
  'backups.make': z.object({ project: openProjectName, occasion: backupOccasion }),
  'backups.state': z.object({ project: openProjectName.nullable() }),
  'backups.list': z.object({ projectId: projectId.nullable() }),
  'backups.read': z.object({ id: backupId }),
  /** Keeps what the window found when it read a backup. */
  'backups.judge': z.object({ id: backupId, verdict: z.enum(['good', 'damaged']) }),
  /** Writes a backup as a new file where the user says, never over another. */
  'backups.restore': z.object({ id: backupId, title: z.string(), suggestedName: z.string().max(200) }),
  'backups.remove': z.object({ id: backupId }),
  'backups.pickFolder': z.object({ title: z.string() }),
  'backups.useUsualFolder': z.object({}),
  'backups.showFolder': z.object({}),
  /** Prints what the page shows for paper into a PDF where the user says. */
  'page.savePdf': z.object({ title: z.string(), suggestedName: z.string().max(200) }),
  /** Prints what the page shows for paper and answers the bytes of the PDF. */
  'page.toPdf': z.object({}),
  /** Opens the system's printing; answers whether something was printed. */
  'page.print': z.object({}),
  'window.setTitle': z.object({ title: z.string().max(300), hasUnsaved: z.boolean() }),
  /** The window holds nothing any more: the file is given back, the page starts anew and asks for the passphrase. */
  'window.lockAway': z.object({ token, whereabouts: z.string().max(4000) }),
  /** What was locked away before the page started anew; answers it once. */
  'window.lockedAway': z.object({}),
  /** The window has written everything and may be closed. */
  'window.readyToClose': z.object({}),
  'links.open': z.object({ url: z.string().max(2000) }),
} as const;

export type RequestName = keyof typeof requestSchemas;
export type RequestArguments<Name extends RequestName> = z.infer<(typeof requestSchemas)[Name]>;

/** What each request answers. `null` where the user closed the dialog without choosing. */
export type RequestAnswers = {
  'app.info': RuntimeInfo;
  'preferences.read': Preferences;
  'preferences.write': Result<null, DiskFailure>;
  'recent.list': readonly RecentProject[];
  'recent.open': Result<ProjectFileHandle, DiskFailure>;
  'recent.forget': null;
  'files.pickToImport': readonly FileHandle[];
  'files.read': Result<Uint8Array, DiskFailure>;
  'files.pickToSave': FileHandle | null;
  'files.write': Result<{ readonly lengthBytes: number }, DiskFailure>;
  'project.pickToOpen': Result<ProjectFileHandle, DiskFailure> | null;
  'project.pickToCreate': Result<ProjectFileHandle, DiskFailure> | null;
  'project.read': Result<Uint8Array, DiskFailure>;
  'project.append': Result<{ readonly lengthBytes: number }, DiskFailure>;
  'project.replace': Result<{ readonly lengthBytes: number }, DiskFailure>;
  'project.recreate': Result<{ readonly lengthBytes: number }, DiskFailure>;
  'project.look': Result<OutsideLook, DiskFailure>;
  'project.setAside': Result<{ readonly name: string }, DiskFailure>;
  'project.release': null;
  'backups.make': Result<BackupMade, DiskFailure>;
  'backups.state': BackupState;
  'backups.list': Result<readonly Backup[], DiskFailure>;
  'backups.read': Result<Uint8Array, DiskFailure>;
  'backups.judge': null;
  /** The id of the new file among the recent ones, to open it by; null when the user chose no place. */
  'backups.restore': Result<{ readonly name: string; readonly recentId: string }, DiskFailure> | null;
  'backups.remove': Result<null, DiskFailure>;
  /** Null when the user chose none. */
  'backups.pickFolder': Result<null, DiskFailure> | null;
  'backups.useUsualFolder': null;
  'backups.showFolder': null;
  'page.savePdf': Result<null, DiskFailure> | null;
  /** Null when it could not be printed. */
  'page.toPdf': Uint8Array | null;
  'page.print': boolean;
  'window.setTitle': null;
  'window.lockAway': null;
  'window.lockedAway': LockedAway | null;
  'window.readyToClose': null;
  'links.open': null;
};

/** What the host tells the window. */
export type Notices = {
  /** A menu entry was chosen. */
  'menu.command': { readonly command: MenuCommand };
  /** A project file was opened from outside (double click, second start). */
  'project.openRequested': Result<ProjectFileHandle, DiskFailure>;
  /** The user wants to close; the window answers `window.readyToClose` when all is written. */
  'window.closing': Record<string, never>;
  /** The machine goes to sleep or its screen is locked. */
  'system.locking': Record<string, never>;
};
export type NoticeName = keyof Notices;

export const menuCommands = [
  'new',
  'open',
  'sample',
  'import',
  'export',
  'backups',
  'close-project',
  'undo',
  'redo',
  'find',
  'palette',
  'place-sources',
  'place-coding',
  'place-matrix',
  'place-findings',
  'place-history',
  'place-settings',
  'theme',
  'keys',
  'about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** The one object that the preload script puts on the window. */
export type Bridge = {
  readonly ask: <Name extends RequestName>(name: Name, args: RequestArguments<Name>) => Promise<RequestAnswers[Name]>;
  readonly listen: <Name extends NoticeName>(name: Name, handler: (notice: Notices[Name]) => void) => () => void;
};

/** Name of the bridge on the window, and of the channels behind it. */
export const BRIDGE_KEY = 'triangula';
export const REQUEST_CHANNEL_PREFIX = 'window-asks:';
export const NOTICE_CHANNEL_PREFIX = 'host-tells:';
