/** Texts of another program as sources: those that are here already are found by GUID or by their words. */
import type { Operation } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import { setMapEntry } from '#shared/domain/change/fields.ts';
import type { ParticipantId } from '#shared/domain/participant/participant.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source, SourceId, SpeakerRole } from '#shared/domain/source/source.ts';
import { guessLanguage } from '#shared/formats/guess-language.ts';
import { guessMethod } from '#shared/formats/guess-method.ts';
import type { ImportFormat } from '#shared/formats/imported-source.ts';
import { planImport } from '#shared/formats/plan-import.ts';
import { guidOf } from '#shared/formats/refi/guid.ts';
import type { LossBook } from '#shared/formats/refi/losses.ts';
import type { OwnNote } from '#shared/formats/refi/own-note.ts';
import { labelsForCases } from '#shared/formats/refi/plan-cases.ts';
import type { PlannedCases } from '#shared/formats/refi/plan-cases.ts';
import type { PlannedSourceItem } from '#shared/formats/refi/plan-qdpx.ts';
import { attributesOfSets } from '#shared/formats/refi/read-sets.ts';
import { readValues } from '#shared/formats/refi/read-values.ts';
import type { Variables } from '#shared/formats/refi/read-values.ts';
import type { RecordIds } from '#shared/formats/refi/record-ids.ts';
import type { RefiProject, RefiText } from '#shared/formats/refi/refi-text.ts';

export type PlannedText = {
  readonly text: RefiText;
  readonly source: { readonly id: SourceId; readonly revision: ContentHash };
  readonly item: PlannedSourceItem;
};

export type SourceContext = {
  readonly ids: RecordIds;
  readonly variables: Variables;
  readonly cases: PlannedCases;
  readonly note: OwnNote;
  readonly losses: LossBook;
  readonly language: Language;
  readonly addContent: (content: SourceContent) => Promise<ContentHash>;
  readonly contentOf: (hash: ContentHash) => Promise<SourceContent | null>;
};

const LONGEST_NAME = 500;

/** Plans the sources, in the order of the file. */
export async function planRefiSources(
  project: Project,
  read: RefiProject,
  context: SourceContext,
): Promise<{ readonly planned: readonly PlannedText[]; readonly ops: readonly Operation[] }> {
  const finder = new SourceFinder(project, read, context);
  const known = new Map(
    (context.note.records.get('source') ?? []).map(({ id, fields }) => [id, fields as Partial<Source>]),
  );
  const setValues = attributesOfSets(read.root, context.language);
  const planned: PlannedText[] = [];
  const ops: Operation[] = [];
  let order = Math.max(0, ...project.all('source').map((source) => source.order));
  for (const text of read.texts) {
    const given = contentFor(text, context, context.ids.idOf('source', text.guid));
    const here = await finder.find(text, given.text);
    if (here !== null) {
      planned.push({ text, source: here, item: itemOf(here, text, false) });
      ops.push(...casesOfKnown(here, text, context));
      continue;
    }
    const id = finder.newId(text);
    order += 1;
    const isOwn = context.note.contents.has(id);
    const made = newSource(text, given, setValues.get(text.guid) ?? {}, context);
    const own = isOwn ? known.get(id) : undefined;
    const revision = await context.addContent(given);
    const values: Omit<Source, 'id'> = {
      ...made.values,
      ...own,
      name: made.values.name,
      order,
      revision,
      characters: given.text.length,
    };
    ops.push(...(own === undefined ? made.participants : []), setOperation('source', id, values));
    planned.push({ text, source: { id, revision }, item: itemOf({ id, ...values }, text, true) });
  }
  return { planned, ops };
}

/** With a file of ours come segments and tables; they fit only the very same text. */
function contentFor(text: RefiText, { note }: SourceContext, id: SourceId): SourceContent {
  const own = note.contents.get(id);
  if (own === undefined) return text.content;
  const { length } = text.content.text;
  const known = note.records.get('source')?.find((record) => record.id === id)?.fields['characters'];
  const fits = known === length && own.segments.every(({ start, end }) => start >= 0 && start <= end && end <= length);
  return fits ? { text: text.content.text, segments: own.segments, table: own.table } : text.content;
}

/** Finds sources that are here already. */
class SourceFinder {
  private readonly project: Project;
  private readonly context: SourceContext;
  private readonly byHash = new Map<string, Source[]>();
  private readonly taken = new Set<string>();
  private readonly texts = new Set<string>();

  constructor(project: Project, read: RefiProject, context: SourceContext) {
    this.project = project;
    this.context = context;
    for (const { guid } of read.texts) this.taken.add(context.ids.idOf('source', guid));
    for (const source of project.all('source')) {
      if (source.fileHash === '' || this.taken.has(source.id)) continue;
      this.byHash.set(source.fileHash, [...(this.byHash.get(source.fileHash) ?? []), source]);
    }
  }

