/** What must not reach the public or reviewers is planted everywhere, and looked for in every byte of every deliverable. */
import { describe, expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { linkEvidence } from '#shared/domain/evidence/evidence-link.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { MatrixTable } from '#shared/formats/deliverable/matrix-table.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { previewDeliverable, writeDeliverable } from '#shared/formats/deliverable/write-deliverable.ts';
import { coding, material, source } from './fixture.ts';
import { everyTask, everyWordOf, matrixOf, orderFor } from './every-deliverable.ts';
import { readWorkbook, rowsOf } from './read-office.ts';

function spoken(lines: readonly (readonly [string, string])[]): SourceContent {
  let text = '';
  const segments = lines.map(([speaker, words]) => {
    const start = text.length;
    text += `${speaker}: ${words}\n`;
    return { start, end: text.length, role: 'turn' as const, speaker, bodyStart: start + speaker.length + 2 };
  });
  return { text, segments, table: null };
}

const open = spoken([
  ['Pedro Interrogante', '¿Qué pasó en la oficina?'],
  [
    'Xochitl Zamudio',
    'Nos atendieron bien, y a Teófila Barrientos también. Escríbanme a xoch@correo.example o al 961 555 01 23.',
  ],
  ['Xochitl Zamudio', 'CONTEXTO-NO-CITADO: mi casa es la azul.'],
]);
const guarded = spoken([['Rosalía', 'CITA-RESTRINGIDA: me llevaron de noche.']]);
const limited = spoken([['Genaro', 'CITA-CON-LIMITES: fue en mi pueblo.']]);
const gone = spoken([['Eulalia', 'CITA-RETIRADA: no quiero que se sepa.']]);
const unused = spoken([['Bonifacio', 'CITA-SIN-HALLAZGO: llovía.']]);

function stretch(id: string, of: string, content: SourceContent, words: string, values: Partial<Coding> = {}): Coding {
  const start = content.text.indexOf(words);
  return coding(id, of, [start, start + words.length], 'training', 'supports', { memo: 'MEMO-INTERNO', ...values });
}

const quotes = [
  stretch(
    's1',
    'S-1',
    open,
    open.text.slice(open.text.indexOf('Nos atend'), open.text.indexOf('\nXochitl Zamudio: CONTEXTO')),
  ),
  stretch('s2', 'S-2', guarded, 'CITA-RESTRINGIDA: me llevaron de noche.'),
  stretch('s3', 'S-3', limited, 'CITA-CON-LIMITES: fue en mi pueblo.'),
  stretch('s4', 'S-4', gone, 'CITA-RETIRADA: no quiero que se sepa.'),
  stretch('s5', 'S-5', unused, 'CITA-SIN-HALLAZGO: llovía.'),
];

const { records } = material;
/** Ids are drawn at random and tell nothing. */
const idOf = (codeName: string) => asId<'participant'>(`p-${[...codeName].length}-${codeName.slice(-1)}`);
const person = (id: string, values: object) => ({
  id: idOf(id),
  codeName: id,
  group: 'Fiscalía especial de Tapachula',
  gender: 'mujer',
  interventions: {},
  attributes: { Edad: '34', Nombre: 'Xochitl Zamudio Peña' },
  ...values,
});
const planted: EvaluationMaterial = {
  contents: new Map(
    Object.entries({ 'S-1': open, 'S-2': guarded, 'S-3': limited, 'S-4': gone, 'S-5': unused }).map(([id, content]) => [
      asId<'content'>(`text-${id}`),
      content,
    ]),
  ),
  records: {
    ...records,
    source: [
      source('S-1', 'interview', {
        name: 'Entrevista Xochitl Zamudio',
        fileName: 'Xochitl_ZAMUDIO_audio.docx',
        fileHash: 'HASH-DEL-ARCHIVO',
        place: 'Barrio-Secreto',
        speakers: { 'Pedro Interrogante': { interviewer: true }, 'Xochitl Zamudio': { participant: idOf('KII-01') } },
        attributes: { Teléfono: '961 555 01 23', Sede: 'SEDE-UNICA' },
      }),
      source('S-2', 'interview', {
        sensitivity: 'victim-survivor',
        consent: { quote: 'yes' },
        speakers: { Rosalía: { participant: idOf('KII-02') } },
      }),
      source('S-3', 'interview', {
        restrictions: 'LIMITE-DICHO: no digan mi pueblo',
        speakers: { Genaro: { participant: idOf('KII-03') } },
      }),
      source('S-4', 'interview', {
        name: 'Testimonio-Retirado',
        withdrawal: { date: '2026-01-01', recordedBy: asId('ana'), reason: 'RAZON-DEL-RETIRO' },
        speakers: { Eulalia: { participant: idOf('KII-04') } },
      }),
      source('S-5', 'interview', { speakers: { Bonifacio: { participant: idOf('bonifacio@correo.example') } } }),
    ],
    participant: [
      person('KII-01', {}),
      person('KII-02', {}),
      person('KII-03', {}),
      person('KII-04', { withdrawal: { date: '2026-01-01', recordedBy: asId('ana'), reason: 'RAZON-DEL-RETIRO' } }),
      person('bonifacio@correo.example', {}),
    ],
    coding: quotes,
    finding: [
      {
        ...records.finding[0]!,
        title: 'La oficina atiende',
        text: 'Según Xochitl Zamudio (Testimonio-Retirado) la oficina atiende. Lo confirma Domitila Quezada.',
        evidence: Object.fromEntries(quotes.slice(0, 4).map((item) => [item.id, linkEvidence(item)])),
      },
    ],
    withdrawal: [
      {
        id: asId('w1'),
        name: 'NOMBRE-BORRADO',
        date: '2026-01-01',
        reason: 'RAZON-DEL-RETIRO',
        recordedBy: asId('ana'),
        erasedBy: asId('ana'),
        erasedAt: '2026-01-02',
        sources: [],
        participants: [],
        codings: [],
        contents: {},
      },
    ],
  },
};

const cell = (column: string, count: number) => ({
  column,
  codings: quotes.map(({ id }) => id),
  independentSources: count,
  supports: count,
  contradicts: 0,
  mixed: 0,
});
const matrix: MatrixTable = matrixOf([
  {
    id: 'f1',
    label: 'F4.1 Xochitl Zamudio',
    depth: 0,
    cells: [cell('interview', 3), cell('focus-group', 9), cell('document', 2)],
    independentSources: 14,
    methods: ['interview', 'focus-group', 'document'],
    convergence: {
      suggested: 'agreement',
      silent: [],
      judgement: { convergence: 'agreement', reason: 'Xochitl lo dijo' },
    },
    strength: { suggested: 'triangulated', judged: null, reason: 'Xochitl lo dijo' },
  },
]);

const forNobodyOutside = [
  'Zamudio',
  'Xochitl',
  'Interrogante',
  'Barrientos',
  'xoch@correo',
  '961 555',
  'Rosalía',
  'Genaro',
  'Eulalia',
  'Bonifacio',
  'bonifacio@',
  'Domitila',
  'Quezada',
  'HASH-DEL-ARCHIVO',
  'LIMITE-DICHO',
  'CITA-CON-LIMITES',
  'Testimonio-Retirado',
  'RAZON-DEL-RETIRO',
  'CITA-RETIRADA',
  'NOMBRE-BORRADO',
  'MEMO-INTERNO',
  '_audio',
  'KII-04',
];
const forTheTeam = [
  ...forNobodyOutside,
  'CITA-RESTRINGIDA',
  'CITA-SIN-HALLAZGO',
  'CONTEXTO-NO-CITADO',
  'Ana Robles',
  'Luis Mora',
  'Barrio-Secreto',
  'SEDE-UNICA',
  'Fiscalía especial',
  'KII-01',
  'KII-02',
];
const names = ['Teófila Barrientos', 'Domitila Quezada'];

async function write(kind: keyof ReturnType<typeof everyTask>, profile: ExportProfile): Promise<Uint8Array> {
  const result = await writeDeliverable(orderFor(everyTask(matrix)[kind], planted, { profile, matrix, names }));
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.bytes;
}

describe.each(Object.keys(everyTask(matrix)) as (keyof ReturnType<typeof everyTask>)[])('%s', (kind) => {
  test('for the public tells none of the secrets in any byte', async () => {
    const words = everyWordOf(await write(kind, 'public'));
    expect(forTheTeam.filter((secret) => words.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
    if (kind.startsWith('findings')) expect(words).toContain('La oficina atiende');
  });

  test('for reviewers tells no name, no limit, nothing that was withdrawn', async () => {
    const words = everyWordOf(await write(kind, 'reviewer'));
    expect(forNobodyOutside.filter((secret) => words.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  });

  test('in full still holds what the team may read, and not what consent forbids', async () => {
    const words = everyWordOf(await write(kind, 'full'));
    expect(words).not.toContain('CITA-RETIRADA');
    if (kind.startsWith('excerpts')) expect(words).toContain('Nos atendieron bien');
  });
});

test('the quote that may go out does, with the names in it replaced', async () => {
  const words = everyWordOf(await write('findings-docx', 'public'));
  expect(words).toContain('Nos atendieron bien, y a [nombre] también. Escríbanme a [contacto] o al [contacto].');
  expect(words).toContain(' respalda  ·  entrevista');
  const reviewer = everyWordOf(await write('everything-json', 'reviewer'));
  expect(reviewer).toContain('KII-01: Nos atendieron bien');
  expect(reviewer).toContain('CITA-RESTRINGIDA');
});

test('evidence that was not changed is not flagged for having other places now', async () => {
  expect(everyWordOf(await write('findings-docx', 'public'))).not.toContain('Por revisar');
});

test('small counts of people are hidden with what would give them away, those of documents stay', async () => {
  const [, row] = rowsOf(readWorkbook(await write('matrix-xlsx', 'public')), 'Matriz de triangulación');
  expect(row?.slice(1, 7)).toEqual(['oculto', null, 'oculto', null, 2, '▲ 2']);
  expect(row?.[7]).toBe(14);
  const [, full] = rowsOf(readWorkbook(await write('matrix-xlsx', 'full')), 'Matriz de triangulación');
  expect([full?.[1], full?.[3], full?.[7]]).toEqual([3, 9, 14]);
});

test('says before writing what stays out, and why', () => {
  const { leftOut, withheld } = previewDeliverable(
    orderFor(everyTask(matrix)['findings-docx'], planted, { profile: 'public', matrix, names }),
  );
  expect(leftOut.map(({ reason }) => reason).sort()).toEqual([
    'guarded',
    'not-in-a-finding',
    'restrictions',
    'withdrawn',
  ]);
  const counts = Object.fromEntries(withheld.map(({ thing, count }) => [thing, count]));
  expect(counts).toMatchObject({ memos: 5, coders: 2, texts: 4, 'withdrawn-sources': 2, 'small-cells': 4 });
});
