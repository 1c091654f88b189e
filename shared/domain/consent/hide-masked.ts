/**
 * Two texts brought together of which one had words blacked out: what was blacked out in either stays so, with whatever
 * somebody wrote into it before they knew.
 */
import { BLOCK, isMasked, withoutSpeaker } from '#shared/domain/consent/mask-content.ts';
import { mapExtent, replacementsOf, type Replacement, type Stretch } from '#shared/domain/revision/sections.ts';
import type { Sections } from '#shared/domain/revision/text-revision.ts';
import type { QuestionnaireTable, SourceContent } from '#shared/domain/source/source-content.ts';

/** A text that the united one comes from, and the way from there. */
export type Forerunner = { readonly content: SourceContent; readonly sections: Sections };

/** The united content without what is blacked out in one of its forerunners. The same object where nothing is. */
export function hideMasked(united: SourceContent, forerunners: readonly Forerunner[]): SourceContent {
  const hidden = forerunners.flatMap(({ content, sections }) => {
    if (!isMasked(content.text)) return [];
    const replacements = replacementsOf(sections);
    return [...content.text.matchAll(new RegExp(`${BLOCK}+`, 'gu'))].flatMap(({ index, 0: run }) =>
      hiddenStretch(replacements, { start: index, end: index + run.length }),
    );
  });
  const table = hideRows(united.table, forerunners);
  if (hidden.length === 0 && table === united.table) return united;
  let { text } = united;
  for (const { start, end } of hidden) {
    text =
      text.slice(0, start) +
      text.slice(start, end).replace(/[^\n]/gu, (character) => BLOCK.repeat(character.length)) +
      text.slice(end);
  }
  const segments = united.segments.map((segment) =>
    isMasked(text.slice(segment.start, segment.end)) ? withoutSpeaker(segment) : segment,
  );
  return { text, segments, table };
}

/** Where a blacked-out run is now, grown by what was put in at its ends. */
function hiddenStretch(replacements: readonly Replacement[], run: Stretch): readonly Stretch[] {
  const mapped = mapExtent(replacements, run);
  if (!mapped) return [];
  let { start, end } = mapped;
  for (const { newFrom, newTo } of replacements) {
    if (newTo === start) start = newFrom;
    if (newFrom === end) end = newTo;
  }
  return [{ start, end }];
}

function hideRows(table: QuestionnaireTable | null, forerunners: readonly Forerunner[]): QuestionnaireTable | null {
  if (!table) return null;
  const hidden = new Map<number, string>();
  for (const { content } of forerunners) {
    content.table?.respondents.forEach((respondent, row) => {
      if (respondent.startsWith(BLOCK)) hidden.set(row, respondent);
    });
  }
  if (hidden.size === 0) return table;
  return {
    columns: table.columns,
    respondents: table.respondents.map((respondent, row) => hidden.get(row) ?? respondent),
    rows: table.rows.map((cells, row) => (hidden.has(row) ? cells.map(() => '') : cells)),
  };
}
