/** The whole way on the command line: make, import, code, look, search, export, verify. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '#tests/unit/headless/command-line.ts';

const INTERVIEW = `Entrevistadora: ¿Cómo fue la capacitación?
Participante: La capacitación sirvió mucho, 👩🏽‍⚖️ de verdad.
Entrevistadora: ¿Y la policía?
Participante: La policía no llegó.
`;
const SURVEY = `id;sexo;grupo de interés;comentario
1;mujer;policía;Me sirvió mucho el curso de trata
2;hombre;policía;No me sirvió para nada el curso
3;mujer;ONG;Aprendí bastante sobre la ruta
`;
const CODINGS = `source,quote,start,end,code,direction,coder,memo
E-01,La capacitación sirvió mucho,,,Effectiveness/Training,supports,Luis,nota al margen
encuesta,Me sirvió mucho,,,Eficacia/training,supports,,
encuesta,No me sirvió,,,Efficacité/Training,contradicts,,
encuesta,,0,4,Eficacia/Training,neutral,,
encuesta,sirvió,,,Impacto,supports,,
nadie,x,,,Impacto,,,
E-01,no está,,,Impacto,,,
E-01,La policía no llegó,,,Impacto,maybe,,
E-01,,5,5000,Impacto,,,
E-01,,88,89,Impacto,,,
`;

type Row = {
  id: string;
  label: string;
  convergence: { suggested: string; judged: null; reason: string; pairs: unknown[]; silent: unknown[] };
  strength: { suggested: string; judged: null };
  independentSources: number;
  methods: number;
  cells: Record<string, unknown>[];
};

describe('the command line', { timeout: 60_000 }, () => {
  const desk = new Desk();
  beforeAll(async () => {
    const made = await desk.run(
      ...['new', 'p.triangula', '--title', 'Trata', '--language', 'es', '--no-passphrase', '--actor', 'Ana Robles'],
      ...['--intervention', 'MEX-01=Prevención', '--intervention', 'MEX-02=Justicia'],
    );
    expect(made).toMatchObject({ exitCode: 0, stderr: '' });
    desk.write('E-01.txt', INTERVIEW);
    desk.write('encuesta.csv', SURVEY);
    desk.write('codings.csv', CODINGS);
  }, 60_000);
  afterAll(() => desk.clear());

  it('imports, tells what it found, and knows a file again', async () => {
    const { items, codes } = await desk.json<{ items: Record<string, unknown>[]; codes: number }>(
      ...['import', 'p.triangula', 'E-01.txt', 'encuesta.csv', 'E-01.txt', '--actor', 'Ana Robles'],
    );
    expect(codes).toBe(0);
    expect(items.map((item) => item['outcome'])).toEqual(['imported', 'imported', 'duplicate']);
    expect(items[0]).toMatchObject({
      input: 'E-01.txt',
      reason: null,
      name: 'E-01',
      method: 'interview',
      format: 'txt',
      encoding: 'utf-8',
      characters: INTERVIEW.length,
      segments: 4,
      speakers: [
        { name: 'Entrevistadora', turns: 2 },
        { name: 'Participante', turns: 2 },
      ],
      questionnaire: null,
      warnings: [],
    });
    expect(items[1]).toMatchObject({
      method: 'questionnaire',
      questionnaire: {
        respondents: 3,
        delimiter: ';',
        columns: [
          { name: 'id', role: 'id', values: 3 },
          { name: 'sexo', role: 'attribute', values: 2 },
          { name: 'grupo de interés', label: 'grupo de interés' },
          { name: 'comentario', role: 'open', values: 3 },
        ],
      },
    });
    expect(items[2]).toMatchObject({ sourceId: items[0]?.['sourceId'], name: 'E-01' });
    const again = await desk.json<{ items: Record<string, unknown>[] }>('import', 'p.triangula', 'encuesta.csv');
    expect(again.items[0]).toMatchObject({ outcome: 'duplicate', sourceId: items[1]?.['sourceId'] });
  });

  it('prints a plan that can be corrected and given back', async () => {
    const before = desk.read('p.triangula');
    desk.write('otra.csv', 'folio,¿Qué opina?,Estado\na,bien,Puebla\nb,mal,Jalisco\nc,regular,Puebla\n');
    const plan = await desk.json<{ columns: { name: string; role: string }[]; items: unknown[] }>(
      ...['import', 'p.triangula', 'otra.csv', '--dry-run'],
    );
    expect(plan.items).toMatchObject([{ input: 'otra.csv', name: 'otra', method: 'questionnaire' }]);
    expect(desk.read('p.triangula').equals(before)).toBe(true);
    const roles: Record<string, string> = { folio: 'id', Estado: 'attribute', '¿Qué opina?': 'open' };
    const columns = plan.columns.map((column) => ({ ...column, role: roles[column.name] }));
    desk.write('plan.json', JSON.stringify({ ...plan, columns }));
    await desk.run('new', 'q.triangula', '--title', 'Q', '--no-passphrase');
    const { items } = await desk.json<{ items: { questionnaire: unknown; sourceId: string }[] }>(
      ...['import', 'q.triangula', 'otra.csv', '--plan', 'plan.json'],
    );
    expect(items[0]?.questionnaire).toMatchObject({
      respondents: 3,
      columns: [{ role: 'id' }, { role: 'open' }, { role: 'attribute' }],
    });
    const shown = await desk.json<{ text: string; segments: unknown[] }>(
      'show',
      'q.triangula',
      '--source',
      'otra',
      '--text',
    );
    expect(shown.text).toBe('bien\n\nmal\n\nregular');
    expect(shown.segments[1]).toMatchObject({ role: 'answer', respondent: 'b', question: '¿Qué opina?' });
    desk.write('c.json', JSON.stringify([{ source: 'otra', quote: 'mal', code: 'Impact', direction: 'contradicts' }]));
    expect(await desk.json('code', 'q.triangula', 'c.json')).toEqual({ added: 1, refused: [] });
    const { columns: states } = await desk.json<{ columns: unknown[] }>(
      'matrix',
      'q.triangula',
      '--columns',
      'attribute:Estado',
    );
    expect(states).toMatchObject([
      { id: 'Jalisco', planned: null, potentialVoices: 1 },
      { id: 'Puebla', potentialVoices: 2 },
    ]);
  });

  it('codes in bulk and names each refused row', async () => {
    const answer = await desk.json('code', 'p.triangula', 'codings.csv', '--actor', 'Ana Robles');
    expect(answer).toEqual({
      added: 4,
      refused: [
        { row: 5, reason: 'The quote occurs more than once in the source.' },
        { row: 6, reason: 'There is no source "nadie".' },
        { row: 7, reason: 'The quote does not occur in the source.' },
        { row: 8, reason: 'direction is one of supports, contradicts, mixed, neutral, not "maybe".' },
        { row: 9, reason: `end 5000 is beyond the text, which has ${INTERVIEW.length} code units.` },
        { row: 10, reason: '88-89 begins or ends inside a character.' },
      ],
    });
  });

  it('shows the project', async () => {
    const shown = await desk.json<Record<string, Record<string, unknown>[]>>('show', 'p.triangula');
    expect(shown).toMatchObject({ title: 'Trata', language: 'es', changes: 3, verified: true });
    expect(shown['interventions']).toMatchObject([{ code: 'MEX-01', title: 'Prevención' }, { code: 'MEX-02' }]);
    expect(shown['criteria']).toHaveLength(9);
    expect(shown['criteria']?.[3]).toMatchObject({ name: 'Eficacia', key: '4' });
    expect(shown['codes']?.filter((code) => code['codings'] !== 0)).toMatchObject([
      { path: 'Eficacia/Training', codings: 4, sources: 2 },
    ]);
    expect(shown['sources']).toMatchObject([
      { name: 'E-01', method: 'interview', characters: INTERVIEW.length, segments: 4, codings: 1, attributes: {} },
      { name: 'encuesta', method: 'questionnaire', segments: 3, codings: 3 },
    ]);
    expect(shown['participants']).toMatchObject([
      { codeName: 'E-01', group: '', gender: '' },
      { codeName: '1', group: 'policía', gender: 'mujer', attributes: { sexo: 'mujer' } },
      { codeName: '2', gender: 'hombre' },
      { codeName: '3', group: 'ONG' },
    ]);
  });

  it('shows one source with text, segments and codings', async () => {
    const shown = await desk.json<{ text: string; segments: unknown[]; codings: unknown[] }>(
      ...['show', 'p.triangula', '--source', 'E-01', '--text'],
    );
    expect(shown.text).toBe(INTERVIEW);
    expect(shown.segments[1]).toMatchObject({
      role: 'turn',
      speaker: 'Participante',
      time: null,
      question: null,
      respondent: null,
      page: null,
    });
    const start = INTERVIEW.indexOf('La capacitación sirvió');
    expect(shown.codings).toMatchObject([
      {
        start,
        end: start + 'La capacitación sirvió mucho'.length,
        quote: 'La capacitación sirvió mucho',
        code: 'Eficacia/Training',
        direction: 'supports',
        coder: 'Luis',
        memo: 'nota al margen',
      },
    ]);
  });

  it('builds the matrix', async () => {
    const { rows, columns } = await desk.json<{ rows: Row[]; columns: { id: string }[] }>(
      ...['matrix', 'p.triangula', '--rows', 'criterion', '--columns', 'method'],
    );
    expect(columns.map((column) => column.id)).toEqual(['interview', 'focus-group', 'questionnaire', 'document']);
    const row = rows.find((item) => item.label === 'Eficacia');
    // Respondent 1 both supports and is neutral: one vote for.
    expect(row?.cells).toMatchObject([
      { column: 'interview', codings: 1, sources: 1, independentSources: 1, supports: 1, contradicts: 0, mixed: 0 },
      { column: 'focus-group', codings: 0 },
      { column: 'questionnaire', codings: 3, sources: 1, independentSources: 2, supports: 1, contradicts: 1 },
      { column: 'document', codings: 0, statistics: [] },
    ]);
    expect(row).toMatchObject({
      independentSources: 3,
      methods: 2,
      convergence: {
        suggested: 'partial-agreement',
        judged: null,
        pairs: [{ a: 'interview', b: 'questionnaire', result: 'partial-agreement' }],
        silent: [
          { column: 'focus-group', kind: 'not-asked' },
          { column: 'document', kind: 'not-asked' },
        ],
      },
      strength: { suggested: 'contested', judged: null },
    });
    const filtered = await desk.json<{ rows: Row[] }>(
      ...['matrix', 'p.triangula', '--rows', 'code', '--columns', 'group', '--where', 'sexo=hombre'],
    );
    expect(filtered.rows.find((item) => item.label === 'Training')?.independentSources).toBe(1);
  });

  it('searches texts, quotes and memos', async () => {
    const places = (word: string) => ({ start: INTERVIEW.indexOf(word), end: INTERVIEW.indexOf(word) + word.length });
    const { hits, total } = await desk.json<{ hits: unknown[]; total: number }>('search', 'p.triangula', 'POLICIA');
    expect(total).toBe(2);
    expect(hits[0]).toMatchObject({ ...places('policía'), text: 'policía' });
    expect(await desk.json('search', 'p.triangula', 'sirvi\\w+', '--regex', '--in', 'quotes')).toMatchObject({
      total: 3,
    });
    expect(await desk.json('search', 'p.triangula', 'margen', '--in', 'memos')).toMatchObject({
      hits: [{ text: 'nota al margen' }],
      total: 1,
    });
  });

  it('exports and verifies', async () => {
    for (const as of ['json', 'csv', 'xlsx', 'docx']) {
      const { exitCode } = await desk.run('export', 'p.triangula', '--as', as, '--out', `out.${as}`);
      expect([as, exitCode]).toEqual([as, 0]);
      expect(desk.read(`out.${as}`).length).toBeGreaterThan(400);
    }
    const matrix = ['--as', 'xlsx', '--out', 'matrix.xlsx', '--rows', 'code', '--columns', 'group'];
    expect((await desk.run('export', 'p.triangula', ...matrix)).exitCode).toBe(0);
    expect(JSON.parse(desk.read('out.json').toString())).toHaveProperty('codings');
    expect(desk.read('out.xlsx').subarray(0, 2).toString()).toBe('PK');
    expect(await desk.json('verify', 'p.triangula')).toMatchObject({ ok: true, problems: [], frames: 5 });
    expect(existsSync(join(desk.folder, 'p.triangula.lock'))).toBe(false);
  });

  it('prints for people without --json', async () => {
    const { stdout } = await desk.run('matrix', 'p.triangula');
    expect(stdout).toMatch(/Eficacia +1▲ of 1 +· +1▲ 1▼ of 3 +· +partial-agreement\? +contested\?/u);
  });
});
