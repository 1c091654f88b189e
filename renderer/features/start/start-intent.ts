/** What the start screen begins with: an entry of the menu, or a file that was opened from outside. */
import type { Result } from '#shared/basics/result.ts';
import type { DiskFailure, ProjectFileHandle } from '#shared/bridge/requests.ts';

export type StartIntent =
  'new' | 'open' | 'sample' | { readonly requested: Result<ProjectFileHandle, DiskFailure> } | null;
