/** Codebooks in REFI-QDA (qdc), as NVivo, ATLAS.ti, MAXQDA, QualCoder, Taguette and others write them. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import { readColor } from '#shared/formats/codebook/imported-codebook.ts';
import type { ImportedCode, ImportedCodebook } from '#shared/formats/codebook/imported-codebook.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { walkXml } from '#shared/formats/xml/walk-xml.ts';
import type { XmlElement, XmlVisitor } from '#shared/formats/xml/walk-xml.ts';

type OpenCode = Omit<ImportedCode, 'children' | 'definition'> & {
  definition: string;
  readonly isCodable: boolean;
  readonly children: OpenCode[];
};

/** `xml` is decoded. Namespaces are not looked at: every program writes another one. */
export async function readQdc(xml: string): Promise<Result<ImportedCodebook, ImportFailure>> {
  const visitor = new CodebookVisitor();
  const outcome = await walkXml(xml, visitor);
  if (outcome !== 'done' || !visitor.isCodebook) return fail({ code: 'damaged', values: { format: 'qdc' } });
  if (visitor.roots.length === 0) return fail({ code: 'empty', values: {} });
  return succeed({ format: 'qdc', codes: unwrapped(visitor.roots).map(plain), groupsLeftOut: visitor.groups });
}

class CodebookVisitor implements XmlVisitor {
  readonly roots: OpenCode[] = [];
  isCodebook = false;
  groups = 0;
  private readonly open_: OpenCode[] = [];
  private isDescription = false;

  open(element: XmlElement): void {
    const { local } = element;
    if (local === 'CodeBook') this.isCodebook = true;
    if (local === 'Set') this.groups += 1;
    if (local === 'Code') this.openCode(element);
    // A description of a set belongs to no code.
    this.isDescription = local === 'Description' && this.open_.length > 0;
  }

  close(local: string): void {
    if (local === 'Code') this.open_.pop();
    if (local === 'Description') this.isDescription = false;
  }

  text(text: string): void {
    const code = this.open_[this.open_.length - 1];
    if (this.isDescription && code !== undefined) code.definition += text.replace(/\r\n?/g, '\n');
  }

  private openCode(element: XmlElement): void {
    const code: OpenCode = {
      name: element.attribute('name') ?? '',
      definition: '',
      color: readColor(element.attribute('color') ?? ''),
      guid: (element.attribute('guid') ?? '').replace(/[{}]/g, '').toLowerCase(),
      isCodable: element.attribute('isCodable') !== 'false',
      children: [],
    };
    (this.open_[this.open_.length - 1]?.children ?? this.roots).push(code);
    this.open_.push(code);
  }
}

/** NVivo puts everything into one folder, which is no code. */
function unwrapped(roots: readonly OpenCode[]): readonly OpenCode[] {
  const [only] = roots;
  const isFolder = roots.length === 1 && only !== undefined && !only.isCodable && only.children.length > 0;
  return isFolder && /^(?:nodes|codes|nodos|códigos|nœuds|knoten)$/i.test(only.name.trim()) ? only.children : roots;
}

function plain({ name, definition, color, guid, children }: OpenCode): ImportedCode {
  return { name: name.trim(), definition: definition.trim(), color, guid, children: children.map(plain) };
}
