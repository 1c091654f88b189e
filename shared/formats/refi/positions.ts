/**
 * How a program counts positions in text: in code points or UTF-16 units, a CRLF as one or two, the end behind the last
 * character or on it. Nothing in the file says so; the evidence is weighed for the file as a whole, since one program wrote it.
 */

import { originOf, refiFlavours } from '#shared/formats/refi/count-positions.ts';

export type Convention = {
  readonly unit: 'code-point' | 'utf-16';
  readonly crlf: 1 | 2;
  readonly end: 'exclusive' | 'inclusive';
};

/** A text as it stands in the file, line ends included, and the selections in it. */
export type CountedText = {
  readonly raw: string;
  readonly selections: readonly CountedSelection[];
};
export type CountedSelection = {
  readonly start: number;
  readonly end: number;
  /** The name of the selection, which with many programs is the selected text. */
  readonly name: string;
};

export type Detected = {
  readonly convention: Convention;
  /** Whether the choice made a difference and rests on little. */
  readonly isWeak: boolean;
};

const candidates: readonly Convention[] = (['exclusive', 'inclusive'] as const).flatMap((end) =>
  (['code-point', 'utf-16'] as const).flatMap((unit) => ([2, 1] as const).map((crlf) => ({ unit, crlf, end }))),
);

/** Enough to decide; a file of 100,000 selections need not be read eight times. */
const SAMPLE = 4_000;
const GOOD_EDGES = 0.8;

type Evidence = { named: number; outside: number; edges: number };

/** Weighs the evidence of all texts of a project; `origin` is what its program calls itself. */
export function detectConvention(texts: readonly CountedText[], origin: string): Detected {
  const own = ownConvention(origin);
  if (own !== null) return { convention: own, isWeak: false };
  const usual = conventionOf(origin);
  const telling = sampleOf(texts);
  const total = telling.reduce((sum, { selections }) => sum + selections.length, 0);
  if (total === 0) return { convention: usual, isWeak: false };
  const weighed = candidates.map((convention) => ({ convention, evidence: weigh(telling, convention) }));
  const best = (list: readonly Weighed[]): Weighed | undefined => bestOf(list, usual, total);
  const exclusive = best(weighed.filter(({ convention }) => convention.end === 'exclusive'));
  const inclusive = best(weighed.filter(({ convention }) => convention.end === 'inclusive'));
  // The end is behind the last character unless the names say otherwise: with them a guess is proved.
  const isInclusive = (inclusive?.evidence.named ?? 0) > (exclusive?.evidence.named ?? 0);
  const chosen = (isInclusive ? inclusive : exclusive) ?? {
    convention: usual,
    evidence: { named: 0, outside: 0, edges: 0 },
  };
  const { named, edges, outside } = chosen.evidence;
  const proved = named >= Math.max(1, total * 0.2);
  const isOpen = weighed.some(
    ({ convention }) => convention.end === 'exclusive' && !isSame(convention, chosen.convention),
  );
  const isWeak = isOpen && !proved && (outside > 0 || edges < total * 2 * GOOD_EDGES) && needsChoice(telling);
  return { convention: chosen.convention, isWeak };
}

type Weighed = { readonly convention: Convention; readonly evidence: Evidence };

/** Names first, then what lies outside, then where words begin and end; near ties go to what its program usually does. */
function bestOf(list: readonly Weighed[], usual: Convention, total: number): Weighed | undefined {
  const keep = (some: readonly Weighed[], value: (evidence: Evidence) => number, slack = 0): readonly Weighed[] => {
    const most = Math.max(...some.map(({ evidence }) => value(evidence)));
    return some.filter(({ evidence }) => value(evidence) >= most - slack);
  };
  const named = keep(list, (evidence) => evidence.named);
  const inside = keep(named, (evidence) => -evidence.outside);
  const edged = keep(inside, (evidence) => evidence.edges, total * 0.04);
  const closeness = ({ convention }: Weighed): number =>
    Number(convention.unit === usual.unit) + Number(convention.crlf === usual.crlf);
  return [...edged].sort((a, b) => closeness(b) - closeness(a) || b.evidence.edges - a.evidence.edges)[0];
}

/** What we write says how it counts. */
function ownConvention(origin: string): Convention | null {
  const flavour = refiFlavours.find((one) => originOf(one) === origin);
  return flavour === undefined
    ? null
    : { unit: flavour === 'nvivo' ? 'utf-16' : 'code-point', crlf: 1, end: 'exclusive' };
}

/** What a program does when nothing else tells. */
function conventionOf(origin: string): Convention {
  if (/nvivo/i.test(origin)) return { unit: 'utf-16', crlf: 2, end: 'exclusive' };
  if (/atlas|qualcoder|maxqda/i.test(origin)) return { unit: 'code-point', crlf: 1, end: 'exclusive' };
  return { unit: 'code-point', crlf: 2, end: 'exclusive' };
}

function needsChoice(texts: readonly CountedText[]): boolean {
  return texts.some(({ raw }) => hasPairs(raw) || raw.includes('\r\n'));
}

