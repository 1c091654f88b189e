/** Spoils XML without breaking it: elements vanish, double, nest and move; texts and attributes change. */

type Random = () => number;
type Element = { readonly start: number; readonly end: number };

const texts = [
  '',
  ' ',
  '0',
  '-1',
  '99999999999',
  'x'.repeat(5_000),
  '\u202e',
  '&#x1F600;',
  '&amp;',
  'P1: ',
  '1e308',
  'true',
  '\n',
];

/** The same document, well-formed, with one thing that no program would write. */
export function mutateXml(xml: string, random: Random): string {
  const elements = elementsOf(xml);
  const one = elements[Math.floor(random() * elements.length)];
  const other = elements[Math.floor(random() * elements.length)];
  if (one === undefined || other === undefined) return xml;
  const piece = xml.slice(one.start, one.end);
  switch (Math.floor(random() * 7)) {
    case 0:
      return xml.slice(0, one.start) + xml.slice(one.end);
    case 1:
      return (
        xml.slice(0, one.start) +
        piece.repeat(Math.min(1 + Math.floor(random() * 20), 1 + 20_000 / piece.length)) +
        xml.slice(one.end)
      );
    case 2:
      return xml.slice(0, other.start) + piece + xml.slice(other.start);
    case 3: {
      const name = /^<([\w:.-]+)/.exec(piece)?.[1] ?? 'a';
      const depth = 1 + Math.floor(random() ** 3 * 2_000);
      return (
        xml.slice(0, one.start) + `<${name}>`.repeat(depth) + piece + `</${name}>`.repeat(depth) + xml.slice(one.end)
      );
    }
    case 4:
      return replaceOne(xml, />([^<>]+)</g, random, (text) => `>${text}<`);
    case 5:
      return replaceOne(xml, /="([^"]*)"/g, random, (text) => `="${text}"`);
    default:
      return xml.slice(0, one.start) + xml.slice(other.start, other.end) + xml.slice(one.end);
  }
}

/** Places of whole elements, by matching their tags. */
function elementsOf(xml: string): readonly Element[] {
  const open: number[] = [];
  const elements: Element[] = [];
  for (const match of xml.matchAll(/<(\/?)[\w:.-]+(?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>/g)) {
    const end = match.index + match[0].length;
    if (match[1] === '/') {
      const start = open.pop();
      if (start !== undefined && open.length > 0) elements.push({ start, end });
    } else if (match[2] === '/') elements.push({ start: match.index, end });
    else open.push(match.index);
  }
  return elements;
}

function replaceOne(xml: string, pattern: RegExp, random: Random, write: (text: string) => string): string {
  const matches = [...xml.matchAll(pattern)];
  const match = matches[Math.floor(random() * matches.length)];
  if (match === undefined) return xml;
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  return xml.slice(0, match.index) + write(text) + xml.slice(match.index + match[0].length);
}
