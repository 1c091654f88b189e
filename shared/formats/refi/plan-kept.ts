/** What of a project has no place here, as parts to keep: notes, sets, links, graphs, and what hangs on sources and codes. */
import type { RefiProject, RefiText } from '#shared/formats/refi/refi-text.ts';
import { normaliseGuid } from '#shared/formats/refi/guid.ts';
import type { LossBook } from '#shared/formats/refi/losses.ts';
import { everythingNoteGuid } from '#shared/formats/refi/own-codes.ts';
import { rawOf } from '#shared/formats/refi/raw-element.ts';
import type { RawElement } from '#shared/formats/refi/raw-element.ts';
import type { Variables } from '#shared/formats/refi/read-values.ts';
import { readValues } from '#shared/formats/refi/read-values.ts';
import { isOwnPart } from '#shared/formats/refi/own-parts.ts';
import { notesOf } from '#shared/formats/refi/read-selections.ts';
import { childrenOf, descriptionOf, everyElement } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

/** A note that was kept: its words, and what it hangs on. */
export type KeptNote = {
  readonly element: RawElement;
  readonly text: string;
  /** GUIDs of the elements that refer to it. */
  readonly owners: readonly string[];
};

export type KeptLine = { readonly start: number; readonly end: number; readonly element: RawElement };

/** What hangs on a source besides its text and its codings. */
export type KeptSource = {
  readonly element: RawElement;
  readonly description: string;
  readonly uncoded: readonly { readonly element: RawElement; readonly place: { start: number; end: number } | null }[];
  readonly lines: readonly KeptLine[];
  readonly values: readonly RawElement[];
  readonly syncPoints: readonly RawElement[];
};

export type Parts = Map<string, string>;

/** Gathers the parts. */
export function gatherParts(
  read: RefiProject,
  variables: Variables,
  folders: readonly string[],
  cases: ReadonlyMap<string, RawElement>,
  /** By record of ours, so that they go when its words are withdrawn. */
  idOfSource: (guid: string) => string,
  losses: LossBook,
): Parts {
  const parts: Parts = new Map();
  const keep = (key: string, value: unknown): void => {
    parts.set(key, JSON.stringify(value));
  };
  keepProject(read.root, keep);
  for (const guid of folders) keep(`folder:${guid}`, true);
  for (const [guid, { element }] of variables) keep(`variable:${guid}`, rawOf(element));
  for (const [key, element] of cases) keep(key, element);
  for (const text of read.texts) {
    const kept = keptOf(text, variables, losses);
    if (kept !== null) keep(`source:${idOfSource(text.guid)}`, kept);
  }
  keepNotes(read, keep, losses);
  keepLists(read.root, keep, losses);
  return parts;
}

type Keep = (key: string, value: unknown) => void;

function keepProject(root: RefiElement, keep: Keep): void {
  const description = descriptionOf(root);
  const { xmlns: _xmlns, xsi: _xsi, schemaLocation: _location, ...attributes } = root.attributes;
  if (description !== '' || Object.keys(attributes).length > 2) keep('project', { attributes, description });
}

function keptOf(text: RefiText, variables: Variables, losses: LossBook): KeptSource | null {
  const { element, uncoded, lines } = text;
  const comments = uncoded.filter((one) => descriptionOf(one.element) !== '' || notesOf(one.element).length > 0);
  if (comments.length > 0) losses.add('kept-comments', text.name, comments.length);
  if (uncoded.length > comments.length) losses.add('kept-selections', text.name, uncoded.length - comments.length);
  const kept: KeptSource = {
    element: rawOf({ ...element, children: [], text: '' }),
    description: descriptionOf(element),
    uncoded: uncoded.map((one) => ({ element: rawOf(one.element), place: one.place })),
    lines: lines.map(({ start, end, element: line }) => ({ start, end, element: withoutCodings(line, element) })),
    values: readValues(element, variables).rest,
    syncPoints: childrenOf(element, 'SyncPoint').map((point) => rawOf(point)),
  };
  const isPlain = element.name === 'TextSource' && kept.description === '' && kept.uncoded.length === 0;
  const { guid: _guid, name: _name, plainTextPath: _path, ...others } = element.attributes;
  const isBare = isPlain && lines.length === 0 && kept.values.length === 0 && Object.keys(others).length === 0;
  return isBare ? null : kept;
}

/** A line for the whole document needs only say so. */
function withoutCodings(line: RefiElement, source: RefiElement): RawElement {
  if (line === source) return { n: line.name, a: {} };
  return rawOf({ ...line, children: line.children.filter(({ name }) => name !== 'Coding') });
}

function keepNotes(read: RefiProject, keep: Keep, losses: LossBook): void {
  const owners = new Map<string, string[]>();
  for (const element of everyElement(read.root)) {
    for (const note of notesOf(element)) {
      const owner = element.name === 'Project' ? 'project' : normaliseGuid(element.attributes['guid']);
      if (owner !== '') owners.set(note, [...(owners.get(note) ?? []), owner]);
    }
  }
  for (const element of childrenOf(read.root, 'Notes').flatMap((list) => childrenOf(list, 'Note'))) {
    const guid = normaliseGuid(element.attributes['guid']);
    if (guid === '' || guid === everythingNoteGuid || isOwnPart(guid)) continue;
    const children = element.children.filter(({ name }) => name !== 'PlainTextContent');
    const kept: KeptNote = {
      element: rawOf({ ...element, children }),
      text: read.noteTexts.get(guid) ?? '',
      owners: owners.get(guid) ?? [],
    };
    keep(`note:${guid}`, kept);
    losses.add('kept-notes', element.attributes['name'] ?? '');
  }
}

const lists = [
  ['Sets', 'Set', 'set', 'kept-sets'],
  ['Links', 'Link', 'link', 'kept-links'],
  ['Graphs', 'Graph', 'graph', 'kept-graphs'],
] as const;

function keepLists(root: RefiElement, keep: Keep, losses: LossBook): void {
  for (const [list, item, key, loss] of lists) {
    for (const element of childrenOf(root, list).flatMap((one) => childrenOf(one, item))) {
      const guid = normaliseGuid(element.attributes['guid']);
      if (guid === '' || isOwnPart(guid)) continue;
      keep(`${key}:${guid}`, rawOf(element));
      losses.add(loss, element.attributes['name'] ?? '');
    }
  }
}
