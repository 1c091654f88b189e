/** Our own evaluation goes out and comes back whole; any text, any place in it, in every flavour. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { asId } from '#shared/basics/ids.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import { directions } from '#shared/domain/coding/coding.ts';
import {
  addConclusion,
  addFinding,
  addRecommendation,
  judgeConvergence,
  setChainLink,
} from '#shared/domain/findings/finding-edits.ts';
import { kinds } from '#shared/domain/kinds.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import { addSources } from '#shared/domain/source/source-edits.ts';
import { encodeContent, hashContent } from '#shared/formats/project-file/content-block.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { refiFlavours } from '#shared/formats/refi/count-positions.ts';
import { newSource } from '#tests/support/small-project.ts';
import { seededBytes } from '#tests/support/random.ts';
import { author, emptyHeld, importInto, segmentsIn, type Held } from '#tests/unit/refi/support.ts';
import { complaintsOf, exportFrom, unpack } from '#tests/unit/refi/written.ts';

const draw = seededBytes(3);

function commit(held: Held, draft: Draft): void {
  const change = held.project.prepare(draft, author);
  if (change) held.project.apply(change);
}

type Place = { readonly start: number; readonly end: number };

/** An evaluation with one source of this text and a coding at each place, on codes in turn. */
async function evaluationOf(text: string, places: readonly Place[], name = 'E-01'): Promise<Held> {
  const held = emptyHeld();
  const digest = await loadDigest();
  const content: SourceContent = {
    text,
    segments: text === '' ? [] : [{ start: 0, end: text.length, role: 'turn', speaker: 'P1' }],
    table: null,
  };
  const revision = hashContent(digest, encodeContent(content));
  held.contents.set(revision, content);
  const participant = {
    codeName: 'KII-01',
    group: 'Police',
    gender: 'female',
    interventions: {},
    attributes: { Age: '34' },
  };
  const source = newSource(name, {
    revision,
    characters: text.length,
    attributes: { State: 'Jalisco', Visits: '3' },
    speakers: [{ label: 'P1', as: participant }],
  });
  const { ids, draft } = addSources(held.project, [source], draw);
  commit(held, draft);
  const codes = held.project.all('code');
  const ops = places.map(({ start, end }, index): Operation =>
    setOperation('coding', asId<'coding'>(`c${String(index).padStart(15, '0')}`), {
      source: ids[0] as never,
      revision,
      start,
      end,
      code: codes[index % codes.length]?.id as never,
      direction: directions[index % 4] ?? 'supports',
      coder: author.person,
      memo: index % 3 === 0 ? `memo <${index}> & "more"\nline` : '',
      codedAt: `2026-01-0${(index % 9) + 1}T10:00:00.12${index % 10}Z`,
    }),
  );
  if (ops.length > 0) commit(held, { label: { key: 'add-codings', values: { count: ops.length } }, ops });
  return held;
}

function recordsOf(held: Held): unknown {
  const left = new Set(['evaluation']);
  return Object.fromEntries(
    kinds
      .filter((kind) => !left.has(kind))
      .map((kind) => [
        kind,
        [...held.project.all(kind)].map((record) => ({ ...record })).sort((a, b) => (a.id < b.id ? -1 : 1)),
      ]),
  );
}

