/** Elements as short JSON, to keep what has no place here and to write it back. */
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

export type RawElement = {
  readonly n: string;
  readonly a: Readonly<Record<string, string>>;
  readonly c?: readonly RawElement[];
  readonly t?: string;
};

/** Depth beyond which nothing is kept; REFI-QDA itself goes no deeper than six. */
const DEPTH = 12;

/** An element with all below it, without what only describes the XML. */
export function rawOf(element: RefiElement, depth = 0): RawElement {
  const attributes = Object.fromEntries(
    Object.entries(element.attributes).filter(([name]) => !['xmlns', 'xsi', 'xsd', 'schemaLocation'].includes(name)),
  );
  const children = depth < DEPTH ? element.children.map((child) => rawOf(child, depth + 1)) : [];
  return {
    n: element.name,
    a: attributes,
    ...(children.length > 0 ? { c: children } : {}),
    ...(element.text === '' ? {} : { t: element.text }),
  };
}
