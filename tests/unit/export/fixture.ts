/** A small evaluation for the tests of exports: two interventions, four sources of three methods, findings, judgements. */
import english from '#shared/locales/en/export.json' with { type: 'json' };
import spanish from '#shared/locales/es/export.json' with { type: 'json' };
import french from '#shared/locales/fr/export.json' with { type: 'json' };
import { asId } from '#shared/basics/ids.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import type { Coding, Direction } from '#shared/domain/coding/coding.ts';
import { criteria } from '#shared/domain/evaluation/criterion.ts';
import { THE_EVALUATION } from '#shared/domain/evaluation/evaluation.ts';
import { judgementId } from '#shared/domain/evidence/judgement.ts';
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source, SourceMethod } from '#shared/domain/source/source.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import { wordsFrom } from '#shared/formats/deliverable/words.ts';

export const dictionaries = { en: english, es: spanish, fr: french } as const;
export const englishWords = wordsFrom(english);
export const spanishWords = wordsFrom(spanish);
export const EXPORTED_AT = '2024-06-03T10:20:30.000Z';

function code(id: string, name: string, parent: string | null, values: Partial<Code> = {}): Code {
  return {
    id: asId(id),
    name,
    parent: parent === null ? null : asId(parent),
    criterion: null,
    key: '',
    color: '',
    definition: '',
    hidden: false,
    order: 1,
    ...values,
  };
}

export function source(id: string, method: SourceMethod, values: Partial<Source> = {}): Source {
  return {
    id: asId(id),
    name: id,
    method,
    revision: asId(`text-${id}`),
    fileName: `María Pérez ${id}.docx`,
    format: 'docx',
    encoding: null,
    fileHash: '',
    characters: 0,
    language: 'es',
    date: '2024-05-17',
    place: 'Tapachula',
    dependencyGroup: '',
    order: 1,
    interventions: {},
    attributes: {},
    speakers: {},
    ...values,
  };
}

function participant(id: string, values: Partial<Participant> = {}): Participant {
  return { id: asId(id), codeName: id, group: '', gender: '', interventions: {}, attributes: {}, ...values };
}

export function coding(
  id: string,
  sourceId: string,
  extent: readonly [number, number],
  codeId: string,
  direction: Direction = 'supports',
  values: Partial<Coding> = {},
): Coding {
  return {
    id: asId(id),
    source: asId(sourceId),
    revision: asId(`text-${sourceId}`),
    start: extent[0],
    end: extent[1],
    code: asId(codeId),
    direction,
    coder: asId('ana'),
    memo: '',
    codedAt: '2024-06-01T09:08:07.000Z',
    ...values,
  };
}

function finding(id: string, values: Partial<Finding> = {}): Finding {
  return {
    id: asId(id),
    number: 'F4.1',
    criterion: asId('criterion-effectiveness'),
    title: '',
    text: '',
    strength: null,
    strengthReason: '',
    contested: '',
    order: 1,
    evidence: {},
    statistics: {},
    ...values,
  };
}

const interview = 'Entrevistadora: ¿Sirvió la capacitación?\nMaría: Sí, la usamos cada semana en el albergue.\n';
const group = 'Moderador: ¿Y las rutas?\nPersona 1: No funcionan.\nPersona 2: A veces sí, a veces no.\n';
const survey = '=SUM(A1) sería útil\n-5 horas de espera\n';
const report = 'El informe señala 45 canalizaciones.';

function turns(text: string): SourceContent {
  let start = 0;
  const segments = text.split(/(?<=\n)/u).map((line) => {
    const segment = { start, end: start + line.length, role: 'turn' as const, speaker: line.split(':')[0] ?? '' };
    start += line.length;
    return segment;
  });
  return { text, segments, table: null };
}

const answers: SourceContent = {
  text: survey,
  segments: [
    { start: 0, end: 19, role: 'answer', question: 'P1', respondent: '001' },
    { start: 20, end: 38, role: 'answer', question: 'P1', respondent: '002' },
  ],
  table: {
    columns: [{ name: 'P1', label: '¿Qué falta?', role: 'open' }],
    respondents: ['001', '002'],
    rows: [['=SUM(A1) sería útil'], ['-5 horas de espera']],
  },
};

const used = coding('c1', 'E-01', [interview.indexOf('la usamos'), interview.indexOf(' en el')], 'training');
const broken = coding('c2', 'G-01', [group.indexOf('No fun'), group.indexOf('\nPersona 2')], 'routes', 'contradicts');
const mixed = coding('c3', 'G-01', [group.indexOf('A veces'), group.length - 1], 'routes', 'mixed', {
  coder: asId('luis'),
  memo: 'Compare with F2.\nSecond line',
});

