/** The command `gaps` on a project made by the command line. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Desk } from '#tests/unit/headless/command-line.ts';

const desk = new Desk();
type Answer = { readonly gaps: readonly Readonly<Record<string, string>>[] };

beforeAll(async () => {
  await desk.call('new', 'p.triangula', '--title', 'P', '--language', 'es', '--no-passphrase');
  desk.write('E-01.txt', 'ENTREVISTADORA: ¿Se usa?\n\nE-01: Sí, todos los días lo usamos en la oficina.\n');
  await desk.call('import', 'p.triangula', 'E-01.txt', '--method', 'interview');
}, 60_000);
afterAll(() => desk.clear());

it('names what is missing in the language of the evaluation, and reads only', async () => {
  const before = desk.read('p.triangula');
  const ran = await desk.call('gaps', 'p.triangula', '--json');
  const { gaps } = JSON.parse(ran.stdout) as Answer;
  expect(ran.exitCode).toBe(0);
  expect(gaps.filter(({ kind }) => kind === 'cross-cutting-empty').map(({ subject }) => subject)).toEqual([
    'Derechos humanos',
    'Igualdad de género',
    'No dejar a nadie atrás',
  ]);
  expect(gaps.find(({ kind }) => kind === 'source-uncoded')).toMatchObject({
    subject: 'E-01',
    message: 'En E-01 no hay nada codificado.',
    subjectKind: 'source',
  });
  expect(desk.read('p.triangula').equals(before)).toBe(true);
  const text = await desk.call('gaps', 'p.triangula');
  expect(text.stdout).toContain('Criterios sin evidencia (6)');
});

it('matrix takes questions for rows', async () => {
  const ran = await desk.call('matrix', 'p.triangula', '--rows', 'question', '--columns', 'group', '--json');
  expect(JSON.parse(ran.stdout)).toMatchObject({ rows: [] });
});
