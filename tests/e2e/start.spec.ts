/** The app starts, shows its page, and the page can reach nothing but the bridge. */
import { expect, test } from '#tests/e2e/support/app-fixture.ts';

test('opens one window with the app in it', async ({ app }) => {
  await expect(app.page()).toHaveTitle('Triangula');
  expect(app.electron().windows()).toHaveLength(1);
  expect(app.page().url()).toBe('app://triangula/index.html');
});

test('gives the page no Node and only the bridge', async ({ app }) => {
  const seen = await app.page().evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    const bridge = (window as unknown as Record<string, object>)['triangula'] ?? {};
    return { node: names.filter((name) => name in window), bridge: Object.keys(bridge).sort() };
  });
  expect(seen).toEqual({ node: [], bridge: ['ask', 'listen'] });
});

test('refuses unknown requests, unfit arguments and unknown notices', async ({ app }) => {
  const answers = await app.page().evaluate(async () => {
    type Loose = {
      ask: (name: string, args: unknown) => Promise<unknown>;
      listen: (name: string, f: () => void) => void;
    };
    const bridge = (window as unknown as { triangula: Loose }).triangula;
    async function attempt(work: () => unknown): Promise<string> {
      try {
        await work();
        return 'passed';
      } catch (error) {
        return String(error);
      }
    }
    return [
      await attempt(() => bridge.ask('app.info', {})),
      await attempt(() => bridge.ask('shell.run', {})),
      await attempt(() => bridge.ask('constructor', {})),
      await attempt(() => bridge.ask('files.read', { token: '/etc/passwd' })),
      await attempt(() => bridge.ask('project.append', { token: 'a'.repeat(32), bytes: 'words' })),
      await attempt(() => bridge.listen('anything', () => undefined)),
    ];
  });
  expect(answers[0]).toBe('passed');
  for (const answer of answers.slice(1)) expect(answer).toMatch(/Unknown|refused/);
});

test('refuses navigation, new windows, the network, frames and permissions', async ({ app }) => {
  app.tolerate(/Content Security Policy|Content-Security-Policy/);
  const page = app.page();
  const outcome = await page.evaluate(async () => {
    async function attempt(work: () => Promise<unknown>): Promise<string> {
      try {
        await work();
        return 'passed';
      } catch {
        return 'refused';
      }
    }
    function image(address: string): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const element = new Image();
        element.onload = resolve;
        element.onerror = reject;
        element.src = address;
      });
    }
    const script = document.createElement('script');
    script.textContent = 'window.planted = true;';
    document.head.append(script);
    const permission = await navigator.permissions.query({ name: 'geolocation' });
    return {
      fetch: await attempt(() => fetch('https://example.org/')),
      plain: await attempt(() => fetch('http://127.0.0.1:9/')),
      image: await attempt(() => image('https://example.org/a.png')),
      file: await attempt(() => fetch('file:///etc/passwd')),
      outside: (await fetch('app://triangula/..%2f..%2fpackage.json')).status,
      hasNewWindow: window.open('https://example.org/') !== null,
      runsPlantedScript: 'planted' in window,
      permission: permission.state,
    };
  });
  expect(outcome).toEqual({
    fetch: 'refused',
    plain: 'refused',
    image: 'refused',
    file: 'refused',
    outside: 404,
    hasNewWindow: false,
    runsPlantedScript: false,
    permission: 'denied',
  });
  for (const address of ['https://example.org/', 'file:///etc/passwd', 'data:text/html,there']) {
    await page.evaluate((to) => {
      window.location.href = to;
    }, address);
  }
  await page.waitForTimeout(500);
  expect(page.url()).toBe('app://triangula/index.html');
  expect(app.electron().windows()).toHaveLength(1);
});

test('opens an address in the browser only when it is https and the person agrees', async ({ app }) => {
  const opened = await app.dialogs.watchBrowser();
  async function askToOpen(url: string): Promise<void> {
    await app.page().evaluate(async (address) => {
      type Loose = { ask: (name: string, args: unknown) => Promise<unknown> };
      await (window as unknown as { triangula: Loose }).triangula.ask('links.open', { url: address });
    }, url);
  }
  await app.dialogs.pressButton(0);
  await askToOpen('https://example.org/no');
  await app.dialogs.pressButton(1);
  await askToOpen('http://example.org/');
  await askToOpen('file:///etc/passwd');
  await askToOpen('https://someone@example.org/');
  await askToOpen('https://example.org/yes');
  expect(await opened()).toEqual(['https://example.org/yes']);
});

test('says which runtime it is on', async ({ app }) => {
  const info = await app.page().evaluate(async () => {
    type Loose = { ask: (name: string, args: unknown) => Promise<{ runtime: string; electron: string }> };
    return (window as unknown as { triangula: Loose }).triangula.ask('app.info', {});
  });
  expect(info.runtime).toBe(process.env['TRIANGULA_RUNTIME']);
});

test('starts again on the same data folder, also after a power cut', async ({ app }) => {
  await app.restart('kill');
  await expect(app.page()).toHaveTitle('Triangula');
  await app.restart();
  await expect(app.page()).toHaveTitle('Triangula');
});
