/** Writes an evaluation as a project of REFI-QDA (qdpx) that follows the schema to the letter, with a list of what is lost on the way. */
import { succeed } from '#shared/basics/result.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { exportCancelled, type ExportControl, type ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { Words } from '#shared/formats/deliverable/words.ts';
import { breathe } from '#shared/formats/read-options.ts';
import { originOf, textFor, type RefiFlavour } from '#shared/formats/refi/count-positions.ts';
import { guidOf, normaliseGuid } from '#shared/formats/refi/guid.ts';
import { GuidBook, written } from '#shared/formats/refi/guid-book.ts';
import { guidOfKept, readKept, type KeptProject } from '#shared/formats/refi/kept-project.ts';
import { LossBook } from '#shared/formats/refi/losses.ts';
import { shownFields, type ShownField } from '#shared/formats/refi/own-codes.ts';
import { writeOwnNote } from '#shared/formats/refi/own-note.ts';
import { setAttributes } from '#shared/formats/refi/read-sets.ts';
import { writeCodes } from '#shared/formats/refi/write-codes.ts';
import { writeKept, type KeptContext } from '#shared/formats/refi/write-kept.ts';
import { ownMemos, writeGraphs, writeLinks, writeNotes, writeSets } from '#shared/formats/refi/write-notes.ts';
import { timeOf, writeSource, type SourceTools } from '#shared/formats/refi/write-sources.ts';
import { VariableWriter, type Values } from '#shared/formats/refi/write-values.ts';
import { XmlText } from '#shared/formats/refi/xml-text.ts';
import { ZipParts, type ZipPart } from '#shared/formats/spreadsheet/zip-parts.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';

export type QdpxRequest = {
  readonly words: Words;
  readonly language: Language;
  readonly exportedAt: string;
  readonly flavour?: RefiFlavour;
  /** What is kept of other programs, and what only we can read: within the team. */
  readonly isForTeam?: boolean;
};

const SOURCES_PER_BREATH = 20;

/** Writes the project. `material` holds only what may go out. */
export async function writeQdpx(
  material: EvaluationMaterial,
  request: QdpxRequest,
  control: ExportControl = {},
): Promise<ExportResult> {
  const writer = new QdpxWriter(material, request);
  const total = material.records.source.length;
  writer.begin();
  for (const [index, source] of material.records.source.entries()) {
    writer.addSource(source);
    if (index % SOURCES_PER_BREATH !== SOURCES_PER_BREATH - 1) continue;
    control.onProgress?.({ done: index + 1, total });
    await breathe();
    if (control.signal?.aborted) return exportCancelled();
  }
  return succeed({ bytes: writer.finish(), remarks: [], losses: writer.losses.losses });
}

class QdpxWriter {
  readonly losses = new LossBook();
  private readonly request: QdpxRequest;
  private readonly index: MaterialIndex;
  private readonly kept: KeptProject;
  private readonly guids: GuidBook;
  private readonly xml = new XmlText();
  private readonly zip = new ZipParts();
  private readonly project: ZipPart;
  private readonly codings = new Map<string, Coding[]>();
  private readonly variables: VariableWriter;
  private readonly derived: ReadonlyMap<string, Values>;
  private readonly notesOf = new Map<string, string[]>();
  private readonly keptContext: KeptContext;
  private readonly tools: SourceTools;
  private hasSources = false;

  constructor(material: EvaluationMaterial, request: QdpxRequest) {
    this.request = request;
    this.index = indexMaterial(material);
    const { records } = material;
    this.kept = readKept(request.isForTeam === false ? [] : records.exchange);
    if (request.isForTeam === false && records.exchange.length > 0) this.losses.add('kept-left-out');
    this.guids = new GuidBook(records.exchange);
    this.project = this.zip.begin('project.qde');
    this.keptContext = {
      xml: this.xml,
      resolve: (guid) => this.guids.resolve(guid),
      claim: (guid) => this.guids.claim(guid),
    };
    this.sortCodings();
    this.nameEverything();
    this.derived = setAttributes(
      this.kept.sets.map((set) => ({
        name: set.a['name'] ?? '',
        members: (set.c ?? [])
          .filter(({ n }) => n === 'MemberSource')
          .flatMap(({ a }) => normaliseGuid(a['targetGUID']) || []),
      })),
      request.language,
    );
    const attributes = [
      ...records.source.map((source) => this.attributesOf(source)),
      ...records.participant.map((one) => one.attributes),
    ];
    this.variables = new VariableWriter(attributes, this.fieldWords(), this.kept, this.guids, {
      xml: this.xml,
      losses: this.losses,
    });
    const hasDirections = records.coding.some(({ direction }) => direction !== 'neutral');
    this.tools = {
      guids: this.guids,
      xml: this.xml,
      flavour: request.flavour ?? 'standard',
      hasDirections,
      findingsOf: (coding) => this.index.findingsOf(coding),
      noteRefs: (guid) => this.noteRefs(guid),
      keptContext: this.keptContext,
    };
  }

