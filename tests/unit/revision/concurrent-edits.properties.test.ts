/** Two people code and edit one text without knowing of each other: every copy ends with the same text and all codings. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { Change, Draft } from '#shared/domain/change/change.ts';
import { freezeFold, thawFold } from '#shared/domain/change/fold-snapshot.ts';
import { invertChange } from '#shared/domain/change/invert.ts';
import { codePassage, type Extent } from '#shared/domain/coding/coding-edits.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { Project, type Author } from '#shared/domain/project/project.ts';
import { reviseContent, type TextEdit } from '#shared/domain/revision/revise-content.ts';
import { reviseSources } from '#shared/domain/revision/revision-edits.ts';
import { settleRevisions, unsettledRevisions } from '#shared/domain/revision/settle-revisions.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import { seededBytes } from '#tests/support/random.ts';
import { ANA, LUIS, smallProject } from '#tests/support/small-project.ts';
import { characterEnds, contentOf, editsOf, nameOf, texts } from '#tests/unit/revision/texts.ts';

const store = new Map<ContentHash, SourceContent>();
const contents = {
  add: (content: SourceContent) => {
    const hash = asId<'content'>(nameOf(content));
    store.set(hash, content);
    return Promise.resolve(hash);
  },
  load: (hash: ContentHash) => Promise.resolve(store.get(hash) ?? null),
};

/** One person's copy. */
class Desk {
  readonly project = new Project();
  readonly made: Change[] = [];
  private readonly author: Author;
  private readonly randomBytes;
  private now: number;

  constructor(log: readonly Change[], author: Author, seed: number) {
    for (const change of log) this.project.apply(change);
    this.author = author;
    this.now = author.nowMilliseconds;
    this.randomBytes = seededBytes(seed);
  }

  get source() {
    return this.project.all('source')[0]!;
  }

  get text(): string {
    return store.get(this.source.revision)!.text;
  }

  commit(draft: Draft | null): void {
    this.now += 1000;
    const change = draft && this.project.prepare(draft, { ...this.author, nowMilliseconds: this.now });
    if (!change) return;
    this.project.apply(change);
    this.made.push(change);
  }

  code({ start, end }: Extent, said: Map<CodingId, string>): void {
    const ends = characterEnds(this.text);
    const [from, to] = [ends[start % ends.length]!, ends[end % ends.length]!];
    if (from === to) return;
    const extent = { start: Math.min(from, to), end: Math.max(from, to) };
    const code = this.project.all('code')[0]!;
    const coding = { source: this.source, code, coder: this.author.person, codedAt: '', ...extent };
    const { id, draft } = codePassage(coding, this.randomBytes);
    this.commit(draft);
    said.set(id, this.text.slice(extent.start, extent.end));
  }

  async edit(edits: readonly TextEdit[]): Promise<void> {
    const inside = edits.filter(({ to }) => to <= this.text.length);
    const revised = reviseContent(store.get(this.source.revision)!, inside);
    const to = await contents.add(revised.content);
    const next = { source: this.source, to, characters: revised.content.text.length, ...revised };
    this.commit(reviseSources([next], 'edit', { person: this.author.person, at: String(this.now) }, this.randomBytes));
  }

  undo(): void {
    const last = this.made.at(-1);
    if (last) this.commit({ label: { key: 'take-back', values: {} }, ops: invertChange(this.project.fold, last).ops });
  }

  async settle(): Promise<void> {
    for (let round = 0; round < 5; round += 1) {
      this.commit(await settleRevisions(this.project, contents, { person: this.author.person, at: String(this.now) }));
    }
  }

  takeIn(changes: readonly Change[]): void {
    for (const change of changes) this.project.apply(change);
  }
}

const act = texts.chain((text) =>
  fc.oneof(
    fc.record({ what: fc.constant('code' as const), start: fc.nat(60), end: fc.nat(60) }),
    fc.record({ what: fc.constant('edit' as const), edits: editsOf(text.length) }),
    fc.constant({ what: 'undo' as const }),
  ),
);
const acts = fc.array(act, { maxLength: 6 });

