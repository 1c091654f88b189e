/** Walks the whole log from the newest change back, batch by batch, so that a screen can begin before all is read. */
import type { Change, ChangeName } from '#shared/domain/change/change.ts';
import { compareClocks } from '#shared/domain/change/clock.ts';
import type { BlockKey } from '#shared/formats/project-file/block.ts';

/** How many batches of one replica are read at once. */
const AHEAD = 40;
const PORTION = 250;

export type LogParts = {
  /** Changes that are in memory already, in any order. */
  readonly atHand: readonly Change[];
  readonly keys: readonly BlockKey[];
  /** The changes of a batch; null when no copy has them. */
  readonly read: (key: BlockKey) => Promise<readonly Change[] | null>;
};

/** The changes of one replica, the next one last. */
type Strand = { readonly batches: BlockKey[]; ready: Change[] };

/** All changes in portions, newest first by the clock that decides the fold. Each comes once. */
export async function* readNewestFirst({ atHand, keys, read }: LogParts): AsyncGenerator<readonly Change[]> {
  const given = new Set<string>();
  const strands: Strand[] = [{ batches: [], ready: [...atHand].sort(oldestFirst) }];
  for (const name of new Set(keys.filter(isBatch).map((key) => key.name))) {
    const batches = keys.filter((key) => isBatch(key) && key.name === name).sort((a, b) => a.to - b.to);
    strands.push({ batches, ready: [] });
  }
  let portion: Change[] = [];
  for (;;) {
    await Promise.all(strands.map((strand) => refill(strand, read)));
    const newest = newestOf(strands);
    if (!newest) break;
    const name = nameText(newest);
    if (given.has(name)) continue;
    given.add(name);
    portion.push(newest);
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

async function refill(strand: Strand, read: LogParts['read']): Promise<void> {
  while (strand.ready.length === 0 && strand.batches.length > 0) {
    const next = strand.batches.splice(-AHEAD);
    const changes = (await Promise.all(next.map(read))).flatMap((batch) => batch ?? []);
    strand.ready = changes.sort((a, b) => a.seq - b.seq);
  }
}

function newestOf(strands: readonly Strand[]): Change | null {
  let newest: Strand | null = null;
  for (const strand of strands) {
    const change = strand.ready.at(-1);
    const best = newest?.ready.at(-1);
    if (change && (!best || oldestFirst(change, best) > 0)) newest = strand;
  }
  return newest?.ready.pop() ?? null;
}

function oldestFirst(a: Change, b: Change): number {
  return compareClocks(a.clock, b.clock) || (a.replica === b.replica ? a.seq - b.seq : a.replica < b.replica ? -1 : 1);
}

function isBatch(key: BlockKey): boolean {
  return key.kind === 'changes';
}

function nameText({ replica, seq }: ChangeName): string {
  return `${replica}/${seq}`;
}
