import { describe, expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { QuestionnaireTable } from '#shared/domain/source/source-content.ts';
import type { ImportedSource } from '#shared/formats/imported-source.ts';
import { findInterviewers, nameOfFile, planImport } from '#shared/formats/plan-import.ts';

function imported(values: Partial<ImportedSource>): ImportedSource {
  return {
    format: 'txt',
    encoding: 'utf-8',
    content: { text: 'words', segments: [], table: null },
    speakers: [],
    methodGuess: 'interview',
    languageGuess: 'es',
    delimiter: null,
    warnings: [],
    ...values,
  };
}
const speakers = (...names: string[]) => names.map((name) => ({ name, turns: 1 }));
const about = { fileName: 'E-07.txt', fileHash: 'hash', revision: asId<'content'>('revision') };

describe('who asks', () => {
  it.each([
    [['Entrevistadora', 'María'], ['Entrevistadora']],
    [['Interviewer', 'Participant'], ['Interviewer']],
    [['Enquêtrice', 'Participante 07'], ['Enquêtrice']],
    [['Moderadora', 'P1', 'P2', 'P3'], ['Moderadora']],
    [['E', 'P03'], ['E']],
    [['Dan', 'Participant'], ['Dan']],
    [['Travis', 'Sarah'], []],
    [['Interviewer'], []],
  ])('%j', (labels, asks) => {
    expect([...findInterviewers(labels)]).toEqual(asks);
  });
});

describe('a planned import', () => {
  it('calls the only one who answers as the source, never by a name in life', () => {
    const source = planImport(imported({ speakers: speakers('Entrevistadora', 'María Pérez') }), about);
    expect(source.name).toBe('E-07');
    expect(source.speakers).toMatchObject([
      { label: 'Entrevistadora', as: 'interviewer' },
      { label: 'María Pérez', as: { codeName: 'E-07' } },
    ]);
  });

  it('numbers several, and keeps labels that are codes', () => {
    const group = imported({ methodGuess: 'focus-group', speakers: speakers('Moderadora', 'P1', 'Luisa', 'P2') });
    const names = planImport(group, { ...about, fileName: 'GF-1.txt' }).speakers.map(({ as }) =>
      as === 'interviewer' ? as : as.codeName,
    );
    expect(names).toEqual(['interviewer', 'GF-1 P1', 'GF-1 #2', 'GF-1 P2']);
  });

  it('makes no participants of who is named in a document', () => {
    expect(planImport(imported({ speakers: speakers('A', 'B') }), { ...about, method: 'document' }).speakers).toEqual(
      [],
    );
  });

  it('makes one participant per respondent, with group, gender and attributes from the headers', () => {
    const table: QuestionnaireTable = {
      columns: [
        { name: 'id', label: 'id', role: 'id' },
        { name: 'q1', label: 'Género', role: 'attribute' },
        { name: 'q2', label: 'Type d’acteur', role: 'closed' },
        { name: 'Grupo de edad', label: 'Grupo de edad', role: 'attribute' },
        { name: 'q3', label: 'Género', role: 'attribute' },
        { name: 'q4', label: '¿Qué opina?', role: 'open' },
      ],
      respondents: ['17'],
      rows: [['17', ' mujer ', 'police', '30-40', '', 'bien']],
    };
    const survey = imported({ methodGuess: 'questionnaire', content: { text: 'bien', segments: [], table } });
    expect(planImport(survey, about).speakers).toEqual([
      {
        label: '17',
        as: {
          codeName: '17',
          group: 'police',
          gender: 'mujer',
          interventions: {},
          attributes: { Género: 'mujer', 'Grupo de edad': '30-40' },
        },
      },
    ]);
  });

  it('takes the ending off a file name, and nothing else', () => {
    expect(['a.b.docx', 'notes', '.txt', 'v1.2 final.md'].map(nameOfFile)).toEqual([
      'a.b',
      'notes',
      '.txt',
      'v1.2 final',
    ]);
  });
});