async function start(text: string) {
  const small = smallProject();
  const content = contentOf(text);
  const revision = await contents.add(content);
  const source = small.project.all('source')[0]!;
  small.commit({
    label: { key: 'test', values: {} },
    ops: [setOperation('source', source.id, { revision, characters: text.length })],
  });
  return small.log;
}

async function work(
  desk: Desk,
  list: readonly (typeof acts extends fc.Arbitrary<infer Acts> ? Acts : never)[number][],
  said: Map<CodingId, string>,
) {
  for (const one of list) {
    if (one.what === 'code') desk.code(one, said);
    else if (one.what === 'edit') await desk.edit(one.edits);
    else desk.undo();
  }
}

const statesOf = ({ project }: Desk): unknown => ({
  source: project.all('source')[0],
  codings: [...project.all('coding')].sort((a, b) => (a.id < b.id ? -1 : 1)),
  fates: project
    .all('coding')
    .map(({ id }) => [id, project.fateOf(id)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
});

test('both copies agree, no coding is lost, an untouched quote is what was coded', async () => {
  await fc.assert(
    fc.asyncProperty(texts, acts, acts, acts, async (text, before, ofAna, ofLuis) => {
      const said = new Map<CodingId, string>();
      const log = await start(text);
      const both = new Desk(log, ANA, 3);
      await work(both, before, said);
      const common = [...log, ...both.made];
      const [ana, luis] = [new Desk(common, { ...ANA, replica: asId('ana-elsewhere') }, 5), new Desk(common, LUIS, 7)];
      await work(ana, ofAna, said);
      await work(luis, ofLuis, said);
      const [first, second] = [[...ana.made], [...luis.made]];
      ana.takeIn(second);
      luis.takeIn([...first].reverse());
      // Before anything is settled both copies read the same already.
      expect(statesOf(luis)).toEqual(statesOf(ana));
      // Each brings the texts together on its own, knowing nothing of the other's doing so.
      await ana.settle();
      await luis.settle();
      expect(luis.source.revision).toBe(ana.source.revision);
      expect(unsettledRevisions(ana.project, ana.source)).toEqual([]);
      ana.takeIn(luis.made);
      luis.takeIn(ana.made);
      expect(unsettledRevisions(ana.project, ana.source)).toEqual([]);
      expect(statesOf(luis)).toEqual(statesOf(ana));
      for (const { project } of [ana, luis, { project: new Project(thawFold(freezeFold(ana.project.fold))) }]) {
        const present = store.get(project.all('source')[0]!.revision)!.text;
        for (const coding of project.all('coding')) {
          const fate = project.fateOf(coding.id);
          expect(fate).not.toBe('unrelated');
          const quote = store.get(coding.revision)!.text.slice(coding.start, coding.end);
          if (fate !== 'changed') expect(quote).toBe(said.get(coding.id));
          if (fate !== 'gone') expect(quote).toBe(present.slice(coding.start, coding.end));
        }
      }
    }),
    { numRuns: 250 },
  );
});

test('what both wrote is in the text that comes of it, and a coding made meanwhile is where its words are', async () => {
  const said = new Map<CodingId, string>();
  const log = await start('P1: Juana vino en mayo.\nP2: El curso fue vueno.');
  const [ana, luis] = [new Desk(log, ANA, 5), new Desk(log, LUIS, 7)];
  await ana.edit([{ from: 4, to: 9, insert: '[nombre de mujer]' }]);
  await luis.edit([{ from: 41, to: 42, insert: 'b' }]);
  luis.code({ start: 28, end: 46 }, said);
  const [first, second] = [[...ana.made], [...luis.made]];
  ana.takeIn(second);
  luis.takeIn(first);
  await ana.settle();
  await luis.settle();
  expect(ana.text).toBe('P1: [nombre de mujer] vino en mayo.\nP2: El curso fue bueno.');
  expect(luis.text).toBe(ana.text);
  const [coding] = ana.project.all('coding');
  expect(ana.text.slice(coding!.start, coding!.end)).toBe('El curso fue bueno');
  expect(ana.project.fateOf(coding!.id)).toBeNull();
});
