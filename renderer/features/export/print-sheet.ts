/** Has the host print the sheet that stands in the window, as the bytes of a PDF, and counts its pages. */
import type { BriefContent } from '#shared/formats/brief/brief-content.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';

export type Printed = { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number };

/** Prints what the window shows for paper; null when the host could not. The document is named after the brief. */
export async function printSheet({ title, kind }: BriefContent): Promise<Printed | null> {
  const before = document.title;
  document.title = `${title}: ${kind}`;
  try {
    await nextFrame();
    const bytes = await hostBridge().ask('page.toPdf', {});
    return bytes ? { bytes: Uint8Array.from(bytes), pages: countPages(bytes) } : null;
  } finally {
    document.title = before;
  }
}

/** Pages of a PDF as the print engine writes it: page objects stand in plain text there. */
function countPages(bytes: Uint8Array): number {
  return new TextDecoder('latin1').decode(bytes).match(/\/Type\s*\/Page(?![a-zA-Z])/gu)?.length ?? 0;
}

/** The sheet is in the page when the frame after the next begins. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