describe('our own evaluation', () => {
  it('comes back whole: directions, findings, recommendations, judgements, speakers, attributes', async () => {
    const text = 'Interviewer: Why?\nP1: The 😀 training came late, they said.\n';
    const held = await evaluationOf(text, [
      { start: 22, end: 37 },
      { start: 22, end: 37 },
      { start: 18, end: 30 },
    ]);
    const { project } = held;
    const [criterion] = project.all('code');
    if (!criterion) throw new Error('There is no criterion.');
    const finding = addFinding(
      project,
      { criterion, title: 'Late', text: 'It came late.', evidence: project.all('coding').slice(0, 2) },
      draw,
    );
    commit(held, finding.draft);
    const conclusion = addConclusion(project, 'So it was.', draw);
    commit(held, conclusion.draft);
    commit(held, setChainLink('conclusion', { id: conclusion.id, number: 'C1' }, 'findings', finding.id, true));
    commit(held, addRecommendation(project, 'Begin earlier.', draw).draft);
    commit(
      held,
      judgeConvergence({
        subject: criterion.id,
        columns: 'method',
        convergence: 'dissonance',
        reason: 'They differ.',
        by: author.person,
      }),
    );

    const { bytes, losses } = await exportFrom(held);
    const { xml } = unpack(bytes);
    expect(await complaintsOf(xml, 'Project.xsd')).toEqual([]);
    expect(losses?.map(({ code }) => code)).toEqual(['structure-in-note']);
    // What others see of it.
    for (const seen of [
      'name="contradicts"',
      'name="F1.1 Late"',
      '<PlainTextContent>So it was.</PlainTextContent>',
      'They differ.',
      'direction="OneWay"',
      'name="KII-01"',
    ]) {
      expect(xml).toContain(seen);
    }
    const back = emptyHeld();
    await importInto(back, 'own.qdpx', bytes);
    expect(recordsOf(back)).toEqual(recordsOf(held));
    expect([...back.contents.keys()]).toEqual([...held.contents.keys()]);
    // Into the very evaluation that it came from, nothing comes.
    expect((await importInto(held, 'own.qdpx', bytes)).draft.ops).toEqual([]);
  });

  it('keeps codings and directions when another program lost the note', async () => {
    const held = await evaluationOf('One two three four.', [
      { start: 0, end: 3 },
      { start: 4, end: 7 },
      { start: 8, end: 13 },
    ]);
    const { bytes } = await exportFrom(held, { isForTeam: false });
    const back = emptyHeld();
    await importInto(back, 'own.qdpx', bytes);
    const factsOf = (one: Held) =>
      one.project.all('coding').map(({ id, direction, memo, code }) => ({ id, direction, memo, code }));
    expect(factsOf(back)).toEqual(factsOf(held));
    expect(segmentsIn(back)).toEqual(segmentsIn(held));
  });
});

const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', ' ', 'é', 'ñ', '.', '&', '<', '"') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('😀', '𝒳', '👩‍👩‍👧', '早', 'ش', 'e\u0301', '\u200d', '\u00a0', '\u2028', '\n', '\n\n', '\t'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }) },
);

/** Any text of ours: no CR, whole characters; with places that split no pair. */
const textWithPlaces = fc
  .array(unit, { minLength: 1, maxLength: 60 })
  .map((units) =>
    units
      .join('')
      .replace(/\r\n?/g, '\n')
      .replace(/\ufeff/g, ''),
  )
  .filter((text) => text.length > 0)
  .chain((text) => {
    const starts = [0];
    for (const character of text) starts.push((starts.at(-1) ?? 0) + character.length);
    const place = fc
      .tuple(fc.nat(starts.length - 1), fc.nat(starts.length - 1))
      .map(([a, b]) => ({ start: starts[Math.min(a, b)] ?? 0, end: starts[Math.max(a, b)] ?? 0 }))
      .filter(({ start, end }) => start < end);
    return fc.record({ text: fc.constant(text), places: fc.array(place, { minLength: 1, maxLength: 6 }) });
  });

describe.each(refiFlavours)('any text for %s', (flavour) => {
  it('comes back letter by letter with every coding where it was', async () => {
    await fc.assert(
      fc.asyncProperty(textWithPlaces, async ({ text, places }) => {
        const held = await evaluationOf(text, places);
        const back = emptyHeld();
        const { bytes } = await exportFrom(held, { flavour });
        await importInto(back, 'own.qdpx', bytes);
        expect(segmentsIn(back)).toEqual(segmentsIn(held));
        const [source] = back.project.all('source');
        expect(back.contents.get(source?.revision as never)?.text).toBe(text);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
