/** `merge`: takes the work of other copies into a project; what cannot be taken in is refused and named. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { tryDisk } from '#electron/disk/disk-failure.ts';
import type { Command, CommandCall } from '#electron/headless/command.ts';
import { refuse, stop, type CommandFailure } from '#electron/headless/failure.ts';
import { describeMerge, mergeJson, type RefusedCopy } from '#electron/headless/merge-words.ts';
import { readOtherPassphrases } from '#electron/headless/passphrase.ts';
import { openToWrite, type ProjectSession } from '#electron/headless/project-session.ts';
import { explainDisk, explainHeader, explainUnlock } from '#electron/headless/refusals.ts';
import { tidyAfterWithdrawals, withdrawnContents, withdrawStrays } from '#shared/domain/consent/withdrawal-edits.ts';
import { mergeChanges, type MergeReport } from '#shared/domain/merge/merge-changes.ts';
import { settleRevisions, unsettledRevisions } from '#shared/domain/revision/settle-revisions.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Withdrawal } from '#shared/domain/consent/withdrawal.ts';
import type { Block } from '#shared/formats/project-file/block.ts';
import { createCleaner, type Seal } from '#shared/formats/project-file/clean-blocks.ts';
import { openCopy, type CopyRefusal, type OpenedCopy } from '#shared/formats/project-file/open-copy.ts';
import { takeIn, type TakenIn } from '#shared/formats/project-file/take-in.ts';
import { readBlocks } from '#shared/formats/project-file/unite-stores.ts';

const MOST_ROUNDS = 50;

type NamedCopy = OpenedCopy & { readonly file: string };

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'merges copies into FILE; lists what was added and changed, conflicts, and what was refused',
  operands: ['FILE', 'OTHER…'],
  options: {
    'other-passphrase-file': {
      value: 'F',
      many: true,
      about: 'passphrases of the other copies, one a line; all are tried',
    },
    'dry-run': { value: null, about: 'says what would come in, and writes nothing' },
  },
  details: [
    'The copies may come in any order and any number of times; the result is the same, and they are never written.',
    'A copy that shares its keys with FILE needs no passphrase. For the others TRIANGULA_OTHER_PASSPHRASE, the lines',
    'of --other-passphrase-file and the passphrase of FILE are tried in turn.',
    'Where two people wrote one field without knowing of each other, the later value stands and the other is listed.',
    'A copy that is refused is named, and the others are merged. Leaves with 1, and FILE as it was, when all were refused.',
  ],
  run: async (call) => {
    const passphrases = await readOtherPassphrases(call);
    const answer = await openToWrite(call, async (session) => {
      const { copies, refused } = await openCopies(call, session, passphrases);
      const [first] = refused;
      if (copies.length === 0 && first) stop(first.failure);
      const report = await takeOver(call, session, copies);
      if (call.has('dry-run')) session.forget();
      return {
        json: mergeJson(session.project, report, refused),
        text: describeMerge(session.project, report),
        refused,
      };
    });
    for (const { failure } of answer.refused) {
      call.surroundings.remark(`refused: ${failure.message} ${failure.hint}`);
    }
    return { json: answer.json, text: answer.text };
  },
};

async function openCopies(
  call: CommandCall,
  session: ProjectSession,
  passphrases: readonly string[],
): Promise<{ readonly copies: readonly NamedCopy[]; readonly refused: readonly RefusedCopy[] }> {
  const { digest, keyring } = session.opened;
  const copies: NamedCopy[] = [];
  const refused: RefusedCopy[] = [];
  const others = [...new Set(call.operandsFrom(1).map((name) => resolve(call.surroundings.folder, name)))];
  for (const [place, path] of others.entries()) {
    call.surroundings.progress(`${place + 1} of ${others.length}: ${basename(path)}`);
    const bytes = await tryDisk(path, async () => new Uint8Array(await readFile(path)));
    const file = basename(path);
    if (!bytes.ok) {
      refused.push({ file, failure: explainDisk(bytes.failure) });
      continue;
    }
    const opened = await openCopy(bytes.value, digest, { ours: keyring, passphrases });
    if (opened.ok) copies.push({ ...opened.value, file });
    else refused.push({ file, failure: explainRefusal(opened.failure, file) });
  }
  call.surroundings.progress('');
  return { copies, refused };
}

/** Why a copy is not merged. */
function explainRefusal(refusal: CopyRefusal, name: string): CommandFailure {
  switch (refusal) {
    case 'another-evaluation':
      return refuse(
        'another-evaluation',
        `${name} belongs to another evaluation; nothing was taken from it.`,
        'Merge copies of one evaluation only.',
      );
    case 'damaged':
      return refuse(
        'damaged',
        `Part of ${name} cannot be read; nothing was taken from it.`,
        'Ask for it again, or save what can be read with: triangula rescue',
      );
    case 'gap':
      return refuse(
        'gap',
        `${name} holds only what came after changes that are missing here; nothing was taken from it.`,
        'Ask for a whole copy.',
      );
    case 'not-ours':
    case 'too-new':
      return explainHeader(refusal, name);
    case 'passphrase-needed':
      return refuse(
        'passphrase-needed',
        `${name} is sealed with other keys.`,
        'Set TRIANGULA_OTHER_PASSPHRASE or give --other-passphrase-file F.',
      );
    case 'wrong-passphrase':
      return explainUnlock(refusal, name);
  }
}

