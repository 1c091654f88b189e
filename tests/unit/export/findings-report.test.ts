/** The findings report as docx: well formed, complete, contrary evidence apart, no identities. */
import { beforeAll, describe, expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import { writeFindingsReport } from '#shared/formats/word/findings-report.ts';
import { EXPORTED_AT, material, spanishWords } from './fixture.ts';
import { readParts, wordLines, wordParagraphs } from './read-office.ts';

const request = { words: spanishWords, language: 'es', exportedAt: EXPORTED_AT } as const;

async function write(of: EvaluationMaterial = material, more: object = {}): Promise<Uint8Array> {
  const result = await writeFindingsReport(of, { ...request, ...more });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.bytes;
}

let bytes: Uint8Array;
let lines: readonly string[];
let document: string;
beforeAll(async () => {
  bytes = await write();
  lines = wordLines(bytes);
  document = readParts(bytes)['word/document.xml'] ?? '';
});

function place(wanted: string): number {
  const found = lines.lastIndexOf(wanted);
  expect(found, wanted).toBeGreaterThanOrEqual(0);
  return found;
}

describe('the findings report', () => {
  test('has a title, a date, and a chapter for each part in order', () => {
    expect(lines[0]).toBe('Evaluación <final> & conjunta');
    expect(lines).toContain('Fecha: 3 de junio de 2024');
    const chapters = [
      'Matriz resumen de hallazgos, evidencia y recomendaciones',
      'Introducción',
      'Antecedentes y contexto',
      'Metodología',
      'Limitaciones',
      'Hallazgos',
      'Eficacia',
      'F4.1  La capacitación se usa',
      'Conclusiones',
      'Recomendaciones',
      'Lecciones aprendidas',
      'Buenas prácticas',
      'Anexo: personas alcanzadas',
      'Anexo: documentos revisados',
      'Anexo: fuentes por método',
    ];
    const headings = wordParagraphs(bytes).filter(({ style }) => style.startsWith('Heading'));
    expect(headings.map(({ text }) => text).slice(0, chapters.length)).toEqual(chapters);
  });

  test('uses real heading styles, a contents field with page numbers, and page numbers in the footer', () => {
    for (const level of [1, 2, 3]) expect(document).toContain(`<w:pStyle w:val="Heading${level}"/>`);
    expect(document).toMatch(/TOC [^<]*\\o &quot;1-3&quot;/u);
    expect(lines.some((line) => /^Conclusiones\t\d+$/u.test(line))).toBe(true);
    const footers = Object.entries(readParts(bytes)).filter(([name]) => name.startsWith('word/footer'));
    expect(footers.some(([, xml]) => xml.includes('PAGE') && xml.includes('NUMPAGES'))).toBe(true);
    expect(readParts(bytes)['word/styles.xml']).toContain('w:lang w:val="es-ES"');
    expect(document).toContain('<w:tblHeader/>');
  });

  test('shows quotes with code names and directions, contrary evidence apart with its answer', () => {
    const evidence = place('Evidencia (1)');
    const contrary = place('Evidencia contraria (1)');
    const mixed = place('Evidencia mixta (1)');
    expect(place('«la usamos cada semana»')).toBe(evidence + 1);
    expect(place('▲ respalda  ·  KII-01, E-01, entrevista')).toBe(evidence + 2);
    expect(place('«No funcionan.»')).toBeGreaterThan(contrary);
    expect(mixed).toBeGreaterThan(contrary);
    expect(place('◆ mixto  ·  GF-01-B, G-01, grupo focal')).toBeGreaterThan(mixed);
    expect(place('Cómo se ponderó: El grupo focal no participó en la capacitación.')).toBeGreaterThan(mixed);
  });

  test('takes what most independent sources say for the evidence of a critical finding, and the rest for contrary', async () => {
    const judgements = [
      {
        id: 'f1',
        convergence: { suggested: 'dissonance', silent: [], judgement: null },
        strength: { suggested: 'contested', judged: null, reason: '', facts: { direction: 'contradicts' } },
      },
    ] as const;
    const shown = wordLines(await write(material, { judgements }));
    const evidence = shown.indexOf('Evidencia (la mayor parte contradice el criterio) (1)');
    expect(evidence).toBeGreaterThan(0);
    expect(shown.indexOf('«No funcionan.»')).toBe(evidence + 1);
    expect(shown.indexOf('«la usamos cada semana»')).toBe(shown.indexOf('Evidencia contraria (1)') + 1);
  });

  test('closes a criterion with a boxed summary, numbers its tables, and leads from what rests on findings to them', () => {
    const styles = wordParagraphs(bytes);
    const box = styles.findIndex(({ style }) => style === 'SummaryBoxTitle');
    expect(styles[box + 1]).toEqual({ style: 'SummaryBox', text: 'F4.1  La capacitación se usa (sólida)' });
    expect(styles.filter(({ style }) => style === 'Caption').map(({ text }) => text)[0]).toBe(
      'Cuadro 1. Matriz resumen de hallazgos, evidencia y recomendaciones',
    );
    expect(document).toContain('SEQ Table');
    expect(document).toContain('<w:hyperlink w:history="1" w:anchor="item_f1">');
    expect(document).toContain('w:name="item_f1"');
    expect(document).toContain('REF table_methods');
  });

  test('counts who was heard by method and sex, and by type of stakeholder', () => {
    expect(lines).toContain(
      'La evaluación se apoya en 4 fuentes y 5 personas escuchadas. Cuadro 3 las muestra por método, Cuadro 4 por tipo de actor.',
    );
    const row = lines.indexOf('Grupos focales', place('Cuadro 3. Fuentes y personas por método y sexo'));
    expect(lines.slice(row, row + 7)).toEqual(['Grupos focales', '1', '1', '1', '0', '0', '2']);
  });

  test('gives strength and convergence with their reasons', () => {
    expect(lines).toContain('Solidez de la evidencia: sólida. Tres métodos coinciden.');
    expect(lines).toContain('Convergencia: ≈ acuerdo parcial. El grupo focal matiza.');
  });

  test('shows what was suggested beside what was judged', async () => {
    const judgements = [
      {
        id: 'f1',
        convergence: { suggested: 'dissonance', silent: [], judgement: null },
        strength: { suggested: 'contested', judged: null, reason: '' },
      },
    ] as const;
    const shown = wordLines(await write(material, { judgements }));
    expect(shown).toContain('Solidez de la evidencia: sólida (sugerida: controvertida). Tres métodos coinciden.');
    expect(shown).toContain('Convergencia: sin juzgar todavía (sugerida: ≠ disonancia).');
  });

  test('flags evidence that changed or went since it was linked', () => {
    expect(lines).toContain('Por revisar: desde que se vinculó este fragmento, cambió su dirección.');
    expect(lines).toContain('Fragmentos vinculados que se eliminaron después: 1');
  });

  test('has every column of the recommendations, and the sources by method', () => {
    const head = place('Recomendación');
    expect(lines.slice(head, head + 7)).toEqual([
      'Recomendación',
      'Criterios',
      'Destinatario',
      'Prioridad',
      'Plazo',
      'Hallazgos',
      'Conclusiones',
    ]);
    const row = place('Extender la capacitación.');
    expect(lines.slice(row, row + 7)).toEqual([
      'Extender la capacitación.',
      'Eficacia',
      'Oficina nacional',
      'Clave',
      '2025',
      'F4.1',
      'C1',
    ]);
    for (const name of ['E-01', 'G-01', 'Q-01', 'D-01']) expect(lines).toContain(name);
    expect(lines).toContain('GF-01-A, GF-01-B');
  });

  test('names nobody: neither labels in the text, nor file names, nor the coder', () => {
    const everything = Object.values(readParts(bytes)).join('\n');
    expect(everything).not.toMatch(/María|Pérez|Ana Robles|Luis Mora/u);
  });

  test('of an empty evaluation says so and still opens', async () => {
    const empty = Object.fromEntries(Object.keys(material.records).map((kind) => [kind, []])) as never;
    const shown = wordLines(
      await write({
        contents: new Map(),
        records: { ...(empty as object), evaluation: material.records.evaluation } as never,
      }),
    );
    expect(shown.filter((line) => line === 'Todavía no hay nada registrado.').length).toBeGreaterThanOrEqual(5);
  });

  test('leaves page numbers to Word when it is long, and says so', async () => {
    const [first] = material.records.finding;
    const long = { ...first!, text: 'Una frase larga. '.repeat(3_000) };
    const result = await writeFindingsReport(
      { ...material, records: { ...material.records, finding: [long] } },
      request,
    );
    expect(result.ok && result.value.remarks).toEqual([{ code: 'contents-without-pages', values: {} }]);
  });

  test('shows what Word cannot carry as visible signs, and right-to-left text in its direction', async () => {
    const [first] = material.records.finding;
    const nasty = { ...first!, title: 'a\u0000b\ud800c\u000bd', text: 'مرحبا بالعالم\r\nline \u0007' };
    const result = await writeFindingsReport(
      { ...material, records: { ...material.records, finding: [nasty] } },
      request,
    );
    if (!result.ok) throw new Error(result.failure.code);
    const shown = wordLines(result.value.bytes);
    expect(shown).toContain('F4.1  a\u2400b\ufffdc d');
    expect(shown).toContain('line \u2407');
    expect(readParts(result.value.bytes)['word/document.xml']).toContain('<w:bidi/>');
    expect(result.value.remarks).toEqual([{ code: 'replaced-characters', values: { count: 7 } }]);
  });

  test('says when a text is not at hand', async () => {
    const contents = new Map([...material.contents].filter(([hash]) => hash !== asId('text-G-01')));
    const result = await writeFindingsReport({ ...material, contents }, request);
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.remarks).toEqual([{ code: 'texts-missing', values: { count: 2 } }]);
    expect(wordLines(result.value.bytes)).toContain('[texto no disponible]');
  });
});
