/** The texts of agreement data as measuring walks them: blocks numbered over all texts, spans sorted out by code. */
import { CODING_WIDTH, type AgreementData, type AgreementText } from '#shared/analysis/agreement/agreement-data.ts';
import type { Span } from '#shared/analysis/agreement/spans.ts';

/** A coding; its value is the number of its direction. */
export type CodedSpan = Span & { readonly coder: number; readonly code: number };

export type CodedText = AgreementText & {
  /** Number of its first block among those of all texts. */
  readonly firstBlock: number;
  readonly spans: readonly CodedSpan[];
};

export type CodedTexts = { readonly texts: readonly CodedText[]; readonly blockCount: number };

/** Codings of one code by text, in the order of texts; texts without any are missing. */
export type SpansByText = ReadonlyMap<number, readonly CodedSpan[]>;

/** Unpacks the texts. */
export function unpackTexts(data: AgreementData): CodedTexts {
  let blockCount = 0;
  const texts = data.texts.map((text): CodedText => {
    const firstBlock = blockCount;
    blockCount += text.cuts.length + 1;
    const spans: CodedSpan[] = [];
    for (let place = 0; place < text.codings.length; place += CODING_WIDTH) {
      const [coder, code, start, end, value] = text.codings.subarray(place, place + CODING_WIDTH);
      spans.push({ coder, code, start, end, value } as CodedSpan);
    }
    return { ...text, firstBlock, spans };
  });
  return { texts, blockCount };
}

/** The codings of each code: `exact` its own, `whole` those of the codes below it, too. */
export type SpansOfCode = { readonly exact: SpansByText; readonly whole: SpansByText; readonly isLeaf: boolean };

/** Sorts out the codings of all codes in one pass. */
export function sortByCode(data: AgreementData, { texts }: CodedTexts): readonly SpansOfCode[] {
  const exact = data.codes.map(() => new Map<number, CodedSpan[]>());
  const whole = data.codes.map(() => new Map<number, CodedSpan[]>());
  const isLeaf = data.codes.map(() => true);
  texts.forEach(({ spans }, text) => {
    for (const span of spans) {
      push(exact[span.code], text, span);
      for (const row of data.codes[span.code]?.rows ?? []) {
        push(whole[row], text, span);
        if (row !== span.code) isLeaf[row] = false;
      }
    }
  });
  return data.codes.map((_, code) => ({
    exact: exact[code] as SpansByText,
    whole: whole[code] as SpansByText,
    isLeaf: isLeaf[code] as boolean,
  }));
}

function push(map: Map<number, CodedSpan[]> | undefined, text: number, span: CodedSpan): void {
  const list = map?.get(text);
  if (list) list.push(span);
  else map?.set(text, [span]);
}

/** The spans of each rater of a text, in the order of `raters`. */
export function byRater(text: AgreementText, spans: readonly CodedSpan[]): readonly (readonly CodedSpan[])[] {
  const places = new Map(text.raters.map((coder, place) => [coder, place]));
  const lists: CodedSpan[][] = text.raters.map(() => []);
  for (const span of spans) lists[places.get(span.coder) ?? -1]?.push(span);
  return lists;
}

/** Places of the first and behind the last piece that a span touches. */
export function touchedPieces(pieces: Int32Array, start: number, end: number): readonly [number, number] {
  const count = pieces.length / 2;
  const first = lowest(count, (piece) => (pieces[2 * piece + 1] as number) > start);
  const last = lowest(count, (piece) => (pieces[2 * piece] as number) >= end);
  return [first, Math.max(first, last)];
}

/** The block in which a place of the text stands, from 0. */
export function blockAt(cuts: Int32Array, place: number): number {
  return lowest(cuts.length, (cut) => (cuts[cut] as number) > place);
}

function lowest(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
