/** What goes when somebody withdraws and their words are removed: to be shown before it is done. */
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import type { ConsentOwner } from '#shared/domain/consent/consent-edits.ts';
import { labelsOf, stretchesOf } from '#shared/domain/consent/mask-content.ts';
import type { EvidenceLink } from '#shared/domain/evidence/evidence-link.ts';
import type { Statistic } from '#shared/domain/evidence/statistic.ts';
import type { Finding, FindingId } from '#shared/domain/findings/finding.ts';
import type { Participant, ParticipantId } from '#shared/domain/participant/participant.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';

export type WithdrawalPlan = {
  readonly name: string;
  /** Sources that go as a whole: nobody else speaks in them, or they hold the very same text. */
  readonly sources: readonly Source[];
  /** Sources in which others speak too: what these labels said is blacked out. */
  readonly masked: readonly { readonly source: Source; readonly labels: ReadonlySet<string> }[];
  readonly participants: readonly Participant[];
  readonly codings: readonly Coding[];
  /** Survey results of the sources that go as a whole; those of others are worked out anew without the withdrawn answers. */
  readonly statistics: readonly Statistic[];
  /** Codings of the others in masked sources: they stay, in the text without the words. */
  readonly moved: readonly Coding[];
  readonly relinked: readonly { readonly finding: FindingId; readonly coding: CodingId; readonly link: EvidenceLink }[];
  readonly findings: readonly { readonly finding: Finding; readonly lost: number; readonly left: number }[];
};

/** Plans the removal; the contents of the sources concerned are at hand. */
export function planWithdrawal(
  project: Project,
  owner: ConsentOwner,
  contentOf: (hash: ContentHash) => SourceContent | undefined,
): WithdrawalPlan {
  const leaving = new Set<ParticipantId>(owner.kind === 'participant' ? [owner.id as ParticipantId] : []);
  const all = project.all('source');
  const masked: { source: Source; labels: ReadonlySet<string> }[] = [];
  const whole = new Set<Source>();
  for (const source of all) {
    const labels = labelsOf(source, leaving);
    if (source.id === owner.id || labels === null) whole.add(source);
    else if (labels.size > 0) masked.push({ source, labels });
  }
  // The same file imported twice is one text: it goes from both, or it would not be gone.
  const texts = new Set([...whole].map(({ revision }) => revision));
  for (const source of all) if (texts.has(source.revision)) whole.add(source);
  const partly = masked.filter(({ source }) => !whole.has(source));
  const codings = [...whole].flatMap(({ id }) => project.codingsOfSource(id, 'everything'));
  const moved: Coding[] = [];
  for (const { source, labels } of partly) {
    for (const coding of project.codingsOfSource(source.id, 'everything')) {
      const content = contentOf(coding.revision);
      // Words that an edit took out of the text stand in an earlier one, which goes.
      const isEarlier = coding.revision !== source.revision && project.fateOf(coding.id) === 'gone';
      const touches = isEarlier || !content || stretchesOf(content, labels).some((item) => overlaps(item, coding));
      (touches ? codings : moved).push(coding);
    }
  }
  const speakElsewhere = new Set(all.filter((source) => !whole.has(source)).flatMap(participantsOf));
  const participants = new Set([...leaving, ...[...whole].flatMap(participantsOf)]);
  const gone = [...participants].filter((id) => leaving.has(id) || !speakElsewhere.has(id));
  return {
    name: owner.name,
    sources: [...whole],
    masked: partly,
    participants: gone.flatMap((id) => project.get('participant', id) ?? []),
    codings,
    moved,
    statistics: project.all('statistic').filter(({ source }) => [...whole].some(({ id }) => id === source)),
    ...evidenceOf(project.all('finding'), codings, moved),
  };
}

function evidenceOf(
  findings: readonly Finding[],
  codings: readonly Coding[],
  moved: readonly Coding[],
): Pick<WithdrawalPlan, 'relinked' | 'findings'> {
  const lost = new Set<string>(codings.map(({ id }) => id));
  const kept = new Set<string>(moved.map(({ id }) => id));
  return {
    relinked: findings.flatMap((finding) =>
      Object.entries(finding.evidence).flatMap(([coding, link]) =>
        kept.has(coding) ? [{ finding: finding.id, coding: coding as CodingId, link }] : [],
      ),
    ),
    findings: findings.flatMap((finding) => {
      const ids = Object.keys(finding.evidence);
      const count = ids.filter((id) => lost.has(id)).length;
      return count === 0 ? [] : [{ finding, lost: count, left: ids.length - count }];
    }),
  };
}

type Extent = { readonly start: number; readonly end: number };

function overlaps(a: Extent, b: Extent): boolean {
  return a.start < b.end && b.start < a.end;
}
