/** By which method a source was made: guessed from the name of its file and from who speaks in it. */
import type { SourceMethod } from '#shared/domain/source/source.ts';
import { aliasOf, isInterviewer, mayBeInterviewer } from '#shared/formats/speakers/name-shape.ts';
import type { SpeakerCount } from '#shared/formats/speakers/count-speakers.ts';
import type { ImportFormat } from '#shared/formats/imported-source.ts';
import { plainWord } from '#shared/formats/speakers/vocabulary.ts';

/** Words of file names in English, Spanish, French and Portuguese; the first that fits counts. */
const hints: readonly (readonly [SourceMethod, RegExp])[] = [
  [
    'focus-group',
    /focus ?group|fgd\b|\bfg ?\d|grupos? focal|grupo de discusion|groupe de discussion|groupe focal|discussion de groupe|entretien collectif|entrevista grupal/,
  ],
  [
    'observation',
    /observation|observacion|observacao|field ?notes|notas de campo|notes de terrain|site visit|visita de campo/,
  ],
  [
    'interview',
    /interview|entrevista|entretien|\bkii\b|\bkii ?\d|\bssi ?\d|key informant|informante clave|informateur cle|oral history/,
  ],
  [
    'document',
    /report|informe|rapport|relatorio|evaluation|evaluacion|policy|politica|plan\b|strategy|estrategia|strategie|handbook|manual|guide|minutes|acta|annex|anexo|annexe|terms of reference|\btor\b|\btdr\b|prodoc/,
  ],
];

/** A table is a questionnaire, and a recording's transcript is a talk, whoever speaks in it. */
export function guessMethod(fileName: string, speakers: readonly SpeakerCount[], format: ImportFormat): SourceMethod {
  if (format === 'csv' || format === 'xlsx' || format === 'xls') return 'questionnaire';
  const name = plainWord(fileName)
    .replace(/\.[a-z0-9]{1,5}$/, '')
    .replace(/[_\-.\s]+/g, ' ');
  const hinted = hints.find(([, pattern]) => pattern.test(name))?.[0];
  // A report on interviews is a document: its name says interview, but nobody speaks in it.
  if (hinted === 'focus-group' || hinted === 'observation') return hinted;
  if (speakers.length === 0) return hinted ?? (isRecording(format) ? 'interview' : 'document');
  return hinted === 'interview' ? 'interview' : bySpeakers(speakers);
}

function isRecording(format: ImportFormat): boolean {
  return format === 'vtt' || format === 'srt' || format === 'json';
}

function bySpeakers(all: readonly SpeakerCount[]): SourceMethod {
  const labels = new Set(all.map(({ name }) => name));
  // `Luke Dashjr (LD)` beside `LD` is one person.
  const speakers = all.filter(({ name }) => !labels.has(aliasOf(name) ?? name) || aliasOf(name) === null);
  const codes = new Set(speakers.map(({ name }) => /^(\p{L}{1,12})[ _-]?\d{1,3}$/u.exec(name)?.[1]));
  if (speakers.length >= 3 && codes.size === 1 && !codes.has(undefined)) return 'focus-group';
  const moderated = speakers.some(({ name }) => /modera|facilita|anima|mediador|ميسر|מנחה/i.test(plainWord(name)));
  const asks = speakers.filter(({ name }) => isInterviewer(name));
  const interviewers = asks.length > 0 ? asks : speakers.filter(({ name }) => mayBeInterviewer(name)).slice(0, 1);
  const others = speakers.length - interviewers.length;
  // Without anybody who plainly asks, one of them does.
  const participants = interviewers.length > 0 ? others : others - 1;
  return participants >= 3 || (moderated && participants >= 2) ? 'focus-group' : 'interview';
}
