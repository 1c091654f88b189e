/**
 * A project of REFI-QDA as a tree of elements: local names only, in whatever order they stand. Nothing is expanded, the
 * depth is bounded, and the tree is built without recursion, so that no file can exhaust the stack.
 */
import { SaxesParser } from 'saxes';
import { breathe } from '#shared/formats/read-options.ts';

export type RefiElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly RefiElement[];
  /** The text directly in it, '' where only blanks stand between elements. */
  readonly text: string;
};

type OpenElement = {
  name: string;
  attributes: Record<string, string>;
  children: OpenElement[];
  text: string;
};

export type TreeOutcome =
  { readonly kind: 'done'; readonly root: RefiElement } | { readonly kind: 'damaged' | 'cancelled' };

const DEPTH_LIMIT = 20_000;
const CHUNK = 262_144;
const CHUNKS_PER_BREATH = 8;
/** Elements whose text means something. */
const TEXTS = new Set([
  'Description',
  'PlainTextContent',
  ...['TextValue', 'BooleanValue', 'IntegerValue', 'FloatValue', 'DateValue', 'DateTimeValue'],
]);

class BrokenXml extends Error {}

/** Parses; a bare `&`, which some programs write, is mended once. */
export async function parseTree(
  xml: string,
  control: { readonly signal?: { readonly aborted: boolean }; readonly onProgress?: (share: number) => void } = {},
): Promise<TreeOutcome & { readonly isMended?: boolean }> {
  const outcome = await parseOnce(xml, control);
  if (outcome.kind !== 'damaged') return outcome;
  const mended = xml.replace(/&(?!(?:[A-Za-z_][\w.-]*|#\d+|#x[0-9a-fA-F]+);)/g, '&amp;');
  return mended === xml ? outcome : { ...(await parseOnce(mended, control)), isMended: true };
}

async function parseOnce(
  xml: string,
  control: { readonly signal?: { readonly aborted: boolean }; readonly onProgress?: (share: number) => void },
): Promise<TreeOutcome> {
  const holder: { root: OpenElement | null } = { root: null };
  const parser = parserInto(holder);
  try {
    for (let index = 0, chunks = 1; index < xml.length; index += CHUNK, chunks += 1) {
      parser.write(xml.slice(index, index + CHUNK));
      if (chunks % CHUNKS_PER_BREATH !== 0) continue;
      control.onProgress?.(index / xml.length);
      await breathe();
      if (control.signal?.aborted === true) return { kind: 'cancelled' };
    }
    parser.close();
  } catch (error) {
    if (error instanceof BrokenXml) return { kind: 'damaged' };
    throw error;
  }
  return holder.root === null ? { kind: 'damaged' } : { kind: 'done', root: holder.root };
}

function parserInto(holder: { root: OpenElement | null }): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  const stack: OpenElement[] = [];
  parser.on('error', (error) => {
    throw new BrokenXml(error.message);
  });
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[localName(name)] = value;
    const element: OpenElement = { name: localName(tag.name), attributes, children: [], text: '' };
    const parent = stack[stack.length - 1];
    if (parent === undefined) holder.root ??= element;
    else parent.children.push(element);
    stack.push(element);
    if (stack.length > DEPTH_LIMIT) throw new BrokenXml('nested too deeply');
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const take = (text: string): void => {
    const element = stack[stack.length - 1];
    if (element !== undefined && TEXTS.has(element.name)) element.text += text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Children of these names, in order. */
export function childrenOf(element: RefiElement | undefined, ...names: readonly string[]): readonly RefiElement[] {
  return element === undefined ? [] : element.children.filter(({ name }) => names.includes(name));
}

/** The first child of a name. */
export function childOf(element: RefiElement | undefined, name: string): RefiElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The text of the description, line ends as ours; '' without one. */
export function descriptionOf(element: RefiElement): string {
  return (childOf(element, 'Description')?.text ?? '').replace(/\r\n?/g, '\n').trim();
}

/** All elements at any depth, parents first. */
export function* everyElement(root: RefiElement): Generator<RefiElement> {
  const waiting: RefiElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}
