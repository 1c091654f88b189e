/** From an imported file to a new source with its participants: who asks, who answers, and what is known of each. */
import type { InterventionId } from '#shared/domain/evaluation/intervention.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import type { ContentHash, QuestionnaireTable } from '#shared/domain/source/source-content.ts';
import type { NewSource, NewSpeaker } from '#shared/domain/source/source-edits.ts';
import type { SourceMethod } from '#shared/domain/source/source.ts';
import type { ImportedSource } from '#shared/formats/imported-source.ts';
import { plainWords } from '#shared/formats/questionnaire/header-words.ts';
import { isInterviewer, mayBeInterviewer, coreOf } from '#shared/formats/speakers/name-shape.ts';
import { isParticipantWord } from '#shared/formats/speakers/vocabulary.ts';

export type ImportChoices = {
  readonly fileName: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly fileHash: string;
  readonly revision: ContentHash;
  /** Chosen by a person; the guess when left out. */
  readonly method?: SourceMethod;
  readonly interventions?: Readonly<Record<InterventionId, true>>;
};

/** Plans what an import adds. Nothing is asked and nothing is written here. */
export function planImport(imported: ImportedSource, choices: ImportChoices): NewSource {
  const method = choices.method ?? imported.methodGuess;
  const name = nameOfFile(choices.fileName);
  const interventions = choices.interventions ?? {};
  return {
    name,
    method,
    revision: choices.revision,
    fileName: choices.fileName,
    format: imported.format,
    encoding: imported.encoding,
    fileHash: choices.fileHash,
    characters: imported.content.text.length,
    language: imported.languageGuess,
    date: '',
    place: '',
    dependencyGroup: '',
    interventions,
    attributes: {},
    speakers: speakersOf(imported, method, name).map((speaker) =>
      speaker.as === 'interviewer' ? speaker : { ...speaker, as: { ...speaker.as, interventions } },
    ),
  };
}

/** What a source is called at first: the file's name without its ending. */
export function nameOfFile(fileName: string): string {
  return fileName.replace(/\.[^.\s]{1,10}$/u, '').trim() || fileName;
}

function speakersOf(imported: ImportedSource, method: SourceMethod, name: string): readonly NewSpeaker[] {
  const { table } = imported.content;
  if (method === 'questionnaire' && table) return respondentsOf(table);
  if (method !== 'interview' && method !== 'focus-group') return [];
  const labels = imported.speakers.map((speaker) => speaker.name);
  const interviewers = findInterviewers(labels);
  const others = labels.filter((label) => !interviewers.has(label));
  return labels.map((label): NewSpeaker => {
    if (interviewers.has(label)) return { label, as: 'interviewer' };
    return { label, as: newParticipant(codeNameOf(label, name, others)) };
  });
}

/**
 * Who asks. Plain words first (interviewer, entrevistadora, enquêteur, moderator ...); else an abbreviation such as
 * `E` or `Int`, where somebody else is left to answer; else the one beside those who plainly answer.
 */
export function findInterviewers(labels: readonly string[]): ReadonlySet<string> {
  const plain = labels.filter((label) => isInterviewer(label));
  if (plain.length > 0) return new Set(plain.length < labels.length ? plain : []);
  const short = labels.filter((label) => mayBeInterviewer(label));
  if (short.length > 0 && short.length < labels.length) return new Set(short);
  const rest = labels.filter((label) => !answersPlainly(label));
  return new Set(rest.length === 1 && labels.length > 1 ? rest : []);
}

function answersPlainly(label: string): boolean {
  return coreOf(label)
    .split(/\s+/u)
    .some((word) => isParticipantWord(word.replace(/[.,]$/u, '')));
}

/**
 * A code name never repeats a name in life: the only one who answers is called as the source, several are numbered.
 * Labels that are codes already (P1, id2, Participante 07) are kept.
 */
function codeNameOf(label: string, source: string, others: readonly string[]): string {
  if (others.length === 1) return source;
  const isCode = /^[\p{L}]{1,3}[ _-]?\d{1,3}$/u.test(label) || (answersPlainly(label) && /\d/u.test(label));
  return `${source} ${isCode ? label : `#${others.indexOf(label) + 1}`}`;
}

function newParticipant(codeName: string, known: Partial<Participant> = {}): Omit<Participant, 'id'> {
  return { codeName, group: '', gender: '', interventions: {}, attributes: {}, ...known };
}

/** One participant per respondent, with the attributes that the columns give. */
export function respondentsOf(table: QuestionnaireTable): readonly NewSpeaker[] {
  const columns = table.columns.map((column, place) => ({ ...column, place }));
  const attributes = columns.filter((column) => column.role === 'attribute');
  const telling = columns.filter((column) => column.role === 'attribute' || column.role === 'closed');
  const group = telling.find((column) => saysGroup(column.name) || saysGroup(column.label));
  const gender = telling.find((column) => saysGender(column.name) || saysGender(column.label));
  const keys = new Map<string, number>();
  // Two columns may ask in the same words; then the name in the file tells them apart.
  for (const { label, name, place } of attributes) keys.set(keys.has(label) ? name : label, place);
  return table.respondents.map((respondent, row) => {
    const valueAt = (place: number | undefined): string =>
      place === undefined ? '' : (table.rows[row]?.[place] ?? '').trim();
    const stated = [...keys].map(([key, place]) => [key, valueAt(place)] as const).filter(([, value]) => value !== '');
    return {
      label: respondent,
      as: newParticipant(respondent, {
        group: valueAt(group?.place),
        gender: valueAt(gender?.place),
        attributes: Object.fromEntries(stated),
      }),
    };
  });
}

/** Headers in English, Spanish and French; long questions that only mention the word do not count. */
export function saysGender(header: string): boolean {
  const words = plainWords(header);
  return words.length <= 40 && /\b(gender|sex|genero|sexo|genre|sexe)\b/u.test(words);
}

/** Headers that ask for the stakeholder group. */
export function saysGroup(header: string): boolean {
  const words = plainWords(header);
  if (words.length > 50 || /\b(age|edad|etnico|etnica|ethnic|ethnique|focus|focal)\b/u.test(words)) return false;
  return /\b(stakeholder|stakeholders|(stakeholder|respondent|participant|user) (group|type)|type of (stakeholder|respondent|participant|actor)|grupo (de )?(interes|actores|interesados|participantes)|tipo de (actor|participante|informante|interesado)|groupe d acteurs|type d acteur|partie prenante|parties prenantes)\b|^(group|grupo|groupe|actor|acteur)$/u.test(
    words,
  );
}
