/** Findings that travelled as codes: evidence that was added elsewhere is linked, and a finding whose note was lost is made anew. */
import type { Operation } from '#shared/domain/change/change.ts';
import { setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import type { Finding, FindingId } from '#shared/domain/findings/finding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { normaliseGuid } from '#shared/formats/refi/guid.ts';
import { findingOf } from '#shared/formats/refi/own-codes.ts';
import type { OwnNote } from '#shared/formats/refi/own-note.ts';
import { childrenOf, descriptionOf } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

/** Edits of the findings of a file. */
export function findingEdits(
  project: Project,
  root: RefiElement,
  note: OwnNote,
  links: ReadonlyMap<string, ReadonlySet<CodingId>>,
  placed: ReadonlyMap<CodingId, Omit<Coding, 'id'>>,
): readonly Operation[] {
  const noted = new Map((note.records.get('finding') ?? []).map(({ id, fields }) => [id, fields as Partial<Finding>]));
  const ops: Operation[] = [];
  let order = Math.max(0, ...project.all('finding').map((finding) => finding.order));
  for (const code of findingCodes(root)) {
    const id = findingOf(normaliseGuid(code.attributes['guid']), note.ids) as FindingId | null;
    if (id === null) continue;
    const known = project.get('finding', id) ?? noted.get(id);
    const evidence = [...(links.get(id) ?? [])].flatMap((coding) => {
      const values = placed.get(coding);
      return values === undefined ? [] : [[coding, linkEvidence({ id: coding, ...values })] as const];
    });
    if (known === undefined) {
      order += 1;
      ops.push(
        setOperation('finding', id, { ...fromCode(project, code), order, evidence: Object.fromEntries(evidence) }),
      );
      continue;
    }
    for (const [coding, link] of evidence) {
      if (known.evidence?.[coding] === undefined) ops.push(setMapEntry('finding', id, 'evidence', coding, link));
    }
  }
  return ops;
}

function findingCodes(root: RefiElement): readonly RefiElement[] {
  const folders = childrenOf(root, 'CodeBook').flatMap((book) => childrenOf(book, 'Codes'));
  return folders
    .flatMap((list) => childrenOf(list, 'Code'))
    .flatMap((folder) => [folder, ...childrenOf(folder, 'Code')]);
}

/** The number stands in front of the title: `F4.1 Training reached …`. */
function fromCode(project: Project, code: RefiElement): Omit<Finding, 'id' | 'order' | 'evidence'> {
  const name = code.attributes['name'] ?? '';
  const [, number = 'F', title = name] = /^(\S+)\s+(.*)$/u.exec(name) ?? [];
  const roots = project.all('code').filter(({ parent }) => parent === null);
  const place = Number.parseInt(/^F(\d+)/u.exec(number)?.[1] ?? '1', 10) - 1;
  const criterion = (roots[place] ?? roots[0])?.id ?? ('' as Finding['criterion']);
  const words = { title, text: descriptionOf(code), strength: null, strengthReason: '', contested: '', statistics: {} };
  return { number, criterion, ...words };
}
