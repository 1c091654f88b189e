/** Writes elements that were kept from another program, made to fit the schema: order, allowed attributes, references that lead somewhere. */
import { normaliseGuid } from '#shared/formats/refi/guid.ts';
import type { RawElement } from '#shared/formats/refi/raw-element.ts';
import { isRealTime } from '#shared/formats/refi/real-time.ts';
import type { XmlText } from '#shared/formats/refi/xml-text.ts';

type Type = 'guid' | 'string' | 'integer' | 'time' | 'color' | 'direction' | 'shape' | 'line' | 'boolean' | 'variable';
type Shape = {
  /** With `!` behind the name of the type it is required. */
  readonly attributes: Readonly<Record<string, Type | `${Type}!`>>;
  readonly children: readonly string[];
};

const authored = {
  creatingUser: 'guid',
  creationDateTime: 'time',
  modifyingUser: 'guid',
  modifiedDateTime: 'time',
} as const;
const text = { guid: 'guid!', name: 'string', plainTextPath: 'string', ...authored } as const;
const target: Shape = { attributes: { targetGUID: 'guid!' }, children: [] };
const value: Shape = { attributes: {}, children: [] };

const shapes: Readonly<Record<string, Shape>> = {
  Note: {
    attributes: text,
    children: ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'],
  },
  PlainTextSelection: {
    attributes: { guid: 'guid!', name: 'string', startPosition: 'integer!', endPosition: 'integer!', ...authored },
    children: ['Description', 'Coding', 'NoteRef'],
  },
  Coding: {
    attributes: { guid: 'guid!', creatingUser: 'guid', creationDateTime: 'time' },
    children: ['CodeRef', 'NoteRef'],
  },
  Set: {
    attributes: { guid: 'guid!', name: 'string!' },
    children: ['Description', 'MemberCode', 'MemberSource', 'MemberNote'],
  },
  Link: {
    attributes: {
      guid: 'guid!',
      name: 'string',
      direction: 'direction',
      color: 'color',
      originGUID: 'guid',
      targetGUID: 'guid',
    },
    children: ['NoteRef'],
  },
  Graph: { attributes: { guid: 'guid!', name: 'string' }, children: ['Vertex', 'Edge'] },
  Vertex: {
    attributes: {
      guid: 'guid!',
      representedGUID: 'guid',
      name: 'string',
      firstX: 'integer!',
      firstY: 'integer!',
      secondX: 'integer',
      secondY: 'integer',
      shape: 'shape',
      color: 'color',
    },
    children: [],
  },
  Edge: {
    attributes: {
      guid: 'guid!',
      representedGUID: 'guid',
      name: 'string',
      sourceVertex: 'guid!',
      targetVertex: 'guid!',
      color: 'color',
      direction: 'direction',
      lineStyle: 'line',
    },
    children: [],
  },
  Variable: { attributes: { guid: 'guid!', name: 'string!', typeOfVariable: 'variable!' }, children: ['Description'] },
  VariableValue: { attributes: {}, children: ['VariableRef'] },
  Description: value,
  PlainTextContent: value,
  MemberCode: target,
  MemberSource: target,
  MemberNote: target,
  NoteRef: target,
  CodeRef: target,
  SourceRef: target,
  SelectionRef: target,
  VariableRef: target,
};

const patterns: Readonly<Record<Type, RegExp>> = {
  guid: /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i,
  string: /^/,
  integer: /^[+-]?\d+$/,
  time: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/,
  color: /^#(?:[0-9a-f]{6}|[0-9a-f]{3})$/i,
  direction: /^(?:Associative|OneWay|Bidirectional)$/,
  shape: /^(?:Person|Oval|Rectangle|RoundedRectangle|Star|LeftTriangle|RightTriangle|UpTriangle|DownTriangle|Note)$/,
  line: /^(?:dotted|dashed|solid)$/,
  boolean: /^(?:true|false|1|0)$/,
  variable: /^(?:Text|Boolean|Integer|Float|Date|DateTime)$/,
};

export type KeptContext = {
  readonly xml: XmlText;
  /** The GUID as it is written now, for one of a reference; null when nothing has it. */
  readonly resolve: (guid: string) => string | null;
  /** Takes a GUID as the element's own; false when something else has it already. */
  readonly claim: (guid: string) => boolean;
};

/** The element in XML; '' when it does not fit. */
export function writeKept(element: RawElement, context: KeptContext, depth = 0): string {
  const shape = shapes[element.n];
  if (shape === undefined || depth > 6) return '';
  const attributes = keptAttributes(element, shape, context);
  if (attributes === null) return '';
  let inside = context.xml.text(element.t ?? '');
  for (const name of shape.children) {
    for (const child of element.c ?? []) if (child.n === name) inside += writeKept(child, context, depth + 1);
  }
  if (element.n === 'Coding' && !inside.startsWith('<CodeRef')) return '';
  return inside === '' ? `<${element.n}${attributes}/>` : `<${element.n}${attributes}>${inside}</${element.n}>`;
}

function keptAttributes(element: RawElement, shape: Shape, context: KeptContext): string | null {
  const values: Record<string, string> = {};
  for (const [name, type] of Object.entries(shape.attributes)) {
    const isRequired = type.endsWith('!');
    const plain = type.replace('!', '') as Type;
    const given = element.a[name];
    const isFine = given !== undefined && patterns[plain].test(given.trim()) && (plain !== 'time' || isRealTime(given));
    let written: string | null = isFine ? (plain === 'string' ? given : given.trim()) : null;
    if (written !== null && plain === 'guid') written = guidAs(name, written, context);
    if (written === null && isRequired) return null;
    // A link with one end is none.
    if (written === null && element.n === 'Link' && name.endsWith('GUID') && given !== undefined) return null;
    if (written !== null) values[name] = written;
  }
  return context.xml.attributes(values);
}

function guidAs(name: string, given: string, { claim, resolve }: KeptContext): string | null {
  const guid = normaliseGuid(given);
  if (name === 'guid') return claim(guid) ? guid.toUpperCase() : null;
  // Vertices are known within their graph only.
  if (name === 'sourceVertex' || name === 'targetVertex') return guid.toUpperCase();
  return resolve(guid)?.toUpperCase() ?? null;
}
