/** What a caller can ask of every reader, and how a reader says that it was stopped. */
import { fail } from '#shared/basics/result.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';

export type FileInput = { readonly name: string; readonly bytes: Uint8Array };

export type ReadOptions = {
  /** WHATWG label that the user chose instead of the guess. */
  readonly encoding?: string;
  /** Read between steps: an AbortSignal fits, and so does any object with this one field. */
  readonly signal?: { readonly aborted: boolean };
  /** Told now and then how far the reader is; `total` is in the same unit (pages, rows, bytes). */
  readonly onProgress?: (progress: ReadProgress) => void;
  /** `guess` takes a text for a transcript only on good grounds, `always` takes every label, `never` none. */
  readonly speakers?: 'guess' | 'always' | 'never';
  /** Footnotes and endnotes of a docx: left out with a warning, or behind the text as notes. */
  readonly footnotes?: 'left-out' | 'at-end';
};

export type ReadProgress = { readonly done: number; readonly total: number };

/** The failure of a reader that was told to stop. */
export function cancelled(): { readonly ok: false; readonly failure: ImportFailure } {
  return fail({ code: 'cancelled', values: {} });
}

/** Lets other work of the same thread run, so that a cancel can arrive in the middle of a long file. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
