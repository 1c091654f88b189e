/**
 * No network connection, ever: the app is walked through under strace, which sees every attempt of each of its
 * processes, whether or not there is a network. Sockets of this machine (display, buses) are all that may be used.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '#tests/e2e/support/app-fixture.ts';
import { goTo, openSample, openText, selectWords } from '#tests/e2e/support/journeys.ts';
import { quitApp } from '#tests/e2e/support/launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'triangula-trace-'));
const trace = join(folder, 'trace.txt');
const wrapper = join(folder, 'traced-app');
const whyNot = prepareTracing();

test.use({ executable: wrapper });
test.skip(whyNot !== '', whyNot);
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the trap sees an attempt', () => {
  const attempt = "require('node:net').connect(9, '192.0.2.1').on('error', () => {}); setTimeout(process.exit, 300)";
  const lookUp = "require('node:dns').lookup('example.org', () => process.exit())";
  for (const script of [attempt, lookUp]) {
    const seen = join(folder, 'control.txt');
    spawnSync('strace', [...traceWords(seen), process.execPath, '-e', script]);
    expect(attemptsIn(readFileSync(seen, 'utf8'))).not.toEqual([]);
  }
});

test('none on the whole way: start, sample, import, code, export, end', async ({ app }) => {
  test.setTimeout(240_000);
  const page = await openSample(app, 'Sin red');
  await openText(page, 'E-01');
  await selectWords(page, 'El año pasado salió una nota');
  await page.keyboard.press('4');

  const text = join(app.workFolder, 'Nueva.txt');
  writeFileSync(text, 'ENTREVISTADORA: ¿Qué cambió?\nE-20: Vea https://example.org/nota y http://192.0.2.1/a.png\n');
  await app.dialogs.pickToOpen(text);
  await goTo(page, 'Sources');
  await page.getByRole('main').getByRole('button', { name: 'Import' }).first().click();
  await page.getByRole('button', { name: /^Import 1 source/ }).click();
  await page.getByRole('button', { name: 'Close' }).last().click();
  for (const place of ['Matrix', 'Findings', 'Settings'] as const) await goTo(page, place);

  await app.dialogs.pickToSave(join(app.workFolder, 'excerpts.xlsx'));
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByText('Coded excerpts (Excel)').click();
  await dialog.getByRole('button', { name: /^Choose a place/ }).click();
  await expect(dialog.getByText(/^Saved as/)).toBeVisible({ timeout: 60_000 });
  await page.waitForTimeout(3000);
  await quitApp(app.electron());
  expect(attemptsIn(readTrace())).toEqual([]);
});

test('none although a page of ours tries everything it can', async ({ app }) => {
  test.setTimeout(240_000);
  app.tolerate(/Content Security Policy|Content-Security-Policy/);
  const page = app.page();
  await expect(page.getByRole('button', { name: /^Try the sample/ })).toBeVisible();
  await page.evaluate(async () => {
    const quietly = async (work: () => unknown): Promise<void> => {
      try {
        await work();
      } catch {
        // Being refused is what is wanted.
      }
    };
    for (const place of ['https://example.org/', 'http://192.0.2.1/']) {
      await quietly(() => fetch(place));
      await quietly(() => navigator.sendBeacon(place, 'words'));
      await quietly(() => new WebSocket(place.replace('http', 'ws')));
      await quietly(() => new EventSource(place));
      await quietly(() => new Worker(place));
      await quietly(() => void (new Image().src = place));
      for (const relation of ['dns-prefetch', 'preconnect', 'prefetch', 'stylesheet', 'icon', 'manifest']) {
        const link = document.createElement('link');
        Object.assign(link, { rel: relation, href: place });
        document.head.append(link);
      }
      const frame = document.createElement('iframe');
      frame.src = place;
      document.body.append(frame);
    }
    await quietly(async () => {
      const iceServers = [
        { urls: ['stun:192.0.2.1:3478', 'stun:example.org'] },
        { urls: 'turn:192.0.2.1:3478?transport=tcp', username: 'a', credential: 'b' },
        { urls: 'turns:192.0.2.1:443', username: 'a', credential: 'b' },
      ];
      const peer = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'all' });
      peer.createDataChannel('words');
      await peer.setLocalDescription(await peer.createOffer());
    });
    await quietly(() => {
      window.location.href = 'https://example.org/';
    });
  });
  await page.waitForTimeout(6000);
  await quitApp(app.electron());
  expect(attemptsIn(readTrace())).toEqual([]);
});

function readTrace(): string {
  const lines = readFileSync(trace, 'utf8');
  // An empty trace would prove nothing: the display alone makes connections.
  expect(lines).toContain('AF_UNIX');
  return lines;
}

/**
 * Connections and datagrams to an address of any network, the machine's own included. What the app only listens on is
 * the test driver's; netlink is how the system tells of its network cards and leaves the machine no more than a file.
 */
function attemptsIn(lines: string): readonly string[] {
  return lines
    .split('\n')
    .filter((line) => /\b(?:connect|sendto|sendmsg|sendmmsg)\(/u.test(line) && /AF_INET6?\b/u.test(line));
}

function traceWords(output: string): readonly string[] {
  return ['-f', '-qq', '-s', '0', '--seccomp-bpf', '-e', 'trace=connect,sendto,sendmmsg', '-o', output];
}

/** Writes the program that starts the app under strace; says why it cannot be done, or ''. */
function prepareTracing(): string {
  if (process.platform !== 'linux') return 'strace is for Linux; the refusals themselves are tested everywhere.';
  const has = (): boolean => spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
  if (!has() && process.getuid?.() === 0) {
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'strace'], { stdio: 'ignore' });
  }
  if (!has()) return 'strace is missing or not allowed here: sudo apt-get install strace.';
  const words = traceWords(trace).map((word) => `'${word}'`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(wrapper, `#!/bin/sh\nexec strace ${words.join(' ')} "$TRIANGULA_EXECUTABLE" "$@"\n`);
  chmodSync(wrapper, 0o700);
  return '';
}
