/** The codebook of a project in XML, with codes for directions and findings, so that other programs show them. */
import type { Codebook } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { directions } from '#shared/domain/coding/coding.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { written } from '#shared/formats/refi/guid-book.ts';
import type { GuidBook } from '#shared/formats/refi/guid-book.ts';
import { directionFolderGuid, directionGuids, findingFolderGuid } from '#shared/formats/refi/own-codes.ts';
import type { XmlText } from '#shared/formats/refi/xml-text.ts';

export type CodesRequest = {
  readonly codebook: Codebook;
  readonly guids: GuidBook;
  readonly xml: XmlText;
  readonly words: Words;
  /** Codes that hold codes but no quotes. */
  readonly isFolder: (id: CodeId, guid: string) => boolean;
  /** References to notes that hang on a code, '' in a codebook file. */
  readonly noteRefs: (guid: string) => string;
  readonly findings: readonly Finding[];
  readonly hasDirections: boolean;
};

/** `<Codes>`, or '' when there are none. */
export function writeCodes(request: CodesRequest): string {
  const { codebook, guids, xml, isFolder, noteRefs } = request;
  let all = '';
  let open = 0;
  for (const { code, depth } of codebook.flat) {
    for (; open > depth; open -= 1) all += '</Code>\n';
    const guid = guids.of('code', code.id);
    const isCodable = isFolder(code.id, guid) ? 'false' : 'true';
    const color = colorOf(code.color);
    all += `<Code${xml.attributes({ guid: written(guid), name: code.name, isCodable, color })}>`;
    if (code.definition !== '') all += `<Description>${xml.text(code.definition)}</Description>`;
    all += noteRefs(guid);
    open = depth + 1;
  }
  for (; open > 0; open -= 1) all += '</Code>\n';
  all += directionCodes(request) + findingCodes(request);
  return all === '' ? '' : `<Codes>\n${all}</Codes>\n`;
}

/** `#RRGGBB` or nothing: the schema knows no other colours. */
function colorOf(color: string): string | null {
  return /^#(?:[0-9a-f]{6}|[0-9a-f]{3})$/i.test(color) ? color.toUpperCase() : null;
}

function directionCodes({ xml, words, hasDirections }: CodesRequest): string {
  if (!hasDirections) return '';
  const codes = directions.map(
    (direction) =>
      `<Code${xml.attributes({ guid: written(directionGuids[direction]), name: words(`direction.${direction}`), isCodable: 'true' })}/>`,
  );
  const head = xml.attributes({
    guid: written(directionFolderGuid),
    name: words('column.direction'),
    isCodable: 'false',
  });
  return `<Code${head}>${codes.join('')}</Code>\n`;
}

function findingCodes({ xml, words, findings, guids }: CodesRequest): string {
  if (findings.length === 0) return '';
  const codes = findings.map((finding) => {
    const name = `${finding.number} ${finding.title}`.trim();
    const head = `<Code${xml.attributes({ guid: written(guids.ofFinding(finding.id)), name, isCodable: 'true' })}`;
    return finding.text === '' ? `${head}/>` : `${head}><Description>${xml.text(finding.text)}</Description></Code>`;
  });
  const head = xml.attributes({ guid: written(findingFolderGuid), name: words('column.findings'), isCodable: 'false' });
  return `<Code${head}>${codes.join('\n')}</Code>\n`;
}
