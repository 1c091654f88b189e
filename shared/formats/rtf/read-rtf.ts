/** Rich text (rtf) of Word, WordPad, TextEdit and LibreOffice. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import { assembleDocument } from '#shared/formats/document/read-document.ts';
import type { ReadDocument } from '#shared/formats/document/read-document.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { breathe, cancelled } from '#shared/formats/read-options.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import { RtfReader } from '#shared/formats/rtf/rtf-reader.ts';
import { RtfTokens } from '#shared/formats/rtf/rtf-tokens.ts';

const BREATH = 200_000;

/** Reads the bytes as they are: RTF says its encodings itself. */
export async function readRtf(bytes: Uint8Array, options: ReadOptions): Promise<Result<ReadDocument, ImportFailure>> {
  const tokens = new RtfTokens(bytes);
  const reader = new RtfReader();
  let count = 0;
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    reader.take(token);
    if (reader.isTooDeep) return fail({ code: 'damaged', values: { format: 'rtf' } });
    count += 1;
    if (count % BREATH === 0) {
      options.onProgress?.({ done: tokens.place, total: bytes.length });
      await breathe();
      if (options.signal?.aborted === true) return cancelled();
    }
  }
  reader.end();
  const notes = options.footnotes === 'at-end' ? reader.notes : null;
  return succeed(assembleDocument(reader.output.document, reader.counts, notes));
}
