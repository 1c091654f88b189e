/** Starts the built app on a data folder, and ends it. Where the runtime is, the start script has said. */
import { _electron, type ElectronApplication } from '@playwright/test';

const START_MILLISECONDS = 30_000;
/** Without a graphics card the old runtime's graphics process ends while it starts, and the window may wait for it for ever. */
const NO_GRAPHICS = '--disable-gpu';
const END_MILLISECONDS = 20_000;

export type LaunchOptions = {
  readonly dataFolder: string;
  /** Words after the app's own, such as a project file to open. */
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A program that starts the app, in place of the app itself. */
  readonly executable?: string | null;
};

export async function launchApp({ dataFolder, words = [], environment = {}, executable = null }: LaunchOptions) {
  const executablePath = process.env['TRIANGULA_EXECUTABLE'];
  const startWords = process.env['TRIANGULA_ARGUMENTS'];
  if (!executablePath || !startWords) {
    throw new Error('Start end-to-end tests with: npm run e2e -- [file]');
  }
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const options = {
    executablePath: executable ?? executablePath,
    args: [
      ...(JSON.parse(startWords) as string[]),
      NO_GRAPHICS,
      '--lang=en-US',
      '--force-device-scale-factor=1',
      ...words,
    ],
    env: { ...Object.fromEntries(inherited), ...environment, TRIANGULA_DATA_FOLDER: dataFolder },
    timeout: START_MILLISECONDS,
  };
  try {
    return await _electron.launch(options);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
    // Seen about once in a few hundred starts of the old runtime on a busy machine; said, and tried once more.
    console.log(`the runtime hung at start, tried again: ${error.message.split('\n')[0] ?? ''}`);
    return _electron.launch(options);
  }
}

/** Quits as a person would; an app that does not end is killed and the test fails. */
export async function quitApp(app: ElectronApplication): Promise<void> {
  const ended = await Promise.race([app.close().then(() => true), wait(END_MILLISECONDS).then(() => false)]);
  if (ended) return;
  app.process().kill('SIGKILL');
  throw new Error(`The app did not end within ${END_MILLISECONDS / 1000} s.`);
}

/** Ends it without warning, as a power cut would. */
export async function killApp(app: ElectronApplication): Promise<void> {
  const child = app.process();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
