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

const DEPTH_LIMIT = 1_000;
const CHUNK = 262_144;

/** Leaves the parser at once when something is wrong: what follows would only cost time. */
class BrokenXml extends Error {}

/** Walks through a document; between chunks `pause` may let others run and say that enough is enough. */
export async function walkXml(xml: string, visitor: XmlVisitor, pause?: () => Promise<boolean>): Promise<XmlOutcome> {
  const parser = parserFor(visitor);
  try {
    for (let index = 0; index < xml.length; index += CHUNK) {
      parser.write(xml.slice(index, index + CHUNK));
      if (pause !== undefined && (await pause())) return 'cancelled';
    }
    parser.close();
    return 'done';
  } catch (error) {
    if (error instanceof BrokenXml) return 'damaged';
    throw error;
  }
}

function parserFor(visitor: XmlVisitor): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('error', (error) => {
    throw new BrokenXml(error.message);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH_LIMIT) throw new BrokenXml('nested too deeply');
    visitor.open(elementOf(tag));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    visitor.close(tag.local, tag.uri);
  });
  parser.on('text', (text) => {
    visitor.text(text);
  });
  parser.on('cdata', (text) => {
    visitor.text(text);
  });
  return parser;
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
