/** Passages to code at once: the hits of a search, or as much around each as is asked for. Pure. */
import type { Stretch } from '#shared/analysis/pattern/run-pattern.ts';
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import { newCodingOperations } from '#shared/domain/coding/coding-edits.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { Segment, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** How much around a hit is coded. */
export const autocodeUnits = ['hit', 'sentence', 'paragraph', 'turn'] as const;
export type AutocodeUnit = (typeof autocodeUnits)[number];

export type AutocodePlace = Stretch & { readonly source: Source };

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The passage around a hit: no blanks at its ends; the hit itself where the text knows no such unit. */
export function passageAround(content: SourceContent, hit: Stretch, unit: AutocodeUnit): Stretch {
  const { text, segments } = content;
  switch (unit) {
    case 'hit':
      return hit;
    case 'turn': {
      const around = segments.find(
        (segment) => isSpoken(segment) && segment.start <= hit.start && hit.start < segment.end,
      );
      return around
        ? trim(text, { start: Math.min(bodyOf(around), hit.start), end: Math.max(around.end, hit.end) })
        : hit;
    }
    case 'paragraph':
      return trim(text, paragraphAround(text, hit));
    case 'sentence': {
      const paragraph = withinTurn(segments, paragraphAround(text, hit), hit);
      let start = hit.start;
      let { end } = hit;
      for (const piece of sentences.segment(text.slice(paragraph.start, paragraph.end))) {
        const from = paragraph.start + piece.index;
        const to = from + piece.segment.length;
        if (from <= hit.start && hit.start < to) start = from;
        if (from < hit.end && hit.end <= to) end = to;
      }
      return trim(text, { start, end });
    }
  }
}

export type Autocoding = {
  readonly code: Pick<Code, 'id' | 'name'>;
  readonly coder: PersonId;
  readonly codedAt: string;
};

/** The places that are not coded so already, each once. */
export function newPlaces(
  project: Project,
  places: readonly AutocodePlace[],
  code: Pick<Code, 'id'>,
): readonly AutocodePlace[] {
  const known = new Set<string>();
  const sources = new Set(places.map(({ source }) => source.id));
  for (const id of sources) {
    for (const coding of project.codingsOfSource(id)) {
      if (coding.code === code.id) known.add(`${id} ${coding.start} ${coding.end}`);
    }
  }
  return places.filter(({ source, start, end }) => {
    const key = `${source.id} ${start} ${end}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** Codes all places as one change. */
export function codePlaces(
  places: readonly AutocodePlace[],
  { code, coder, codedAt }: Autocoding,
  randomBytes: RandomBytes,
): Draft {
  const ops = places.flatMap(({ source, start, end }): readonly Operation[] =>
    newCodingOperations(drawId<'coding'>(randomBytes), { source, start, end, code, coder, codedAt }),
  );
  // One touch of each source and of the code is enough.
  const touched = new Set<string>();
  const once = ops.filter((operation) => {
    if (operation.op !== 'set' || Object.keys(operation.fields).length > 0) return true;
    const name = `${operation.kind} ${operation.id}`;
    return touched.has(name) ? false : touched.add(name);
  });
  return { label: { key: 'code-passages', values: { count: places.length } }, ops: once };
}

function isSpoken({ role }: Segment): boolean {
  return role === 'turn' || role === 'answer';
}

function bodyOf({ start, bodyStart }: Segment): number {
  return bodyStart ?? start;
}

function paragraphAround(text: string, { start, end }: Stretch): Stretch {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
}

/** The label of who speaks is no part of a sentence. */
function withinTurn(segments: readonly Segment[], { start, end }: Stretch, hit: Stretch): Stretch {
  const turn = segments.find((one) => isSpoken(one) && one.start <= hit.start && hit.start < one.end);
  const from = turn && bodyOf(turn) <= hit.start ? Math.max(start, bodyOf(turn)) : start;
  return { start: from, end };
}

function trim(text: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