  /** Everything that stands before the sources. */
  begin(): void {
    const { records } = this.index.material;
    const { evaluation } = this.index;
    const [first] = records.person;
    const attributes = {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: evaluation.title,
      origin: originOf(this.tools.flavour),
      creatingUserGUID: first ? written(this.guids.of('person', first.id)) : null,
      creationDateTime: timeOf(this.request.exportedAt),
    };
    this.project.write(`<?xml version="1.0" encoding="utf-8"?>\n<Project${this.xml.attributes(attributes)}>\n`);
    const users = records.person.map(
      ({ id, name }) => `<User${this.xml.attributes({ guid: written(this.guids.of('person', id)), name })}/>\n`,
    );
    if (users.length > 0) this.project.write(`<Users>\n${users.join('')}</Users>\n`);
    const codes = writeCodes({
      codebook: this.index.codebook,
      guids: this.guids,
      xml: this.xml,
      words: this.request.words,
      isFolder: (id, guid) => this.kept.folders.has(guid) && !this.usedCodes.has(id),
      noteRefs: (guid) => this.noteRefs(guid),
      findings: records.finding,
      hasDirections: this.tools.hasDirections,
    });
    if (codes !== '') this.project.write(`<CodeBook>\n${codes}</CodeBook>\n`);
    this.project.write(this.variables.list());
    const cases = records.participant.map((participant) => this.caseOf(participant));
    if (cases.length > 0) this.project.write(`<Cases>\n${cases.join('')}</Cases>\n`);
  }

  addSource(source: Source): void {
    const content = this.contentOf(source);
    const all = this.codings.get(source.id) ?? [];
    if (content === null) {
      this.losses.add('texts-missing', source.name);
      return;
    }
    const { text } = content;
    const codings = all.filter(
      ({ revision, start, end }) => revision === source.revision && start < end && end <= text.length,
    );
    if (codings.length < all.length) this.losses.add('older-revisions', source.name, all.length - codings.length);
    const kept = this.kept.sources.get(source.id);
    if (kept !== undefined && kept.element.n !== 'TextSource') this.losses.add('media-without-file', source.name);
    if (!this.hasSources) this.project.write('<Sources>\n');
    this.hasSources = true;
    const values =
      this.variables.values(this.attributesOf(source), this.fieldsOf(source)) +
      (kept?.values ?? []).map((value) => writeKept(value, this.keptContext)).join('');
    for (const piece of writeSource({ source, text, codings, kept, values }, this.tools)) this.project.write(piece);
    this.addFile(this.guids.of('source', source.id), textFor(this.tools.flavour, text));
  }

  /** Everything behind the sources. */
  finish(): Uint8Array<ArrayBuffer> {
    if (this.hasSources) this.project.write('</Sources>\n');
    const { index, kept, guids, xml, keptContext } = this;
    const { words, isForTeam } = this.request;
    const addFile = (guid: string, text: string): string => this.addFile(guid, text);
    const tools = { index, kept, guids, xml, words, keptContext, addFile };
    const memos = ownMemos(tools);
    const everything = isForTeam === false ? null : writeOwnNote(index.material, guids.ids);
    if (everything !== null) this.losses.add('structure-in-note');
    this.project.write(writeNotes(memos, everything, tools));
    this.project.write(writeLinks(memos, tools));
    this.project.write(writeSets(memos, tools));
    this.project.write(writeGraphs(tools));
    const description = kept.description || index.evaluation.summary;
    if (description !== '') this.project.write(`<Description>${xml.text(description)}</Description>\n`);
    this.project.write(this.noteRefs('project'));
    this.project.end('</Project>\n');
    if (xml.replaced > 0) this.losses.add('replaced-characters', '', xml.replaced);
    return this.zip.finish();
  }

  private readonly usedCodes = new Set<string>();

  private sortCodings(): void {
    for (const coding of this.index.material.records.coding) {
      this.usedCodes.add(coding.code);
      const list = this.codings.get(coding.source);
      if (list) list.push(coding);
      else this.codings.set(coding.source, [coding]);
    }
  }

