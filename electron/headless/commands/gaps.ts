/** `gaps`: what is missing before a report. */
import type { Command } from '#electron/headless/command.ts';
import { wordsOfGaps } from '#electron/headless/gap-words.ts';
import { openToRead } from '#electron/headless/project-session.ts';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { findGaps } from '#shared/analysis/gaps/find-gaps.ts';
import { describeGap, gapKinds, type Gap, type SayGap } from '#shared/analysis/gaps/gap.ts';
import { neededContents } from '#shared/formats/deliverable/material.ts';

export const gapsCommand: Command = {
  name: 'gaps',
  summary: 'what is missing before a report',
  operands: ['FILE'],
  options: {
    all: { value: null, about: 'also those that somebody dismissed with a reason' },
  },
  details: [
    'Messages are in the language of the evaluation. Kinds:',
    ...wrap(gapKinds),
    'Leaves with 0 also when there are gaps: they are for people to judge.',
  ],
  run: async (call) => {
    const session = await openToRead(call);
    const { project } = session;
    const { segmentsOf, tableOf } = await session.readContents(neededContents(project));
    const gaps = findGaps(new CodingFacts(project, segmentsOf, tableOf));
    const say = wordsOfGaps(project.evaluation.language);
    const open = gaps.filter(({ dismissal }) => dismissal === null);
    const dismissed = call.has('all') ? gaps.filter(({ dismissal }) => dismissal !== null) : [];
    const nameOf = (id: string): string => project.all('person').find((person) => person.id === id)?.name ?? '';
    return {
      json: {
        gaps: open.map((gap) => describe(gap, say)),
        ...(call.has('all')
          ? {
              dismissed: dismissed.map((gap) => ({
                ...describe(gap, say),
                reason: gap.dismissal?.reason ?? '',
                by: nameOf(gap.dismissal?.by ?? ''),
              })),
            }
          : {}),
      },
      text: [
        ...report(open, say),
        ...dismissed.map((gap) => `(${gap.dismissal?.reason ?? ''}) ${describeGap(gap, say)}`),
      ].join('\n'),
    };
  },
};

/** `subject` is what people call it; the id finds it in `show`. */
function describe(gap: Gap, say: SayGap): Readonly<Record<string, string>> {
  const { kind, subject } = gap;
  const name =
    subject.name === '' ? (gap.methods ?? []).map((method) => say(`method.${method}`)).join(', ') : subject.name;
  return { kind, subject: name, message: describeGap(gap, say), subjectKind: subject.kind, subjectId: subject.id };
}

function report(gaps: readonly Gap[], say: SayGap): readonly string[] {
  if (gaps.length === 0) return [say('none')];
  return gapKinds.flatMap((kind) => {
    const own = gaps.filter((gap) => gap.kind === kind);
    if (own.length === 0) return [];
    return [`${say(`kind.${kind}`)} (${own.length})`, ...own.map((gap) => `  ${describeGap(gap, say)}`)];
  });
}

function wrap(names: readonly string[]): readonly string[] {
  return names.map((name) => `  ${name}`);
}
