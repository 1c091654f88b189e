/** `rescue`: what can be read goes into a new file, the damaged one stays as it is. */
import { afterAll, expect, it } from 'vitest';
import { Desk } from '#tests/unit/headless/command-line.ts';

const desk = new Desk();
afterAll(() => desk.clear());

it('saves everything readable and says what is not', async () => {
  await desk.call('new', 'p.triangula', '--title', 'Prueba', '--no-passphrase');
  for (const name of ['uno', 'dos', 'tres']) {
    desk.write(`${name}.txt`, `Ana: Esto es ${name}, dicho con calma.\n`.repeat(9));
    await desk.call('import', 'p.triangula', `${name}.txt`);
  }
  const whole = desk.read('p.triangula');
  const damaged = Buffer.from(whole);
  const place = Math.floor(whole.length * 0.6);
  damaged.writeUInt8(damaged.readUInt8(place) ^ 8, place);
  desk.write('damaged.triangula', damaged);

  const rescued = await desk.call('rescue', 'damaged.triangula', '--out', 'new.triangula', '--json');
  expect(rescued.exitCode).toBe(0);
  expect(JSON.parse(rescued.stdout)).toMatchObject({ ok: true, lost: [{ kind: 'damaged' }], unreadable: 0 });
  expect(desk.read('damaged.triangula').equals(damaged)).toBe(true);
  const shown = await desk.call('show', 'new.triangula', '--json');
  expect((JSON.parse(shown.stdout) as { sources: unknown[] }).sources.length).toBeGreaterThanOrEqual(2);

  const again = await desk.call('rescue', 'damaged.triangula', '--out', 'new.triangula');
  expect(again).toMatchObject({ exitCode: 1 });
  expect(again.stderr).toContain('already there');
  desk.write('other.triangula', 'no project');
  expect((await desk.call('rescue', 'other.triangula', '--out', 'x.triangula')).stderr).toContain('not a Triangula');
}, 60_000);