  /** Takes all GUIDs first: cases and codes refer to what is written later. */
  private nameEverything(): void {
    const { records } = this.index.material;
    for (const { id } of records.person) this.guids.of('person', id);
    for (const { id } of records.code) this.guids.of('code', id);
    for (const { id } of records.source) this.guids.of('source', id);
    for (const { id } of records.participant) this.guids.of('participant', id);
    for (const { id, selection } of records.coding) {
      this.guids.of('coding', id);
      if (selection) this.guids.expect(selection);
    }
    for (const { id } of records.finding) this.guids.ofFinding(id);
    for (const list of [records.conclusion, records.recommendation, records.learning, records.judgement]) {
      for (const { id } of list) this.guids.expect(guidOf(id, 'note'));
    }
    for (const { uncoded } of this.kept.sources.values()) {
      for (const { element, place } of uncoded) if (place !== null) this.guids.expect(guidOfKept(element));
    }
    const { notes, sets, links, graphs } = this.kept;
    for (const element of [...notes.map((note) => note.element), ...sets, ...graphs]) {
      this.guids.expect(guidOfKept(element));
    }
    // A link with one end is none, and nothing may refer to it.
    const isThere = (guid: string | undefined): boolean =>
      guid === undefined || this.guids.resolve(normaliseGuid(guid)) !== null;
    for (const link of links) {
      if (isThere(link.a['originGUID']) && isThere(link.a['targetGUID'])) this.guids.expect(guidOfKept(link));
      else this.losses.add('link-without-end', link.a['name'] ?? '');
    }
    for (const element of this.kept.variables.values()) this.guids.expect(guidOfKept(element));
    for (const { element, owners } of notes) {
      for (const owner of owners) this.hangNote(owner, guidOfKept(element));
    }
    for (const { guid, about } of ownMemos({ index: this.index, guids: this.guids, words: this.request.words })) {
      for (const owner of about) this.hangNote(owner, guid);
    }
  }

  private hangNote(owner: string, note: string): void {
    this.notesOf.set(owner, [...(this.notesOf.get(owner) ?? []), note]);
  }

  private noteRefs(guid: string): string {
    return (this.notesOf.get(guid) ?? []).map((note) => `<NoteRef targetGUID="${written(note)}"/>`).join('');
  }

  private caseOf(participant: Participant): string {
    const kept = this.kept.cases.get(participant.id);
    const part = (name: string): string =>
      (kept?.c ?? [])
        .filter(({ n }) => n === name)
        .map((element) => writeKept(element, this.keptContext))
        .join('');
    const sources = this.sourcesOf(participant.id).map(
      (id) => `<SourceRef targetGUID="${written(this.guids.of('source', id))}"/>`,
    );
    const { attributes, group, gender } = participant;
    const stated = new Set(Object.values(attributes));
    // What a variable of the case said already is not said twice.
    const fields = { group: stated.has(group) ? '' : group, gender: stated.has(gender) ? '' : gender };
    const head = this.xml.attributes({
      guid: written(this.guids.of('participant', participant.id)),
      name: participant.codeName,
    });
    const values = this.variables.values(attributes, fields) + part('VariableValue');
    return `<Case${head}>${part('Description')}${part('CodeRef')}${values}${sources.join('')}${part('SelectionRef')}</Case>\n`;
  }

  private readonly sourcesByParticipant = new Map<string, Source['id'][]>();

  private sourcesOf(participant: string): readonly Source['id'][] {
    if (this.sourcesByParticipant.size === 0) {
      for (const source of this.index.material.records.source) {
        if (this.contentOf(source) === null) continue;
        for (const id of new Set(participantsOf(source))) {
          const list = this.sourcesByParticipant.get(id);
          if (list) list.push(source.id);
          else this.sourcesByParticipant.set(id, [source.id]);
        }
      }
    }
    return this.sourcesByParticipant.get(participant) ?? [];
  }

  /** Attributes without those that came from a group, which is written as such. */
  private attributesOf(source: Source): Values {
    const derived = this.derived.get(this.guids.of('source', source.id));
    if (derived === undefined) return source.attributes;
    return Object.fromEntries(Object.entries(source.attributes).filter(([name, value]) => derived[name] !== value));
  }

  private fieldWords(): ReadonlyMap<ShownField, string> {
    const { source, participant } = this.index.material.records;
    const isStated: Readonly<Record<ShownField, boolean>> = {
      method: source.length > 0,
      date: source.some(({ date }) => date !== ''),
      place: source.some(({ place }) => place !== ''),
      group: participant.some(({ group }) => group !== ''),
      gender: participant.some(({ gender }) => gender !== ''),
    };
    const shown = shownFields.filter((field) => isStated[field]);
    return new Map(shown.map((field) => [field, this.request.words(`column.${field}`)]));
  }

  private fieldsOf({ method, date, place }: Source): Readonly<Partial<Record<ShownField, string>>> {
    return { method: this.request.words(`method.${method}`), date, place };
  }

  private contentOf(source: Source): SourceContent | null {
    return this.index.material.contents.get(source.revision) ?? null;
  }

  private addFile(guid: string, text: string): string {
    this.zip.add(`sources/${written(guid)}.txt`, text);
    return `internal://${written(guid)}.txt`;
  }
}
