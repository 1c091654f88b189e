import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCoOccurrences } from '#shared/analysis/co-occurrence.ts';
import { asId } from '#shared/basics/ids.ts';
import { ExampleProject } from '#tests/unit/analysis/example-project.ts';

it('counts what a naive look at all pairs counts', () => {
  const coding = fc.record({
    source: fc.nat({ max: 2 }),
    code: fc.nat({ max: 3 }),
    start: fc.nat({ max: 20 }),
    length: fc.integer({ min: 1, max: 10 }),
  });
  fc.assert(
    fc.property(fc.array(coding, { maxLength: 14 }), (given) => {
      const example = new ExampleProject();
      const sources = [0, 1, 2].map((n) => example.addSource(`s${n}`, 'interview'));
      const codes = [0, 1, 2, 3].map((n) => example.addCode(`c${n}`, null));
      for (const { source, code, start, length } of given) {
        example.code(
          sources[source] ?? asId<'source'>(''),
          codes[code] ?? asId<'code'>(''),
          'supports',
          start,
          start + length,
        );
      }
      const naive = new Map<string, { pairs: number; sources: Set<number> }>();
      given.forEach((one, place) => {
        for (const other of given.slice(place + 1)) {
          const overlaps = one.start < other.start + other.length && other.start < one.start + one.length;
          if (one.source !== other.source || one.code === other.code || !overlaps) continue;
          const key = [one.code, other.code]
            .sort()
            .map((n) => `c${n}`)
            .join(' ');
          const count = naive.get(key) ?? { pairs: 0, sources: new Set<number>() };
          count.pairs += 1;
          count.sources.add(one.source);
          naive.set(key, count);
        }
      });
      const counted = countCoOccurrences(example.facts(), ({ code }) => code);
      expect(new Map(counted.map(({ a, b, pairs, sources: count }) => [`${a} ${b}`, [pairs, count]]))).toEqual(
        new Map([...naive].map(([key, { pairs, sources: own }]) => [key, [pairs, own.size]])),
      );
    }),
  );
});
