/** A gap: something that is missing before a report, with what it is about. */
import type { Kind } from '#shared/domain/kinds.ts';
import type { GapDismissal } from '#shared/domain/gaps/gap-dismissal.ts';
import type { SourceMethod } from '#shared/domain/source/source.ts';

/** In the order in which they are shown: what stops a report first. */
export const gapKinds = [
  'finding-without-evidence',
  'conclusion-without-finding',
  'recommendation-without-finding',
  'recommendation-without-criterion',
  'recommendation-without-addressee',
  'contrary-unanswered',
  'criterion-without-evidence',
  'cross-cutting-empty',
  'question-without-evidence',
  'criterion-without-finding',
  'question-without-finding',
  'single-source',
  'single-method',
  'planned-but-silent',
  'planned-not-reached',
  'over-reliance',
  'no-womans-voice',
  'report-unlike-sample',
  'source-uncoded',
  'source-half-coded',
] as const;
export type GapKind = (typeof gapKinds)[number];

/** The record that a gap is about. */
export type GapSubject = {
  readonly kind: Extract<
    Kind,
    'code' | 'question' | 'finding' | 'conclusion' | 'recommendation' | 'source' | 'planned-sample' | 'evaluation'
  >;
  readonly id: string;
  /** What people call it: the name of a criterion, the number of a finding, the name of a source. */
  readonly name: string;
};

export type GapDraft = {
  readonly kind: GapKind;
  readonly subject: GapSubject;
  /** Tells gaps of one kind on one subject apart, such as the silent method; '' where there is only one. */
  readonly detail: string;
  /** Fills the places of the message. Methods are put in words. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly methods?: readonly SourceMethod[];
};

export type Gap = GapDraft & {
  /** Name of the gap in a dismissal. */
  readonly key: string;
  /** Set when a person decided that it may stay. */
  readonly dismissal: GapDismissal | null;
};

/** What a gap is called in its dismissal. */
export function gapKey({ kind, detail }: Pick<GapDraft, 'kind' | 'detail'>): string {
  return detail === '' ? kind : `${kind}:${detail}`;
}

/** Says a key of gaps.json in one language. */
export type SayGap = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** A gap as a sentence that names its subject. */
export function describeGap({ kind, subject, values, methods = [] }: GapDraft, say: SayGap): string {
  const named = methods.map((method) => say(`method.${method}`)).join(', ');
  return say(`message.${kind}`, { ...values, subject: subject.name, methods: named });
}
