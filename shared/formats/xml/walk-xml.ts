/** XML from strangers, event by event: no entity of its own, no document type expanded, bounded depth. */
import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';

export type XmlElement = {
  readonly local: string;
  readonly namespace: string;
  /** An attribute by its local name, whatever its namespace. */
  attribute(local: string): string | null;
};

export type XmlVisitor = {
  open(element: XmlElement): void;
  close(local: string, namespace: string): void;
  text(text: string): void;
};

export type XmlOutcome = 'done' | 'damaged' | 'cancelled';

const DEPTH_LIMIT = 2_000;
const CHUNK = 262_144;

/** Walks through a document; between chunks `pause` may let others run and say that enough is enough. */
export async function walkXml(xml: string, visitor: XmlVisitor, pause?: () => Promise<boolean>): Promise<XmlOutcome> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH_LIMIT) broken = true;
    if (!broken) visitor.open(elementOf(tag));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (!broken) visitor.close(tag.local, tag.uri);
  });
  parser.on('text', (text) => {
    if (!broken) visitor.text(text);
  });
  parser.on('cdata', (text) => {
    if (!broken) visitor.text(text);
  });
  for (let index = 0; index < xml.length && !broken; index += CHUNK) {
    parser.write(xml.slice(index, index + CHUNK));
    if (pause !== undefined && (await pause())) return 'cancelled';
  }
  if (!broken) parser.close();
  return broken ? 'damaged' : 'done';
}

function elementOf(tag: SaxesTagNS): XmlElement {
  return {
    local: tag.local,
    namespace: tag.uri,
    attribute(local) {
      for (const attribute of Object.values(tag.attributes)) if (attribute.local === local) return attribute.value;
      return null;
    },
  };
}
