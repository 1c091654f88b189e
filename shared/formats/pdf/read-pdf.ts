/** Text PDF to text with pages; pictures of text, passwords and damage are said, never guessed around. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import type { ImportFailure, ImportWarning } from '#shared/formats/imported-source.ts';
import { assemblePages } from '#shared/formats/pdf/assemble.ts';
import type { RawPage } from '#shared/formats/pdf/furniture.ts';
import { itemsOf, openDocument } from '#shared/formats/pdf/library.ts';
import type { PdfDocument, PdfLoading } from '#shared/formats/pdf/library.ts';
import { linesOf } from '#shared/formats/pdf/page-lines.ts';
import { absorbStrayRejections } from '#shared/formats/pdf/stray-rejections.ts';
import { breathe, cancelled } from '#shared/formats/read-options.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import type { Segment } from '#shared/domain/source/source-content.ts';

export type ReadPdf = {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly warnings: readonly ImportWarning[];
};

const damage: ImportFailure = { code: 'damaged', values: { format: 'pdf' } };
const PAGE_LIMIT = 10_000;
const CLOSING_MILLISECONDS = 500;
const CHARACTER_LIMIT = 30_000_000;

/** Reads all pages; the signal is looked at before each one. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Result<ReadPdf, ImportFailure>> {
  const stopAbsorbing = absorbStrayRejections();
  const loading = openDocument(bytes);
  try {
    const document = await loading.promise;
    return await readPages(document, options);
  } catch (error) {
    return fail(failureOf(error));
  } finally {
    await closed(loading);
    stopAbsorbing();
  }
}

async function readPages(document: PdfDocument, options: ReadOptions): Promise<Result<ReadPdf, ImportFailure>> {
  const pages: RawPage[] = [];
  const withoutText: number[] = [];
  let damaged = 0;
  let characters = 0;
  if (document.numPages > PAGE_LIMIT)
    return fail({ code: 'too-large', values: { limitMegabytes: CHARACTER_LIMIT / 1e6 } });
  for (let number = 1; number <= document.numPages; number += 1) {
    if (options.signal?.aborted === true) return cancelled();
    const page = await readPage(document, number);
    if (page === null) damaged += 1;
    if (page === null || page.lines.length === 0) withoutText.push(number);
    pages.push(page ?? { number, height: 0, lines: [] });
    for (const line of page?.lines ?? []) characters += line.text.length;
    if (characters > CHARACTER_LIMIT)
      return fail({ code: 'too-large', values: { limitMegabytes: CHARACTER_LIMIT / 1e6 } });
    options.onProgress?.({ done: number, total: document.numPages });
    await breathe();
  }
  if (withoutText.length === pages.length) {
    return fail(damaged > 0 ? damage : { code: 'no-text', values: { pages: pages.length } });
  }
  const warnings: ImportWarning[] = [];
  if (withoutText.length > 0) {
    warnings.push({ code: 'pages-without-text', values: { count: withoutText.length, pages: withoutText.join(', ') } });
  }
  return succeed({ ...assemblePages(pages), warnings });
}

/** Frees what pdf.js holds. After a failure it may wait for ever for its own half; nobody shall wait with it. */
async function closed(loading: PdfLoading): Promise<void> {
  const freed = loading.destroy().catch(() => undefined);
  await Promise.race([freed, new Promise<void>((resolve) => void setTimeout(resolve, CLOSING_MILLISECONDS))]);
  // Rejections are reported when all that waits has run.
  await breathe();
}

/** Null when this one page is damaged: the others are worth reading. */
async function readPage(document: PdfDocument, number: number): Promise<RawPage | null> {
  try {
    const page = await document.getPage(number);
    const [, bottom, , top] = page.view;
    const lines = linesOf(await itemsOf(page)).map((line) => ({ ...line, baseline: line.baseline - bottom }));
    page.cleanup();
    return { number, height: top - bottom, lines };
  } catch {
    return null;
  }
}

function failureOf(error: unknown): ImportFailure {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { code: 'encrypted', values: { format: 'pdf' } };
  return damage;
}
