/** What edits of a text do to what is coded in it: nothing is moved to other words, nothing is lost. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { RevisionGraph } from '#shared/domain/revision/revision-graph.ts';
import { applyEdits, reviseContent } from '#shared/domain/revision/revise-content.ts';
import { uniteVersions } from '#shared/domain/revision/unite-edits.ts';
import { invertSections, lengthsOf, mapExtent, replacementsOf } from '#shared/domain/revision/sections.ts';
import { characterEnds, contentOf, editsOf, nameOf, texts } from '#tests/unit/revision/texts.ts';

const cases = texts.chain((text) => {
  const ends = characterEnds(text);
  const end = fc.constantFrom(...ends);
  return fc.record({
    text: fc.constant(text),
    edits: editsOf(text.length),
    others: editsOf(text.length),
    codings: fc.array(
      fc
        .tuple(end, end)
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 8 },
    ),
  });
});

test('an untouched quote stays identical, a touched one is reported, ends never fall inside a character', () => {
  fc.assert(
    fc.property(cases, ({ text, edits, codings }) => {
      const { content, sections } = reviseContent(contentOf(text), edits);
      expect(content.text).toBe(applyEdits(text, edits));
      expect(lengthsOf(sections)).toEqual({ before: text.length, after: content.text.length });
      const replacements = replacementsOf(sections);
      const boundaries = new Set(characterEnds(content.text));
      for (const coding of codings) {
        const quote = text.slice(coding.start, coding.end);
        const mapped = mapExtent(replacements, coding);
        const isHit = replacements.some(({ from, to }) =>
          from === to ? coding.start < from && from < coding.end : from < coding.end && coding.start < to,
        );
        if (!mapped) {
          // Gone only where all of it was taken away and nothing put in its place.
          expect(
            replacements.some(
              ({ from, to, newFrom, newTo }) => from <= coding.start && to >= coding.end && newFrom === newTo,
            ),
          ).toBe(true);
          continue;
        }
        expect(mapped.isTouched).toBe(isHit);
        if (!mapped.isTouched) expect(content.text.slice(mapped.start, mapped.end)).toBe(quote);
        expect(boundaries.has(mapped.start) && boundaries.has(mapped.end)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test('order is kept: what stood before another stands before it still', () => {
  fc.assert(
    fc.property(cases, ({ text, edits, codings }) => {
      const replacements = replacementsOf(reviseContent(contentOf(text), edits).sections);
      for (const one of codings) {
        for (const other of codings) {
          const [a, b] = [mapExtent(replacements, one), mapExtent(replacements, other)];
          if (a && b && !a.isTouched && !b.isTouched && one.end <= other.start) expect(a.end <= b.start).toBe(true);
        }
      }
    }),
  );
});

test('going back gives every coding made before the edit its very place', () => {
  fc.assert(
    fc.property(cases, ({ text, edits, codings }) => {
      const before = contentOf(text);
      const { content, sections } = reviseContent(before, edits);
      const [from, to] = [asId<'content'>('a'), asId<'content'>('b')];
      const graph = new RevisionGraph([{ from, to, sections }]);
      for (const coding of codings) {
        expect(graph.follow(coding, from, from)).toEqual({ ...coding, isTouched: false });
        const there = graph.follow(coding, from, to);
        if (there === 'unrelated') throw new Error('There is a way.');
        if (!there || there.isTouched) continue;
        expect(graph.follow(there, to, from)).toEqual({ ...coding, isTouched: false });
      }
      expect(applyEdits(content.text, [])).toBe(content.text);
      expect(invertSections(invertSections(sections))).toEqual(sections);
    }),
  );
});

test('segments stay in the text, in order, and keep the words that nobody edited', () => {
  fc.assert(
    fc.property(cases, ({ text, edits }) => {
      const before = contentOf(text);
      const { content, sections } = reviseContent(before, edits);
      const replacements = replacementsOf(sections);
      content.segments.forEach((segment, place) => {
        expect(segment.start).toBeLessThan(segment.end);
        expect(segment.end).toBeLessThanOrEqual(content.text.length);
        const next = content.segments[place + 1];
        if (next) expect(segment.end).toBeLessThanOrEqual(next.start);
      });
      const now = new Set(content.segments.map(({ start, end }) => content.text.slice(start, end)));
      for (const { start, end } of before.segments) {
        const isHit = replacements.some(({ from, to }) => from <= end && start <= to);
        if (!isHit) expect(now).toContain(text.slice(start, end));
      }
    }),
  );
});

test('two people at once: the same text on both copies, both edits in it, untouched quotes identical', () => {
  fc.assert(
    fc.property(cases, ({ text, edits, others, codings }) => {
      const base = contentOf(text);
      const [ana, luis] = [reviseContent(base, edits), reviseContent(base, others)];
      const name = (content: typeof base) => asId<'content'>(nameOf(content));
      const [root, a, b] = [name(base), name(ana.content), name(luis.content)];
      fc.pre(new Set([root, a, b]).size === 3);
      const edges = [
        { from: root, to: a, sections: ana.sections },
        { from: root, to: b, sections: luis.sections },
      ];
      const [one, other] = [
        { hash: a, content: ana.content },
        { hash: b, content: luis.content },
      ];
      const united = uniteVersions(new RevisionGraph(edges), one, other);
      const again = uniteVersions(new RevisionGraph([...edges].reverse()), other, one);
      if (!united) throw new Error('They have a text in common.');
      expect(again).toEqual(united);
      const to = name(united.content);
      for (const { from, sections } of united.ways) {
        const length = (from === a ? ana : luis).content.text.length;
        expect(lengthsOf(sections)).toEqual({ before: length, after: united.content.text.length });
      }
      const graph = new RevisionGraph([...edges, ...united.ways.map((way) => ({ ...way, to }))]);
      for (const coding of codings) {
        const mapped = graph.follow(coding, root, to);
        if (mapped === 'unrelated') throw new Error('There is a way.');
        if (!mapped || mapped.isTouched) continue;
        expect(united.content.text.slice(mapped.start, mapped.end)).toBe(text.slice(coding.start, coding.end));
      }
      // Words that one of them put in are there, unless the other took the very place away with a longer stretch.
      const far = edits.every((edit) => others.every((own) => edit.to + 40 < own.from || own.to + 40 < edit.from));
      if (far) {
        for (const { insert } of [...edits, ...others]) expect(united.content.text).toContain(insert);
      }
    }),
    { numRuns: 400 },
  );
});
