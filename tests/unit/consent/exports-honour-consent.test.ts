/** No deliverable lets out words that somebody has not agreed to, and each says what it left out. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { ConsentFields } from '#shared/domain/consent/consent.ts';
import { maskContent } from '#shared/domain/consent/mask-content.ts';
import { writeCodedExcerptsCsv } from '#shared/formats/delimited/coded-excerpts-csv.ts';
import type { ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import { writeEvaluationJson } from '#shared/formats/json-export/evaluation-json.ts';
import { writeCodedExcerptsWorkbook } from '#shared/formats/spreadsheet/coded-excerpts-workbook.ts';
import { writeMatrixWorkbook } from '#shared/formats/spreadsheet/matrix-workbook.ts';
import { writeFindingsReport } from '#shared/formats/word/findings-report.ts';
import { englishWords, EXPORTED_AT, material } from '../export/fixture.ts';
import { readWorkbook, rowsOf } from '../export/read-office.ts';

const request = { words: englishWords, language: 'en', exportedAt: EXPORTED_AT } as const;
const WORDS = 'la usamos cada semana';

function withConsent(
  sources: Record<string, ConsentFields>,
  people: Record<string, ConsentFields>,
): EvaluationMaterial {
  const { source, participant } = material.records;
  return {
    ...material,
    records: {
      ...material.records,
      source: source.map((item) => ({ ...item, ...sources[item.id] })),
      participant: participant.map((item) => ({ ...item, ...people[item.id] })),
    },
  };
}

/** Everything that a reader of the file could find, whatever it is packed in. */
function everyWord(result: ExportResult): string {
  if (!result.ok) throw new Error(result.failure.code);
  const { bytes } = result.value;
  if (bytes[0] !== 0x50) return strFromU8(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

const remarksOf = (result: ExportResult): readonly string[] =>
  result.ok ? result.value.remarks.map(({ code, values }) => `${code} ${values['count'] ?? ''}`) : [];

const matrix = {
  columns: [{ id: 'interview', label: 'interview', planned: null, potentialVoices: 1 }],
  rows: [
    {
      id: 'training',
      label: 'Capacitación',
      depth: 0,
      cells: [
        {
          column: 'interview',
          codings: [asId<'coding'>('c1'), asId<'coding'>('c2')],
          independentSources: 2,
          supports: 1,
          contradicts: 1,
          mixed: 0,
        },
      ],
      independentSources: 2,
      methods: ['interview'],
      convergence: { suggested: 'dissonance', silent: [], judgement: null },
      strength: { suggested: 'limited', judged: null, reason: '' },
    },
  ],
} as const;

const writers: Readonly<Record<string, (of: EvaluationMaterial) => Promise<ExportResult>>> = {
  xlsx: (of) => writeCodedExcerptsWorkbook(of, request),
  csv: (of) => writeCodedExcerptsCsv(of, request),
  matrix: (of) => writeMatrixWorkbook(of, { ...request, matrix, rows: 'code', columns: 'method' }),
  docx: (of) => writeFindingsReport(of, request),
  json: (of) => writeEvaluationJson(of, request),
};

describe.each(Object.keys(writers))('%s', (name) => {
  const write = writers[name] as (typeof writers)[string];

  test('holds the words while nothing speaks against it, and leaves nothing out', async () => {
    const result = await write(material);
    expect(everyWord(result)).toContain(WORDS);
    expect(remarksOf(result).join()).not.toContain('left-out');
  });

  test.each([
    ['the source', { 'E-01': { consent: { quote: 'no' } } }, {}, 'left-out-quote'],
    ['who speaks', {}, { 'KII-01': { consent: { quote: 'no' } } }, 'left-out-quote'],
    ['the commissioner', { 'E-01': { consent: { share: 'no' } } }, {}, 'left-out-share'],
    ['taking part', {}, { 'KII-01': { consent: { 'take-part': 'no' } } }, 'left-out-take-part'],
    ['sensitivity', { 'E-01': { sensitivity: 'victim-survivor' } }, {}, 'left-out-sensitive'],
    [
      'withdrawal',
      {},
      { 'KII-01': { withdrawal: { date: '', recordedBy: asId<'person'>('ana'), reason: '' } } },
      'left-out-withdrawn',
    ],
  ] as const)('leaves the words out for the sake of %s, and counts them', async (_why, sources, people, remark) => {
    const result = await write(withConsent(sources, people));
    expect(everyWord(result)).not.toContain(WORDS);
    expect(remarksOf(result)).toContain(`${remark} 1`);
  });
});

test('the workbook has a sheet that says from whom and why, without words', async () => {
  const result = await writeCodedExcerptsWorkbook(
    withConsent({}, { 'GF-01-A': { consent: { quote: 'no' } } }),
    request,
  );
  if (!result.ok) throw new Error(result.failure.code);
  const [, row] = rowsOf(readWorkbook(result.value.bytes), 'Left out');
  expect(row).toEqual(['GF-01-A, G-01', 'They did not agree to be quoted word by word.', expect.any(Number)]);
});

test('the json keeps what the others in a focus group said, at its place', async () => {
  const before = material.contents.get(asId<'content'>('text-G-01'));
  const of = withConsent({}, { 'GF-01-A': { consent: { quote: 'no' } } });
  const text = everyWord(await writeEvaluationJson(of, request));
  const { sources } = JSON.parse(text) as { sources: { id: string; text: string }[] };
  const after = sources.find(({ id }) => id === 'G-01')?.text ?? '';
  expect(text).not.toContain('No funcionan');
  expect(after).toHaveLength(before?.text.length ?? -1);
  expect(after.indexOf('A veces sí')).toBe(before?.text.indexOf('A veces sí'));
});

test('group and attributes stand beside nobody who does not want it', async () => {
  const result = await writeCodedExcerptsCsv(withConsent({}, { 'KII-01': { consent: { attribute: 'no' } } }), request);
  const text = everyWord(result);
  expect(text).toContain(WORDS);
  expect(text).not.toContain('Gobierno');
});

test('blacking out keeps lengths, lines and the words of the others', () => {
  const content = {
    text: 'A: sí 🙂\nB: no\n',
    segments: [
      { start: 0, end: 9, role: 'turn', speaker: 'A', bodyStart: 3 },
      { start: 9, end: 15, role: 'turn', speaker: 'B', bodyStart: 12 },
    ],
    table: null,
  } as const;
  const masked = maskContent(content, new Set(['A']));
  expect(masked.text).toBe('████████\nB: no\n');
  expect(masked.segments[0]).toEqual({ start: 0, end: 9, role: 'turn' });
  expect(masked.segments[1]).toEqual(content.segments[1]);
});
