/**
 * What copies bring that is not here yet: changes, and the sealed blocks to keep them by. Words that somebody has
 * withdrawn, here or there, are taken out on the way, so that an older copy never brings them back.
 */
import { fail, succeed, type Result } from '#shared/basics/result.ts';
import type { Change } from '#shared/domain/change/change.ts';
import { applyChange, createFold, isKnown, type Fold } from '#shared/domain/change/fold.ts';
import { nestFields } from '#shared/domain/change/fields.ts';
import { createScrubber } from '#shared/domain/consent/scrub-changes.ts';
import { doomedWords } from '#shared/domain/consent/withdrawn-words.ts';
import type { Withdrawal } from '#shared/domain/consent/withdrawal.ts';
import { unknownChanges } from '#shared/domain/merge/merge-changes.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';
import { coversRange, lastSequence } from '#shared/domain/change/sequence-set.ts';
import type { Block, BlockKey } from '#shared/formats/project-file/block.ts';
import { createCleaner, type Seal } from '#shared/formats/project-file/clean-blocks.ts';
import { readDoomedTexts } from '#shared/formats/project-file/doomed-texts.ts';
import { openAllChanges, type OpenedCopy } from '#shared/formats/project-file/open-copy.ts';
import { resealBlocks } from '#shared/formats/project-file/reseal.ts';
import { coverage, missingKeys } from '#shared/formats/project-file/unite-stores.ts';

type ReadableStore = Pick<BlockStore<unknown>, 'list' | 'read'>;

export type TakenIn = {
  /** Changes that were not known, each once, without withdrawn words. */
  readonly changes: readonly Change[];
  /** Blocks to append to the stores here, sealed with the keys here; texts before the changes that speak of them. */
  readonly blocks: readonly Block[];
  /** What withdrawn people said, where a copy here or there still had it: to be cut out of what stands here, too. */
  readonly withdrawnTexts: readonly string[];
  /** Whether a withdrawal came in that was not known here. */
  readonly bringsWithdrawal: boolean;
};

/** Which of the copies cannot be taken in after all. */
export type BadCopy = { readonly copy: number; readonly refusal: 'damaged' | 'gap' };

/** Works out what these copies bring. Nothing is written. */
export async function takeIn(
  copies: readonly OpenedCopy[],
  here: { readonly store: ReadableStore; readonly fold: Fold },
  seal: Seal,
): Promise<Result<TakenIn, BadCopy>> {
  const known = [...(await here.store.list())];
  const found: { blocks: Block[]; changes: Change[]; all: Block[]; log: Change[] } = {
    blocks: [],
    changes: [],
    all: [],
    log: [],
  };
  const knowsWithdrawals = here.fold.entries.withdrawal.size > 0;
  for (const [place, copy] of wholeOnesFirst(copies)) {
    const ours = await underOurKeys(copy, seal);
    if (!ours.ok) return fail({ copy: place, refusal: 'damaged' });
    if (copy.header.holds === 'changes' && leavesGap(known, ours.value)) return fail({ copy: place, refusal: 'gap' });
    const missing = new Set(missingKeys(known, ours.value).map(keyText));
    const blocks = ours.value.filter((block) => missing.has(keyText(block)));
    const changes = await openAllChanges(seal.keyring, blocks);
    // What somebody said and who said it: only asked where somebody has withdrawn.
    const isAsked = knowsWithdrawals || (changes.ok && withdrawalsIn([...found.changes, ...changes.value]).length > 0);
    const log = isAsked ? await openAllChanges(seal.keyring, ours.value) : succeed([]);
    if (!changes.ok || !log.ok) return fail({ copy: place, refusal: 'damaged' });
    found.blocks.push(...blocks);
    found.all.push(...ours.value);
    found.log.push(...log.value);
    found.changes.push(...changes.value.filter((change) => !isKnown(here.fold, change)));
    known.push(...blocks);
  }
  const changes = unknownChanges(here.fold, found.changes);
  const brought = withdrawalsIn(changes);
  const withdrawals = [...withdrawalsOf(here.fold), ...brought];
  const blocks = [...found.blocks].sort((a, b) => Number(a.kind === 'changes') - Number(b.kind === 'changes'));
  if (withdrawals.length === 0) {
    return succeed({ changes, blocks, withdrawnTexts: [], bringsWithdrawal: false });
  }
  const texts = await withdrawnTexts(withdrawals, found.log, found.all, here, seal);
  const withdrawn = { withdrawals, log: found.log, texts };
  const { clean } = await createCleaner(withdrawn, seal);
  const { scrub } = createScrubber(withdrawals, found.log, texts);
  return succeed({
    changes: changes.map(scrub),
    blocks: await clean(blocks),
    withdrawnTexts: texts,
    bringsWithdrawal: brought.length > 0,
  });
}

/** What only somebody's news hold may rest on what a whole copy beside it brings. */
function wholeOnesFirst(copies: readonly OpenedCopy[]): readonly (readonly [place: number, copy: OpenedCopy])[] {
  const rank = ({ header }: OpenedCopy): number => (header.holds === 'changes' ? 1 : 0);
  return [...copies.entries()].sort(([, a], [, b]) => rank(a) - rank(b));
}

/** Whether changes would come in without those before them: who then goes on writing would claim to have seen these. */
function leavesGap(known: readonly BlockKey[], news: readonly BlockKey[]): boolean {
  const before = coverage(known);
  const after = coverage([...known, ...news]);
  return [...coverage(news)].some(([name, set]) => {
    const last = lastSequence(before.get(name) ?? []);
    const first = set.find(([, to]) => to > last)?.[0] ?? 0;
    return first > last + 1 && !coversRange(after.get(name) ?? [], last + 1, first - 1);
  });
}

async function underOurKeys(copy: OpenedCopy, seal: Seal): Promise<Result<readonly Block[], 'damaged'>> {
  if (copy.hasOurKeys) return succeed(copy.blocks);
  const { keyring, digest, randomBytes } = seal;
  const resealed = await resealBlocks(copy.blocks, { from: copy.keyring, to: keyring }, digest, randomBytes);
  return resealed.ok ? resealed : fail('damaged');
}

async function withdrawnTexts(
  withdrawals: readonly Withdrawal[],
  log: readonly Change[],
  blocks: readonly Block[],
  here: { readonly store: ReadableStore; readonly fold: Fold },
  { keyring, digest }: Seal,
): Promise<readonly string[]> {
  const byName = new Map(blocks.map((block) => [keyText(block), block]));
  const there: ReadableStore = {
    list: () => Promise.resolve(blocks),
    read: (key) => Promise.resolve(byName.get(keyText(key)) ?? null),
  };
  const doomed = await readDoomedTexts([here.store, there], keyring, digest);
  if (doomed.size === 0) return [];
  // Who spoke is known where it was not scrubbed yet: here or there.
  const fold = createFold();
  for (const change of log) applyChange(fold, change);
  return [...new Set([...doomedWords(withdrawals, here.fold, doomed), ...doomedWords(withdrawals, fold, doomed)])];
}

function withdrawalsOf(fold: Fold): readonly Withdrawal[] {
  return [...fold.entries.withdrawal.values()].flatMap(({ record }) =>
    record ? [record as unknown as Withdrawal] : [],
  );
}

function withdrawalsIn(changes: readonly Change[]): readonly Withdrawal[] {
  return changes
    .flatMap(({ ops }) => ops)
    .flatMap((operation) =>
      operation.kind === 'withdrawal' && operation.op === 'set' && operation.fields['contents'] !== undefined
        ? [nestFields('withdrawal', operation.id, operation.fields) as unknown as Withdrawal]
        : [],
    );
}