async function takeOver(
  call: CommandCall,
  session: ProjectSession,
  copies: readonly NamedCopy[],
): Promise<MergeReport> {
  const { project, opened } = session;
  const seal: Seal = { ...opened, randomBytes: call.surroundings.randomBytes };
  const taken = await takeIn(copies, { store: opened.file, fold: project.fold }, seal);
  if (!taken.ok) return stop(explainRefusal(taken.failure.refusal, copies[taken.failure.copy]?.file ?? ''));
  const report = mergeChanges(project.fold, taken.value.changes, (changes) =>
    project.applyAll(changes).map(({ deltas }) => deltas),
  );
  const { blocks } = taken.value;
  await settleTexts(call, session, blocks);
  const by = { person: session.author.person, at: call.now().toISOString() };
  const strays = withdrawStrays(project, by, call.surroundings.randomBytes);
  if (strays) session.edit(strays);
  if (taken.value.bringsWithdrawal || strays) await cleanFile(session, taken.value, seal);
  else session.takeOver(blocks);
  await tidyUp(session, blocks);
  return report;
}

/** Brings together what two people wrote into one text without knowing of each other. */
async function settleTexts(call: CommandCall, session: ProjectSession, taken: readonly Block[]): Promise<void> {
  const { project, author } = session;
  const contents = {
    load: (hash: ContentHash) => session.content(hash, taken),
    add: (content: SourceContent) => session.addContent(content),
  };
  // Three people at once are brought together pair by pair; what cannot be brought together stays as it is.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (!project.all('source').some((source) => unsettledRevisions(project, source).length > 0)) return;
    const by = { person: author.person, at: call.now().toISOString() };
    const draft = await settleRevisions(project, contents, by);
    if (!draft) return;
    session.edit(draft);
  }
}

/** A withdrawal that comes in takes the words out of this file as well. */
async function cleanFile(session: ProjectSession, taken: TakenIn, seal: Seal): Promise<void> {
  const { project, opened } = session;
  const withdrawals: readonly Withdrawal[] = project.all('withdrawal');
  const log = [...opened.changes, ...taken.changes];
  const { clean, erasures } = await createCleaner({ withdrawals, log, texts: taken.withdrawnTexts }, seal);
  const before = await readBlocks(opened.file, await opened.file.list());
  const kept: readonly Block[] = [...before, ...taken.blocks].filter(({ kind }) => kind !== 'erasure');
  session.rewriteWith([...(await clean(kept)), ...erasures, ...otherErasures([...before, ...taken.blocks], erasures)]);
}

/** Erasures of other things than these withdrawals name, such as lists of identities. */
function otherErasures(blocks: readonly Block[], erasures: readonly Block[]): readonly Block[] {
  const names = new Set(erasures.map(({ name, from }) => `${from}/${name}`));
  const byName = new Map<string, Block>();
  for (const block of blocks) {
    const name = `${block.from}/${block.name}`;
    if (block.kind === 'erasure' && !names.has(name)) byName.set(name, block);
  }
  return [...byName.values()];
}

/** What somebody coded before they knew that the words were withdrawn. */
async function tidyUp(session: ProjectSession, taken: readonly Block[]): Promise<void> {
  const { project } = session;
  const texts = new Map<string, string>();
  for (const replacement of withdrawnContents(project).values()) {
    const content = replacement && (await session.content(replacement, taken));
    if (content) texts.set(replacement, content.text);
  }
  const draft = tidyAfterWithdrawals(project, (hash) => texts.get(hash));
  if (draft) session.edit(draft);
}
