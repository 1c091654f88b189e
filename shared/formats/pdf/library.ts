/** pdf.js, set up to read text without a worker of its own, without network, evaluation, fonts or drawing. */
import '#shared/formats/pdf/before-library.ts';
// @ts-expect-error pdf.js ships no types for its worker half; only its presence matters here
import * as handler from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import '#shared/formats/pdf/after-library.ts';

// Where pdf.js finds its message handler here, it starts no worker and loads no script.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = handler;

/** Starts to open a document; the caller awaits `promise` and calls `destroy` in the end. */
export function openDocument(bytes: Uint8Array): PdfLoading {
  // pdf.js takes its bytes away for itself, so it gets a copy.
  const loading = getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
    BinaryDataFactory: NoData,
  });
  return loading as unknown as PdfLoading;
}

/** Refuses character maps and fonts from outside: there is no network, and text needs few of them. */
class NoData {
  fetch(): Promise<never> {
    return Promise.reject(new Error('Nothing is loaded from outside'));
  }
}

export type PdfLoading = { readonly promise: Promise<PdfDocument>; destroy(): Promise<void> };

export type PdfDocument = { readonly numPages: number; getPage(page: number): Promise<PdfPage> };

export type PdfPage = {
  readonly view: readonly [number, number, number, number];
  streamTextContent(options: {
    readonly disableNormalization: boolean;
  }): ReadableStream<{ readonly items: readonly PdfItem[] }>;
  cleanup(): boolean;
};

/** All runs of a page. `getTextContent` would do the same, but iterates over a stream as Chromium 114 cannot. */
export async function itemsOf(page: PdfPage): Promise<readonly PdfItem[]> {
  const items: PdfItem[] = [];
  const reader = page.streamTextContent({ disableNormalization: false }).getReader();
  for (;;) {
    const chunk = await reader.read();
    if (chunk.done) return items;
    // One by one: a page may hold more runs than a call takes arguments.
    for (const item of chunk.value.items) items.push(item);
  }
}

/** A run of characters; `transform` ends with where its base line starts, in points from the lower left. */
export type PdfItem = {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly [number, number, number, number, number, number];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
};