/** The whole evaluation; tests change parts of a copy. */
export const material: EvaluationMaterial = {
  contents: new Map([
    [asId<'content'>('text-E-01'), turns(interview)],
    [asId<'content'>('text-G-01'), turns(group)],
    [asId<'content'>('text-Q-01'), answers],
    [asId<'content'>('text-D-01'), { text: report, segments: [], table: null }],
  ]),
  records: {
    revision: [],
    'quote-set': [],
    exchange: [],
    'coding-round': [],
    evaluation: [
      {
        id: THE_EVALUATION,
        title: 'Evaluación <final> & conjunta',
        language: 'es',
        summary: 'Dos proyectos contra la trata.',
      },
    ],
    intervention: [
      {
        id: asId('i1'),
        code: 'MEX-01',
        title: 'Rutas',
        donors: '',
        budget: '',
        startDate: '',
        endDate: '',
        objectives: '',
        order: 1,
      },
      {
        id: asId('i2'),
        code: 'MEX-02',
        title: 'Albergues',
        donors: '',
        budget: '',
        startDate: '',
        endDate: '',
        objectives: '',
        order: 2,
      },
    ],
    person: [
      { id: asId('ana'), name: 'Ana Robles', initials: 'AR' },
      { id: asId('luis'), name: 'Luis Mora', initials: 'LM' },
    ],
    source: [
      source('E-01', 'interview', {
        speakers: { Entrevistadora: { interviewer: true }, María: { participant: asId('KII-01') } },
        interventions: { [asId<'intervention'>('i1')]: true },
        attributes: { Estado: 'Chiapas', Año: '2024' },
      }),
      source('G-01', 'focus-group', {
        order: 2,
        date: '2024-05',
        speakers: {
          Moderador: { interviewer: true },
          'Persona 1': { participant: asId('GF-01-A') },
          'Persona 2': { participant: asId('GF-01-B') },
        },
      }),
      source('Q-01', 'questionnaire', {
        order: 3,
        date: '',
        speakers: { '001': { participant: asId('Q-001') }, '002': { participant: asId('Q-002') } },
      }),
      source('D-01', 'document', { order: 4, date: '1899-01-05', language: null, place: '' }),
    ],
    'identity-destruction': [],
    withdrawal: [],
    participant: [
      participant('KII-01', { group: 'Gobierno', gender: 'mujer', attributes: { Edad: '34', Clave: '007' } }),
      participant('GF-01-A', { group: 'Sociedad civil', gender: 'hombre', attributes: { Edad: '41' } }),
      participant('GF-01-B', { group: 'Sociedad civil', gender: 'mujer' }),
      participant('Q-001', { codeName: '001', attributes: { Edad: '25', Clave: '=1+1' } }),
      participant('Q-002', { codeName: '002' }),
    ],
    code: [
      ...criteria.map((criterion, place) =>
        code(`criterion-${criterion.slug}`, criterion.wording.es.name, null, {
          criterion: criterion.slug,
          key: criterion.key,
          color: criterion.color,
          definition: criterion.wording.es.definition,
          order: place + 1,
        }),
      ),
      code('training', 'Capacitación', 'criterion-effectiveness'),
      code('routes', 'Rutas', 'criterion-effectiveness', { order: 2 }),
      code('waiting', 'Espera', 'routes'),
      code('fear', 'Miedo', null, { order: 20 }),
    ],
    coding: [
      used,
      mixed,
      broken,
      coding('c4', 'Q-01', [0, 19], 'waiting', 'neutral'),
      coding('c5', 'Q-01', [20, 38], 'fear', 'supports'),
      coding('c6', 'D-01', [0, report.length], 'criterion-effectiveness'),
    ],
    statistic: [],
    'theory-node': [],
    'theory-link': [],
    'theory-condition': [],
    finding: [
      finding('f1', {
        title: 'La capacitación se usa',
        text: 'La capacitación se usa a diario.\nTambién fuera del albergue.',
        strength: 'strong',
        strengthReason: 'Tres métodos coinciden.',
        contested: 'El grupo focal no participó en la capacitación.',
        evidence: {
          [used.id]: linkEvidence(used),
          [broken.id]: { ...linkEvidence(broken), direction: 'neutral' },
          [mixed.id]: linkEvidence(mixed),
          [asId<'coding'>('gone')]: linkEvidence(used),
        },
      }),
    ],
    conclusion: [
      {
        id: asId('k1'),
        number: 'C1',
        text: 'El proyecto cumplió.',
        order: 1,
        findings: { [asId<'finding'>('f1')]: true },
      },
    ],
    recommendation: [
      {
        id: asId('r1'),
        number: 'R1',
        text: 'Extender la capacitación.',
        addressee: 'Oficina nacional',
        priority: 'key',
        timeframe: '2025',
        order: 1,
        criteria: { [asId<'code'>('criterion-effectiveness')]: true },
        findings: { [asId<'finding'>('f1')]: true },
        conclusions: { [asId<'conclusion'>('k1')]: true },
      },
    ],
    learning: [
      {
        id: asId('l1'),
        type: 'lesson',
        number: 'L1',
        text: 'Empezar antes.',
        order: 1,
        findings: { [asId<'finding'>('f1')]: true },
      },
    ],
    question: [],
    'planned-sample': [],
    'gap-dismissal': [],
    judgement: [
      {
        id: judgementId('f1', 'method'),
        subject: 'f1',
        columns: 'method',
        convergence: 'partial-agreement',
        reason: 'El grupo focal matiza.',
        by: asId('ana'),
      },
    ],
  },
};