  /** The source with this GUID and these words, or with the same file; null when it is new. */
  async find(text: RefiText, words: string): Promise<Source | null> {
    const { ids, losses } = this.context;
    const byGuid = this.project.get('source', ids.idOf('source', text.guid));
    if (byGuid !== undefined) {
      if (await this.says(byGuid, words)) return byGuid;
      losses.add('text-differs', text.name);
      const copy = this.project.get('source', copyId(text));
      return copy !== undefined && (await this.says(copy, words)) ? copy : null;
    }
    const candidates = text.fileHash === '' ? [] : (this.byHash.get(text.fileHash) ?? []);
    for (const candidate of candidates) {
      if (this.taken.has(candidate.id) || !(await this.says(candidate, words))) continue;
      this.taken.add(candidate.id);
      ids.alias('source', text.guid, candidate.id);
      return candidate;
    }
    return null;
  }

  /** The id of a new source; one whose GUID is here with other words, or twice in the file, gets another. */
  newId(text: RefiText): SourceId {
    const id = this.context.ids.idOf('source', text.guid);
    const isFree = this.project.get('source', id) === undefined && !this.texts.has(id);
    const chosen = isFree ? id : copyId(text);
    if (!isFree && this.texts.has(id)) this.context.losses.add('duplicate-guid', text.name);
    this.texts.add(chosen);
    return chosen;
  }

  private async says(source: Source, words: string): Promise<boolean> {
    return source.characters === words.length && (await this.context.contentOf(source.revision))?.text === words;
  }
}

function copyId(text: RefiText): SourceId {
  return guidOf(`copy of ${text.guid} ${text.fileHash} ${text.content.text.length} ${text.name}`) as SourceId;
}

type MadeSource = { readonly values: Omit<Source, 'id' | 'order'>; readonly participants: readonly Operation[] };

function newSource(
  text: RefiText,
  content: SourceContent,
  setValues: Readonly<Record<string, string>>,
  context: SourceContext,
): MadeSource {
  const name = [...(text.name.trim() || '–')].slice(0, LONGEST_NAME).join('');
  // Recordings are talks as a rule, pictures are what somebody saw.
  const format = (text.format === 'audio' || text.format === 'video' ? 'vtt' : text.format) as ImportFormat;
  const methodGuess = text.format === 'picture' ? 'observation' : guessMethod(name, text.speakers, format);
  const imported = {
    format,
    encoding: text.encoding,
    content,
    speakers: text.speakers,
    methodGuess,
    languageGuess: guessLanguage(content.text),
    delimiter: null,
    warnings: [],
  };
  const { speakers: guessed, ...values } = planImport(imported, {
    fileName: name,
    fileHash: text.fileHash,
    revision: '' as ContentHash,
  });
  const cases = context.cases.casesOfSource.get(text.guid) ?? [];
  const others = guessed.filter(({ as }) => as !== 'interviewer').map(({ label }) => label);
  const labels = labelsForCases(cases, others);
  const speakers: Record<string, SpeakerRole> = {};
  const participants: Operation[] = [];
  for (const { label, as } of guessed) {
    if (as === 'interviewer') speakers[label] = { interviewer: true };
    else if (!labels.has(label)) {
      const participant = guidOf(`participant ${text.guid} ${label}`) as ParticipantId;
      participants.push(setOperation('participant', participant, as));
      speakers[label] = { participant };
    }
  }
  for (const [label, participant] of labels) speakers[label] = { participant };
  const attributes = {
    ...setValues,
    ...context.cases.valuesOfSource.get(text.guid),
    ...readValues(text.element, context.variables).values,
  };
  const own = { name, fileName: name, format: text.format, dependencyGroup: text.group, attributes, speakers };
  return { values: { ...values, ...own }, participants };
}

/** Cases that are new to a source that is here already. */
function casesOfKnown(source: Source, text: RefiText, context: SourceContext): readonly Operation[] {
  const cases = context.cases.casesOfSource.get(text.guid) ?? [];
  const known = new Set(
    Object.values(source.speakers).flatMap((role) => ('participant' in role ? [role.participant] : [])),
  );
  return cases
    .filter(({ id, name }) => !known.has(id) && source.speakers[name] === undefined)
    .map(({ id, name }) => setMapEntry('source', source.id, 'speakers', name, { participant: id }));
}

function itemOf(
  source: Source | (Omit<Source, 'id'> & { readonly id: SourceId }),
  text: RefiText,
  isNew: boolean,
): PlannedSourceItem {
  return {
    id: source.id,
    name: source.name,
    method: source.method,
    format: source.format,
    encoding: source.encoding,
    language: source.language,
    characters: source.characters,
    segments: text.content.segments.length,
    speakers: text.speakers,
    isNew,
    codings: 0,
  };
}
