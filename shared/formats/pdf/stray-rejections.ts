/**
 * pdf.js starts to load pages ahead and forgets some of these promises. In a damaged file they are rejected, nobody
 * listens, and Node ends the whole program. While a pdf is read, such rejections, and only those of pdf.js, are absorbed.
 */

type RejectionEvent = { readonly reason: unknown; preventDefault(): void };
type NodeListener = (reason: unknown) => void;
type WindowListener = (event: RejectionEvent) => void;

type Runtime = {
  readonly process?: {
    on?: (name: 'unhandledRejection', listener: NodeListener) => void;
    off?: (name: 'unhandledRejection', listener: NodeListener) => void;
  };
  addEventListener?: (name: 'unhandledrejection', listener: WindowListener) => void;
  removeEventListener?: (name: 'unhandledrejection', listener: WindowListener) => void;
};

const namesOfPdfJs = new Set([
  'ParserEOFException',
  'XRefEntryException',
  'XRefParseException',
  'FormatError',
  'MissingDataException',
  'AbortException',
  'InvalidPDFException',
  'UnknownErrorException',
]);

const runtime = globalThis as Runtime;

/** Starts to absorb; the function that comes back stops it. */
export function absorbStrayRejections(): () => void {
  if (runtime.process?.on !== undefined) {
    runtime.process.on('unhandledRejection', inNode);
    return () => runtime.process?.off?.('unhandledRejection', inNode);
  }
  runtime.addEventListener?.('unhandledrejection', inWindow);
  return () => runtime.removeEventListener?.('unhandledrejection', inWindow);
}

/** A listener takes the place of Node's own, so what is not ours to absorb is thrown for all to see. */
const inNode: NodeListener = (reason) => {
  if (isOfPdfJs(reason)) return;
  setTimeout(() => {
    throw reason;
  }, 0);
};

const inWindow: WindowListener = (event) => {
  if (isOfPdfJs(event.reason)) event.preventDefault();
};

function isOfPdfJs(reason: unknown): boolean {
  return typeof reason === 'object' && reason !== null && 'name' in reason && namesOfPdfJs.has(String(reason.name));
}
