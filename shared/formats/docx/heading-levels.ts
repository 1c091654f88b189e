/** Which paragraph styles of a Word document are headings, and of which level. */
import { levelOf } from '#shared/formats/docx/document-visitor.ts';
import { walkXml } from '#shared/formats/xml/walk-xml.ts';
import type { XmlElement, XmlVisitor } from '#shared/formats/xml/walk-xml.ts';

type Style = { readonly id: string; name: string; basedOn: string; level: number | null };

/** Reads `styles.xml`; a damaged one gives no headings, the text does not depend on it. */
export async function headingLevelsOf(stylesXml: string): Promise<ReadonlyMap<string, number>> {
  const visitor = new StyleVisitor();
  await walkXml(stylesXml, visitor);
  const byId = new Map(visitor.styles.map((style) => [style.id, style]));
  const levels = new Map<string, number>();
  for (const style of visitor.styles) {
    const level = levelOfStyle(style, byId, 0);
    if (level !== null) levels.set(style.id, level);
  }
  return levels;
}

/** Inherited from the style that it is based on; the chain is cut off, a file may hold a circle. */
function levelOfStyle(style: Style, byId: ReadonlyMap<string, Style>, depth: number): number | null {
  const named = /^(?:heading|título|titulo|titre|überschrift)\s*([1-9])$/i.exec(style.name)?.[1];
  if (named !== undefined) return Number(named);
  if (/^title$/i.test(style.name)) return 1;
  if (style.level !== null) return style.level;
  const base = depth > 20 ? undefined : byId.get(style.basedOn);
  return base === undefined ? null : levelOfStyle(base, byId, depth + 1);
}

class StyleVisitor implements XmlVisitor {
  readonly styles: Style[] = [];

  open(element: XmlElement): void {
    const current = this.styles[this.styles.length - 1];
    const value = element.attribute('val') ?? '';
    if (element.local === 'style') {
      this.styles.push({ id: element.attribute('styleId') ?? '', name: '', basedOn: '', level: null });
    } else if (current !== undefined) {
      if (element.local === 'name') current.name = value;
      if (element.local === 'basedOn') current.basedOn = value;
      if (element.local === 'outlineLvl') current.level = levelOf(value);
    }
  }

  close(): void {
    // Nothing to do: a style's settings all stand in its own children.
  }

  text(): void {
    // Styles hold no text.
  }
}
