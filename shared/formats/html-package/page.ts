/** A page that needs nothing but itself: no network, no script, one style, a policy that forbids the rest. */
import { sha256 } from 'hash-wasm';
import type { Language } from '#shared/domain/evaluation/language.ts';
import { markup, type Markup } from '#shared/formats/html-package/markup.ts';

export type Page = {
  readonly title: string;
  readonly language: Language;
  readonly style: string;
  readonly body: Markup;
};

/** The bytes of the page. The policy names the style by its hash, so that nothing that was slipped in is applied. */
export async function writePage({ title, language, style, body }: Page): Promise<Uint8Array<ArrayBuffer>> {
  const hash = base64(await sha256(style));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const head = markup`<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}" />
    <meta name="referrer" content="no-referrer" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>`;
  const page = `<!doctype html>\n<html lang="${language}">\n<head>\n${head.markup}\n<style>${style}</style>\n</head>\n<body>\n${body.markup}\n</body>\n</html>\n`;
  return new TextEncoder().encode(page);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Hexadecimal as base64. */
function base64(hexadecimal: string): string {
  const bits = [...hexadecimal].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const digits = (bits.match(/.{1,6}/gu) ?? []).map((six) => DIGITS[Number.parseInt(six.padEnd(6, '0'), 2)] ?? '');
  return digits.join('') + '='.repeat((4 - (digits.length % 4)) % 4);
}
