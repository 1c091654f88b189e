/**
 * The campaign against the readers: `npm run campaign:readers [-- COUNT [FAMILY [FIRST-SEED]]]`. Every family reads
 * COUNT spoiled files in a thread of its own, which is watched: one that says nothing for 30 seconds hangs. The family
 * `limits` reads large and deep files, each within 30 seconds and 1 GB.
 */
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { checkReading } from '#tests/campaigns/fuzz-readers/check-reading.ts';
import { readerFamilies } from '#tests/campaigns/fuzz-readers/families.ts';
import { limitFiles } from '#tests/campaigns/fuzz-readers/limits.ts';
import { mutantOf } from '#tests/campaigns/fuzz-readers/mutate.ts';

const SILENCE_MILLISECONDS = 30_000;

type Task = { readonly family: string; readonly count: number; readonly first: number };
type Report = {
  readonly family: string;
  readonly inputs: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly complaints: readonly string[];
  readonly slowestMilliseconds: number;
  readonly slowestSeed: number;
  readonly peakMegabytes: number;
};

if (isMainThread) await runAll();
else await runFamily(workerData as Task);

async function runAll(): Promise<void> {
  const [count = '5000', only, first = '1'] = process.argv.slice(2);
  let bad = 0;
  let inputs = 0;
  for (const { name } of readerFamilies(process.cwd())) {
    if (only !== undefined && only !== 'all' && only !== name) continue;
    const report = await watch({ family: name, count: Number(count), first: Number(first) });
    bad += report.complaints.length;
    inputs += report.inputs;
    const outcomes = Object.entries(report.outcomes).map(([outcome, times]) => `${outcome} ${times}`);
    console.log(
      `${name.padEnd(5)} ${report.inputs} inputs, slowest ${report.slowestMilliseconds} ms (seed ${report.slowestSeed}), ` +
        `${report.peakMegabytes} MB: ${outcomes.join(', ')}`,
    );
    for (const complaint of report.complaints.slice(0, 10)) console.log(`  ! ${complaint}`);
  }
  if (only === undefined || only === 'all' || only === 'limits') {
    for (const [place, { name }] of limitFiles.entries()) {
      const report = await watch({ family: 'limits', count: 1, first: place });
      bad += report.complaints.length;
      inputs += 1;
      const outcome = Object.keys(report.outcomes).join('');
      console.log(`${name}: ${outcome}, ${report.slowestMilliseconds} ms, ${report.peakMegabytes} MB`);
      for (const complaint of report.complaints) console.log(`  ! ${complaint}`);
    }
  }
  console.log(`${inputs} inputs, ${bad} complaints`);
  process.exit(bad === 0 ? 0 : 1);
}

/** Waits for a family, and ends it when it hangs. */
function watch(task: Task): Promise<Report> {
  return new Promise((resolve) => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 1_000 },
    });
    let seed = task.first;
    const give = (complaint: string): void => {
      clearTimeout(timer);
      void worker.terminate();
      const empty = { outcomes: {}, slowestMilliseconds: 0, slowestSeed: seed, peakMegabytes: 0 };
      resolve({ family: task.family, inputs: seed - task.first, complaints: [complaint], ...empty });
    };
    const hang = (): void => give(`seed ${seed}: no answer in ${SILENCE_MILLISECONDS / 1_000} seconds`);
    let timer = setTimeout(hang, SILENCE_MILLISECONDS);
    worker.on('error', (error) => give(`seed ${seed}: ${String(error)}`));
    worker.on('message', (message: number | Report) => {
      clearTimeout(timer);
      if (typeof message === 'number') {
        seed = message;
        timer = setTimeout(hang, SILENCE_MILLISECONDS);
      } else {
        void worker.terminate();
        resolve(message);
      }
    });
  });
}

async function runFamily({ family: name, count, first }: Task): Promise<void> {
  if (name === 'limits') return readLimitFile(first);
  const family = readerFamilies(process.cwd()).find((candidate) => candidate.name === name);
  if (family === undefined) throw new Error(`no family is called ${name}`);
  // The libraries for pdf and old Office files write remarks about what is damaged.
  console.log = () => undefined;
  console.warn = () => undefined;
  console.error = () => undefined;
  const outcomes: Record<string, number> = {};
  const complaints: string[] = [];
  let slowest = { milliseconds: 0, seed: 0 };
  let peak = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    parentPort?.postMessage(seed);
    const bytes = mutantOf(family, seed);
    const started = performance.now();
    const { outcome, complaint } = await checkReading(`spoiled.${family.ending}`, bytes);
    const milliseconds = Math.round(performance.now() - started);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (complaint !== null) complaints.push(`seed ${seed}: ${complaint}`);
    if (milliseconds > 5_000) complaints.push(`seed ${seed}: took ${milliseconds} ms`);
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, seed };
    if (seed % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  parentPort?.postMessage({
    family: name,
    inputs: count,
    outcomes,
    complaints,
    slowestMilliseconds: slowest.milliseconds,
    slowestSeed: slowest.seed,
    peakMegabytes: Math.round(peak / 1_000_000),
  } satisfies Report);
}

/** The thread is fresh for each file; what making the file took is left out of the peak. */
async function readLimitFile(place: number): Promise<void> {
  const file = limitFiles[place];
  if (file === undefined) throw new Error(`no file ${place}`);
  const bytes = file.make();
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 20);
  parentPort?.postMessage(place);
  const started = performance.now();
  const { outcome, complaint } = await checkReading(file.name, bytes);
  const milliseconds = Math.round(performance.now() - started);
  look();
  clearInterval(timer);
  const peakMegabytes = Math.round((peak - before + bytes.length) / 1_000_000);
  const complaints = complaint === null ? [] : [complaint];
  if (milliseconds > 30_000) complaints.push(`took ${milliseconds} ms`);
  if (peakMegabytes > 1_000) complaints.push(`took ${peakMegabytes} MB`);
  parentPort?.postMessage({
    family: 'limits',
    inputs: 1,
    outcomes: { [outcome]: 1 },
    complaints,
    slowestMilliseconds: milliseconds,
    slowestSeed: place,
    peakMegabytes,
  } satisfies Report);
}
