/** A further wave of a questionnaire: new respondents join behind, nothing that is there is touched, changes are told. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { maskContent } from '#shared/domain/consent/mask-content.ts';
import { isWaveOf, keepRoles, planWave } from '#shared/domain/source/questionnaire-wave.ts';
import type { QuestionnaireColumn, SourceContent } from '#shared/domain/source/source-content.ts';
import { applyPlan } from '#shared/formats/questionnaire/column-plan.ts';
import { RevisionGraph } from '#shared/domain/revision/revision-graph.ts';
import { reviseContent } from '#shared/domain/revision/revise-content.ts';
import { uniteVersions } from '#shared/domain/revision/unite-edits.ts';
import { nameOf } from '#tests/unit/revision/texts.ts';

const columns: readonly QuestionnaireColumn[] = [
  { name: 'id', label: 'id', role: 'id' },
  { name: 'sex', label: 'Sex', role: 'attribute' },
  { name: 'why', label: 'Why did you come?', role: 'open' },
];

function contentOf(rows: readonly (readonly string[])[], own: readonly QuestionnaireColumn[] = columns): SourceContent {
  return applyPlan({ columns: own, rows }, { columns: own });
}

function answers({ text, segments }: SourceContent): readonly string[] {
  return segments.map(({ start, end, respondent }) => `${respondent}: ${text.slice(start, end)}`);
}

const first = contentOf([
  ['R1', 'woman', 'For the water.'],
  ['R2', 'man', 'My sister said so.'],
]);

describe('a further wave', () => {
  test('adds new respondents behind the others and lists what known ones answer otherwise', () => {
    const wave = planWave(
      first,
      contentOf([
        ['R3', 'woman', 'To learn.'],
        ['R1', 'woman', 'For the water, and the school.'],
        ['R4', 'man', ''],
      ]),
    );
    expect(wave?.added).toEqual(['R3', 'R4']);
    expect(wave?.missing).toEqual(['R2']);
    expect(wave?.changed).toEqual([
      {
        respondent: 'R1',
        column: 'why',
        label: 'Why did you come?',
        before: 'For the water.',
        after: 'For the water, and the school.',
      },
    ]);
    expect(answers(wave!.content)).toEqual(['R1: For the water.', 'R2: My sister said so.', 'R3: To learn.']);
    expect(wave?.content.table?.respondents).toEqual(['R1', 'R2', 'R3', 'R4']);
    expect(wave?.content.table?.rows.at(-1)).toEqual(['R4', 'man', '']);
  });

  test('brings new questions along, with what known respondents answer to them', () => {
    const wider = [...columns, { name: 'more', label: 'What else?', role: 'open' as const }];
    const wave = planWave(
      first,
      contentOf(
        [
          ['R1', 'woman', 'For the water.', 'The road.'],
          ['R3', 'man', 'To see.', 'Nothing.'],
        ],
        wider,
      ),
    );
    expect(wave?.newColumns).toEqual(['more']);
    expect(answers(wave!.content).slice(2)).toEqual(['R1: The road.', 'R3: To see.', 'R3: Nothing.']);
    expect(wave?.content.table?.rows[0]).toEqual(['R1', 'woman', 'For the water.', 'The road.']);
    expect(wave?.content.table?.rows[1]).toEqual(['R2', 'man', 'My sister said so.', '']);
  });

  test('is known by its id and its columns, and takes the roles that were corrected before', () => {
    expect(isWaveOf(first.table!, columns)).toBe(true);
    expect(isWaveOf(first.table!, columns.slice(1))).toBe(false);
    expect(isWaveOf(first.table!, [columns[0]!, { name: 'x', label: 'x', role: 'open' }])).toBe(false);
    const guessed = columns.map(
      (column) => ({ ...column, role: column.role === 'id' ? column.role : 'ignore' }) as const,
    );
    expect(keepRoles(first.table!.columns, guessed).map(({ role }) => role)).toEqual(['id', 'attribute', 'open']);
  });

  const row = (id: string) =>
    fc.tuple(fc.constant(id), fc.constantFrom('woman', 'man', ''), fc.string({ unit: 'grapheme' }));
  const rowsOf = (ids: readonly string[]) => fc.subarray([...ids]).chain((chosen) => fc.tuple(...chosen.map(row)));

  test('never changes a code unit of what was there, names all the rest, and adds nothing the second time', () => {
    fc.assert(
      fc.property(rowsOf(['A', 'B', 'C', 'D']), rowsOf(['C', 'D', 'E', 'F']), (before, after) => {
        const known = contentOf(before);
        const read = contentOf(after);
        const wave = planWave(known, read)!;
        expect(wave.content.text.startsWith(known.text)).toBe(true);
        expect(wave.content.segments.slice(0, known.segments.length)).toEqual(known.segments);
        expect(wave.content.table?.rows.slice(0, before.length)).toEqual(known.table?.rows);
        const isNew = new Set(wave.added);
        expect(answers(wave.content).slice(known.segments.length)).toEqual(
          answers(read).filter((answer) => isNew.has(answer.slice(0, answer.indexOf(':')))),
        );
        expect(planWave(wave.content, read)?.added).toEqual([]);
        expect(planWave(wave.content, read)?.content.text).toBe(wave.content.text);
      }),
    );
  });
});

describe('two people at once', () => {
  const origin = { hash: asId<'content'>(nameOf(first)), content: first };
  const versionOf = (content: SourceContent) => ({ hash: asId<'content'>(nameOf(content)), content });

  test('a wave and a correction come together, whoever is first', () => {
    const wave = planWave(first, contentOf([['R3', 'woman', 'To learn.']]))!;
    const corrected = reviseContent(first, [{ from: 8, to: 13, insert: 'river' }]);
    const [withWave, withCorrection] = [versionOf(wave.content), versionOf(corrected.content)];
    const graph = new RevisionGraph([
      { from: origin.hash, to: withWave.hash, sections: wave.sections },
      { from: origin.hash, to: withCorrection.hash, sections: corrected.sections },
    ]);
    const united = uniteVersions(graph, withWave, withCorrection);
    expect(united?.content).toEqual(uniteVersions(graph, withCorrection, withWave)?.content);
    expect(answers(united!.content)).toEqual(['R1: For the river.', 'R2: My sister said so.', 'R3: To learn.']);
    expect(united?.content.table?.respondents).toEqual(['R1', 'R2', 'R3']);
    expect(united?.content.table?.rows[2]).toEqual(['R3', 'woman', 'To learn.']);
  });

  test('who withdrew does not come back with a wave that knew nothing of it', () => {
    const wave = planWave(first, contentOf([['R3', 'woman', 'To learn.']]))!;
    const masked = maskContent(first, new Set(['R2']));
    const [withWave, withMask] = [versionOf(wave.content), versionOf(masked)];
    const graph = new RevisionGraph([
      { from: origin.hash, to: withWave.hash, sections: wave.sections },
      { from: origin.hash, to: withMask.hash, sections: [16, -1, 18, 18] },
    ]);
    const united = JSON.stringify(uniteVersions(graph, withWave, withMask)!.content);
    expect(united).not.toMatch(/sister|R2|"man"/u);
    expect(united).toContain('To learn.');
    expect(united).toContain('R3');
  });

  test('of two waves all respondents are there', () => {
    const [one, other] = [
      planWave(first, contentOf([['R3', 'woman', 'To learn.']]))!,
      planWave(first, contentOf([['R4', 'man', 'Out of boredom.']]))!,
    ];
    const [a, b] = [versionOf(one.content), versionOf(other.content)];
    const graph = new RevisionGraph([
      { from: origin.hash, to: a.hash, sections: one.sections },
      { from: origin.hash, to: b.hash, sections: other.sections },
    ]);
    const united = uniteVersions(graph, a, b)!;
    expect([...answers(united.content)].sort()).toEqual(
      ['R1: For the water.', 'R2: My sister said so.', 'R3: To learn.', 'R4: Out of boredom.'].sort(),
    );
    expect([...united.content.table!.respondents].sort()).toEqual(['R1', 'R2', 'R3', 'R4']);
  });
});
