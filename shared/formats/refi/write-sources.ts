/** Sources in XML with their selections; their texts go into files beside. */
import { byPosition } from '#shared/domain/project/project.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { positionsFor, type RefiFlavour } from '#shared/formats/refi/count-positions.ts';
import { guidOf } from '#shared/formats/refi/guid.ts';
import { written } from '#shared/formats/refi/guid-book.ts';
import type { GuidBook } from '#shared/formats/refi/guid-book.ts';
import type { KeptSource } from '#shared/formats/refi/plan-kept.ts';
import { directionGuids } from '#shared/formats/refi/own-codes.ts';
import type { RawElement } from '#shared/formats/refi/raw-element.ts';
import { writeKept } from '#shared/formats/refi/write-kept.ts';
import type { KeptContext } from '#shared/formats/refi/write-kept.ts';
import type { XmlText } from '#shared/formats/refi/xml-text.ts';

export type SourceRequest = {
  readonly source: Source;
  readonly text: string;
  readonly codings: readonly Coding[];
  readonly kept: KeptSource | undefined;
  /** Values of variables in XML. */
  readonly values: string;
};

export type SourceTools = {
  readonly guids: GuidBook;
  readonly xml: XmlText;
  readonly flavour: RefiFlavour;
  readonly hasDirections: boolean;
  readonly findingsOf: (coding: Coding['id']) => readonly Finding[];
  readonly noteRefs: (guid: string) => string;
  readonly keptContext: KeptContext;
};

/** Writes one source piece by piece. */
export function* writeSource(request: SourceRequest, tools: SourceTools): Generator<string> {
  const { source, text, kept } = request;
  const { guids, xml } = tools;
  const guid = guids.of('source', source.id);
  const file = `internal://${written(guid)}.txt`;
  const attributes = {
    guid: written(guid),
    name: source.name,
    plainTextPath: file,
    ...authorsOf(kept?.element, tools),
  };
  yield `<TextSource${xml.attributes(attributes)}>`;
  if (kept !== undefined && kept.description !== '') yield `<Description>${xml.text(kept.description)}</Description>`;
  const count = positionsFor(tools.flavour, text);
  for (const group of groupsOf(request.codings, tools)) yield writeSelection(group, text, count, tools);
  for (const { element, place } of kept?.uncoded ?? []) {
    if (element.n !== 'PlainTextSelection' || place === null || place.end > text.length) continue;
    const moved = { startPosition: String(count(place.start)), endPosition: String(count(place.end)) };
    yield writeKept({ ...element, a: { ...element.a, ...moved } }, tools.keptContext);
  }
  yield `${tools.noteRefs(guid)}${request.values}</TextSource>\n`;
}

/** Who made and changed it, as far as they are users of this file. */
function authorsOf(element: RawElement | undefined, { keptContext }: SourceTools): Readonly<Record<string, string>> {
  const authors: Record<string, string> = {};
  for (const name of ['creatingUser', 'modifyingUser']) {
    const guid = element?.a[name];
    const user = guid === undefined ? null : keptContext.resolve(guid.replace(/[{}]/g, '').toLowerCase());
    if (user !== null) authors[name] = written(user);
  }
  for (const name of ['creationDateTime', 'modifiedDateTime']) {
    const time = timeOf(element?.a[name] ?? '');
    if (time !== null) authors[name] = time;
  }
  return authors;
}

/** Codings that were one selection elsewhere and still are alike, together; all others alone. */
function groupsOf(codings: readonly Coding[], { findingsOf }: SourceTools): readonly (readonly Coding[])[] {
  const groups = new Map<string, Coding[]>();
  for (const coding of [...codings].sort(byPosition)) {
    const { selection, start, end, memo, direction } = coding;
    // A finding rests on one coding; in a selection of several nobody could tell on which.
    const isAlone = !selection || findingsOf(coding.id).length > 0;
    const key = isAlone ? coding.id : `${selection} ${start} ${end} ${direction} ${memo}`;
    const group = groups.get(key);
    if (group) group.push(coding);
    else groups.set(key, [coding]);
  }
  return [...groups.values()];
}

function writeSelection(
  group: readonly Coding[],
  text: string,
  count: (place: number) => number,
  tools: SourceTools,
): string {
  const [first] = group;
  if (first === undefined) return '';
  const { guids, xml } = tools;
  const own = guidOf(first.id, 'selection');
  const guid = first.selection && guids.claim(first.selection) ? first.selection : own;
  const user = written(guids.of('person', first.coder));
  const time = timeOf(first.codedAt);
  const attributes = {
    guid: written(guid),
    name: nameOf(text.slice(first.start, first.end)),
    startPosition: String(count(first.start)),
    endPosition: String(count(first.end)),
    creatingUser: user,
    creationDateTime: time,
  };
  let inside = first.memo === '' ? '' : `<Description>${xml.text(first.memo)}</Description>`;
  for (const coding of group) {
    const own = guids.of('coding', coding.id);
    inside += writeCoding(own, guids.of('code', coding.code), coding, tools, tools.noteRefs(own));
  }
  if (tools.hasDirections) {
    inside += writeCoding(guidOf(first.id, 'direction'), directionGuids[first.direction], first, tools);
  }
  const findings = new Set(group.flatMap((coding) => tools.findingsOf(coding.id)));
  for (const finding of findings) {
    inside += writeCoding(guidOf(`${finding.id} ${first.id}`, 'finding'), guids.ofFinding(finding.id), first, tools);
  }
  return `<PlainTextSelection${xml.attributes(attributes)}>${inside}${tools.noteRefs(guid)}</PlainTextSelection>\n`;
}

function writeCoding(guid: string, code: string, coding: Coding, { guids, xml }: SourceTools, noteRefs = ''): string {
  const creatingUser = written(guids.of('person', coding.coder));
  const attributes = xml.attributes({ guid: written(guid), creatingUser, creationDateTime: timeOf(coding.codedAt) });
  return `<Coding${attributes}><CodeRef targetGUID="${written(code)}"/>${noteRefs}</Coding>`;
}

/** UTC without fractions, as all programs read it; null when it is no time. */
export function timeOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return null;
  const time = new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9_999 ? null : `${time.toISOString().slice(0, 19)}Z`;
}

const NAME_LENGTH = 100;

/** The selected words on one line, cut. */
function nameOf(words: string): string {
  return [
    ...words
      .slice(0, NAME_LENGTH * 4)
      .replace(/\s+/gu, ' ')
      .trim(),
  ]
    .slice(0, NAME_LENGTH)
    .join('');
}
