/** Notes, links, sets and graphs: what came from elsewhere as it was, and our conclusions, recommendations and judgements as memos. */
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { guidOf } from '#shared/formats/refi/guid.ts';
import { written } from '#shared/formats/refi/guid-book.ts';
import type { GuidBook } from '#shared/formats/refi/guid-book.ts';
import type { KeptProject } from '#shared/formats/refi/kept-project.ts';
import { guidOfKept } from '#shared/formats/refi/kept-project.ts';
import { everythingNoteGuid } from '#shared/formats/refi/own-codes.ts';
import type { RawElement } from '#shared/formats/refi/raw-element.ts';
import { writeKept } from '#shared/formats/refi/write-kept.ts';
import type { KeptContext } from '#shared/formats/refi/write-kept.ts';
import type { XmlText } from '#shared/formats/refi/xml-text.ts';

export type NoteTools = {
  readonly index: MaterialIndex;
  readonly kept: KeptProject;
  readonly guids: GuidBook;
  readonly xml: XmlText;
  readonly words: Words;
  readonly keptContext: KeptContext;
  /** Puts a text into a file and tells its path. */
  readonly addFile: (guid: string, text: string) => string;
};

type OwnMemo = {
  readonly id: string;
  readonly guid: string;
  readonly name: string;
  readonly text: string;
  /** GUIDs of what it is about. */
  readonly about: readonly string[];
  /** Findings and conclusions that it rests on, by GUID. */
  readonly restsOn: readonly string[];
  readonly set: string;
};

/** Our records that are memos elsewhere. */
export function ownMemos({ index, guids, words }: Pick<NoteTools, 'index' | 'guids' | 'words'>): readonly OwnMemo[] {
  const { records } = index.material;
  const findings = (map: Readonly<Record<string, true>>): readonly string[] =>
    Object.keys(map).map((id) => guids.ofFinding(id));
  const memo = (id: string, name: string, text: string, restsOn: readonly string[], set: string): OwnMemo => ({
    id,
    guid: guidOf(id, 'note'),
    name,
    text,
    about: [],
    restsOn,
    set,
  });
  return [
    ...records.conclusion.map((item) =>
      memo(item.id, item.number, item.text, findings(item.findings), words('report.conclusions')),
    ),
    ...records.recommendation.map((item) => {
      const conclusions = Object.keys(item.conclusions).map((id) => guidOf(id, 'note'));
      return memo(
        item.id,
        item.number,
        item.text,
        [...findings(item.findings), ...conclusions],
        words('report.recommendations'),
      );
    }),
    ...records.learning.map((item) =>
      memo(
        item.id,
        item.number,
        item.text,
        findings(item.findings),
        words(`report.${item.type === 'lesson' ? 'lessons' : 'practices'}`),
      ),
    ),
    ...records.judgement.map((item) => {
      const name = words(`convergence.${item.convergence}`);
      const code = index.codebook.byId.get(item.subject as never);
      const about = code ? [guids.of('code', code.id)] : [];
      return { ...memo(item.id, name, item.reason, [], ''), about };
    }),
  ];
}

/** `<Notes>`. `everything` is the note for us, null in profiles that do not carry it. */
export function writeNotes(memos: readonly OwnMemo[], everything: string | null, tools: NoteTools): string {
  const { xml, kept, keptContext, addFile } = tools;
  let all = '';
  for (const { guid, name, text } of memos) {
    const content = text === '' ? '' : `<PlainTextContent>${xml.text(text)}</PlainTextContent>`;
    all += `<Note${xml.attributes({ guid: written(guid), name })}>${content}</Note>\n`;
  }
  for (const note of kept.notes) {
    const guid = guidOfKept(note.element);
    const element: RawElement = {
      ...note.element,
      a: { ...note.element.a, plainTextPath: `internal://${written(guid)}.txt` },
    };
    const xmlOfNote = writeKept(element, keptContext);
    if (xmlOfNote === '') continue;
    addFile(guid, note.text);
    all += `${xmlOfNote}\n`;
  }
  if (everything !== null) {
    const plainTextPath = addFile(everythingNoteGuid, everything);
    const head = xml.attributes({ guid: written(everythingNoteGuid), name: 'Triangula', plainTextPath });
    const about = 'For the way back to Triangula: everything that has no other place in this file. Leave it as it is.';
    all += `<Note${head}><Description>${about}</Description></Note>\n`;
  }
  return all === '' ? '' : `<Notes>\n${all}</Notes>\n`;
}

/** `<Links>`: ours lead from a memo to what it rests on. */
export function writeLinks(memos: readonly OwnMemo[], { kept, keptContext, guids, xml }: NoteTools): string {
  let all = '';
  for (const { guid: originGUID, restsOn } of memos) {
    for (const target of restsOn) {
      if (guids.resolve(target) === null) continue;
      const guid = written(guidOf(`${originGUID} ${target}`, 'link'));
      const attributes = { guid, direction: 'OneWay', originGUID: written(originGUID), targetGUID: written(target) };
      all += `<Link${xml.attributes(attributes)}/>\n`;
    }
  }
  for (const link of kept.links) {
    // One that was not expected lacks an end.
    const one = guids.resolve(guidOfKept(link)) === null ? '' : writeKept(link, keptContext);
    if (one !== '') all += `${one}\n`;
  }
  return all === '' ? '' : `<Links>\n${all}</Links>\n`;
}

/** `<Sets>`. */
export function writeSets(memos: readonly OwnMemo[], { kept, keptContext, xml }: NoteTools): string {
  let all = '';
  const groups = new Map<string, string[]>();
  for (const { set, guid } of memos) if (set !== '') groups.set(set, [...(groups.get(set) ?? []), guid]);
  for (const [name, members] of groups) {
    const head = xml.attributes({ guid: written(guidOf(`set ${name}`, 'set')), name });
    const notes = members.map((guid) => `<MemberNote targetGUID="${written(guid)}"/>`);
    all += `<Set${head}>${notes.join('')}</Set>\n`;
  }
  for (const set of kept.sets) {
    const one = writeKept(set, keptContext);
    if (one !== '') all += `${one}\n`;
  }
  return all === '' ? '' : `<Sets>\n${all}</Sets>\n`;
}

/** `<Graphs>`; an edge whose vertices are not in its graph is left out. */
export function writeGraphs({ kept, keptContext }: NoteTools): string {
  let all = '';
  for (const graph of kept.graphs) {
    const vertices = new Set((graph.c ?? []).filter(({ n }) => n === 'Vertex').map(guidOfKept));
    const isIn = (guid: string | undefined): boolean => vertices.has((guid ?? '').replace(/[{}]/g, '').toLowerCase());
    const children = (graph.c ?? []).filter(
      ({ n, a }) => n !== 'Edge' || (isIn(a['sourceVertex']) && isIn(a['targetVertex'])),
    );
    const one = writeKept({ ...graph, c: children }, keptContext);
    if (one !== '') all += `${one}\n`;
  }
  return all === '' ? '' : `<Graphs>\n${all}</Graphs>\n`;
}