/** Texts whose conventions differ first; a few of the others, where only the end can be told. */
function sampleOf(texts: readonly CountedText[]): readonly CountedText[] {
  const used = texts.filter(({ selections }) => selections.length > 0);
  const differing = used.filter(({ raw }) => hasPairs(raw) || raw.includes('\r\n'));
  const picked: CountedText[] = [];
  let count = 0;
  for (const text of differing.length > 0
    ? [...differing, ...used.filter((one) => !differing.includes(one)).slice(0, 5)]
    : used) {
    const selections = text.selections.slice(0, Math.max(50, SAMPLE - count));
    picked.push({ raw: text.raw, selections });
    count += selections.length;
    if (count >= SAMPLE) break;
  }
  return picked;
}

function weigh(texts: readonly CountedText[], convention: Convention): Evidence {
  const evidence: Evidence = { named: 0, outside: 0, edges: 0 };
  for (const { raw, selections } of texts) {
    const place = placesIn(raw, convention);
    const text = foldLines(raw);
    for (const selection of selections) {
      const start = place(selection.start);
      const end = place(selection.end + (convention.end === 'inclusive' ? 1 : 0));
      if (start === null || end === null || end < start) {
        evidence.outside += 1;
        continue;
      }
      if (isNamed(selection.name) && saysText(selection.name, text, start, end)) evidence.named += 1;
      evidence.edges += Number(isEdge(text, start)) + Number(isEdge(text, end));
    }
  }
  return evidence;
}

/** Names that tell nothing of the text: `12,34`, `(12,0),(34,0)`, `line:7`, `Quotation 6:1`. */
function isNamed(name: string): boolean {
  return (
    /[\p{L}\p{So}]/u.test(name) && !/^(?:line:\d+|quotation \d+:\d+|zitat \d+:\d+|cita \d+:\d+)$/i.test(name.trim())
  );
}

/** A name may have blanks for line ends, and may be cut. */
function saysText(name: string, text: string, start: number, end: number): boolean {
  const wanted = foldBlanks(name);
  const found = foldBlanks(text.slice(start, Math.min(end, start + name.length * 2 + 200)));
  if (wanted === found) return true;
  const cut = wanted.replace(/(?:…|\.\.\.)$/u, '');
  return (cut !== wanted || wanted.length >= 90) && cut.length > 0 && found.startsWith(cut.trimEnd());
}

function foldBlanks(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Not within a word, nor within a pair. */
function isEdge(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return true;
  return !(WORD.test(lastOf(text, place)) && WORD.test(String.fromCodePoint(text.codePointAt(place) ?? 32)));
}

function lastOf(text: string, place: number): string {
  const unit = text.charCodeAt(place - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(place - 2, place) : text.slice(place - 1, place);
}

/** CRLF and lone CR become LF, as in all our texts. */
export function foldLines(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

function hasPairs(text: string): boolean {
  return /[\ud800-\udfff]/.test(text);
}

/**
 * From a position as the program counts to one in our text (UTF-16 units, LF); null outside the text. One within a
 * surrogate pair goes to `onSplit`, and then to the beginning of the pair.
 */
export function placesIn(
  raw: string,
  convention: Pick<Convention, 'unit' | 'crlf'>,
  onSplit?: () => void,
): (position: number) => number | null {
  const isPlain = !raw.includes('\r\n') && (convention.unit === 'utf-16' || !hasPairs(raw));
  if (isPlain) {
    const text = foldLines(raw);
    return (position) => {
      if (!Number.isInteger(position) || position < 0 || position > text.length) return null;
      if (!isWithinPair(text, position)) return position;
      onSplit?.();
      return position - 1;
    };
  }
  const map = new Int32Array(raw.length + 1);
  const split = new Set<number>();
  let position = 0;
  let place = 0;
  for (let index = 0; index < raw.length;) {
    map[position] = place;
    const unit = raw.charCodeAt(index);
    const isPair = unit >= 0xd800 && unit <= 0xdbff && isLow(raw.charCodeAt(index + 1));
    if (unit === 0x0d && raw.charCodeAt(index + 1) === 0x0a) {
      if (convention.crlf === 2) map[position + 1] = place;
      position += convention.crlf;
      index += 2;
      place += 1;
    } else if (isPair) {
      if (convention.unit === 'utf-16') {
        map[position + 1] = place;
        split.add(position + 1);
      }
      position += convention.unit === 'utf-16' ? 2 : 1;
      index += 2;
      place += 2;
    } else {
      position += 1;
      index += 1;
      place += 1;
    }
  }
  map[position] = place;
  const last = position;
  return (wanted) => {
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > last) return null;
    if (split.has(wanted)) onSplit?.();
    return map[wanted] ?? null;
  };
}

function isWithinPair(text: string, place: number): boolean {
  return (
    place > 0 &&
    isLow(text.charCodeAt(place)) &&
    text.charCodeAt(place - 1) >= 0xd800 &&
    text.charCodeAt(place - 1) <= 0xdbff
  );
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function isSame(a: Convention, b: Convention): boolean {
  return a.unit === b.unit && a.crlf === b.crlf && a.end === b.end;
}
