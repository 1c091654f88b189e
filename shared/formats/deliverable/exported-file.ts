/** What every writer of a deliverable returns: the bytes of a file with remarks, or a closed list of reasons why not. */
import { fail, type Result } from '#shared/basics/result.ts';
import type { LeftOutReason } from '#shared/formats/deliverable/profile/export-profile.ts';
import type { ExchangeLoss } from '#shared/formats/refi/losses.ts';

/** A remark about what was written. `code` is a locale key `remark.CODE` of export.json; `values` fill its text. */
export type ExportRemark = {
  readonly code:
    | 'texts-missing' // values: count (excerpts whose text is not at hand: their quotes are empty)
    | 'long-texts' // values: count, sheet (cells longer than Excel takes, in full on a sheet of their own)
    | 'long-cells' // values: count (csv cells that Excel would cut; other programs read them whole)
    | 'brief-too-long' // values: pages, most
    | 'contents-without-pages' // a long report: Word fills in the page numbers of its contents
    | `left-out-${LeftOutReason}` // values: count (excerpts left out, as their speakers have not agreed)
    | 'replaced-characters'; // values: count (characters that the format cannot carry, replaced by visible signs)
  readonly values: Readonly<Record<string, string | number>>;
};

/** Why nothing was written; `code` is a locale key `failure.CODE` of export.json. */
export type ExportFailure = {
  readonly code: 'cancelled' | 'too-many-columns'; // values of too-many-columns: columns, limit
  readonly values: Readonly<Record<string, string | number>>;
};

export type ExportedFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly remarks: readonly ExportRemark[];
  /** Of an exchange with other programs: what they will not find as it is here. */
  readonly losses?: readonly ExchangeLoss[];
};
export type ExportResult = Result<ExportedFile, ExportFailure>;

/** How a caller follows and stops a writer. */
export type ExportControl = {
  /** Read between steps: an AbortSignal fits, and so does any object with this one field. */
  readonly signal?: { readonly aborted: boolean };
  /** Told now and then how many rows are written. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
};

/** The failure of a writer that was told to stop. */
export function exportCancelled(): { readonly ok: false; readonly failure: ExportFailure } {
  return fail({ code: 'cancelled', values: {} });
}
