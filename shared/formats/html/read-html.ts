/** Web pages and HTML exports: the text of the body. Nothing in it is run, and nothing is fetched. */
import { Parser } from 'htmlparser2';
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import { assembleDocument } from '#shared/formats/document/read-document.ts';
import type { ReadDocument } from '#shared/formats/document/read-document.ts';
import { HtmlText } from '#shared/formats/html/html-text.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { breathe, cancelled } from '#shared/formats/read-options.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';

/** Browsers stop at 512; the parser's time grows with the depth. */
const DEPTH_LIMIT = 2_000;
const CHUNK = 262_144;

class TooDeep extends Error {}

/** `text` is decoded. */
export async function readHtml(text: string, options: ReadOptions): Promise<Result<ReadDocument, ImportFailure>> {
  const page = new HtmlText();
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (depth > DEPTH_LIMIT) throw new TooDeep();
      page.open(name, attributes);
    },
    onclosetag(name) {
      depth -= 1;
      page.close(name);
    },
    ontext(piece) {
      page.text(piece);
    },
  });
  try {
    for (let index = 0; index < text.length; index += CHUNK) {
      parser.write(text.slice(index, index + CHUNK));
      await breathe();
      if (options.signal?.aborted === true) return cancelled();
    }
    parser.end();
  } catch (error) {
    if (error instanceof TooDeep) return fail({ code: 'damaged', values: { format: 'html' } });
    throw error;
  }
  page.end();
  return succeed(assembleDocument(page.output, page.counts, null));
}

/** The encoding that a page says of itself, for bytes that are no UTF-8. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, 2_048), (byte) => String.fromCharCode(byte)).join('');
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}
