/** The evidence of a finding as it is read: what supports, what speaks against it, what has changed since it was linked. */
import { suggestFindingStrength } from '#shared/analysis/strength.ts';
import { figureOf, flagStatistic } from '#shared/analysis/survey/statistic-figures.ts';
import type { SegmentsOf, TableOf } from '#shared/analysis/voices.ts';
import { withdrawnTexts } from '#shared/domain/consent/withdrawal.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import { flagEvidence, type EvidenceFlag, type EvidenceLink } from '#shared/domain/evidence/evidence-link.ts';
import type { StatisticId } from '#shared/domain/evidence/statistic.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { PlaceInTextOf } from '#shared/domain/project/anchor-placer.ts';
import type { Project } from '#shared/domain/project/project.ts';

export type EvidenceItem = {
  readonly id: CodingId;
  readonly link: EvidenceLink;
  /** Undefined when it was removed since. */
  readonly coding: Coding | undefined;
  readonly flags: readonly EvidenceFlag[];
};

/** Supporting and contrary evidence stand apart; removed codings say nothing any more. */
export const evidenceGroups = ['supports', 'contradicts', 'mixed', 'neutral', 'removed'] as const;
export type EvidenceGroup = (typeof evidenceGroups)[number];

/** The evidence in the order of sources and of the text. */
export function evidenceOf(project: Project, finding: Pick<Finding, 'evidence'>): readonly EvidenceItem[] {
  const withdrawn = withdrawnTexts(project.all('withdrawal'));
  const follow: PlaceInTextOf = (source, place) => project.placeInText(source, place);
  const orders = new Map(project.all('source').map((source, place) => [source.id, place]));
  const placeOf = ({ coding }: EvidenceItem): number => (coding && orders.get(coding.source)) ?? orders.size;
  return Object.entries(finding.evidence)
    .map(([key, link]): EvidenceItem => {
      const id = key as CodingId;
      const coding = project.get('coding', id);
      return { id, link, coding, flags: flagEvidence(link, coding, withdrawn, follow) };
    })
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        (a.coding?.start ?? a.link.start) - (b.coding?.start ?? b.link.start) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Evidence by what it says now, the side of the finding first; groups without any are left out. */
export function groupEvidence(
  items: readonly EvidenceItem[],
  side: Side,
): readonly { readonly group: EvidenceGroup; readonly items: readonly EvidenceItem[] }[] {
  return [...evidenceGroups]
    .sort((a, b) => Number(b === side) - Number(a === side))
    .map((group) => ({ group, items: items.filter((item) => groupOf(item) === group) }))
    .filter((entry) => entry.items.length > 0);
}

/** Which way most of the evidence points: a critical finding rests on what contradicts its criterion. */
export type Side = 'supports' | 'contradicts';

/** What a finding needs somebody to look at. */
export type FindingState = {
  readonly evidence: number;
  /** Pieces of evidence that have changed since they were linked. */
  readonly flagged: number;
  readonly side: Side;
  /** Pieces that point the other way. */
  readonly contrary: number;
  /** There is contrary evidence and no written answer to it. */
  readonly isContested: boolean;
};

/** Sums up a finding for lists. */
export function stateOf(project: Project, finding: Finding, segmentsOf: SegmentsOf, tableOf?: TableOf): FindingState {
  const links = Object.entries(finding.evidence);
  const side = sideOf(project, finding, segmentsOf, tableOf);
  const other = side === 'supports' ? 'contradicts' : 'supports';
  const follow: PlaceInTextOf = (source, place) => project.placeInText(source, place);
  let flagged = 0;
  let contrary = 0;
  for (const [id, link] of links) {
    const coding = project.get('coding', id as CodingId);
    if (flagEvidence(link, coding, undefined, follow).length > 0) flagged += 1;
    if (coding?.direction === other) contrary += 1;
  }
  const statistics = Object.entries(finding.statistics);
  for (const [id, link] of statistics) {
    const statistic = project.get('statistic', id as StatisticId);
    const source = statistic && project.get('source', statistic.source);
    const table = source && tableOf?.(source);
    // What is not at hand yet is not called changed.
    const figure = statistic && table ? figureOf(table, statistic) : null;
    if (!source || figure ? flagStatistic(link, statistic, figure).length > 0 : false) flagged += 1;
    if (statistic?.direction === other) contrary += 1;
  }
  return {
    evidence: links.length + statistics.length,
    flagged,
    side,
    contrary,
    isContested: contrary > 0 && finding.contested.trim() === '',
  };
}

/** Which way most independent sources point; where they are even, most excerpts. */
function sideOf(project: Project, finding: Finding, segmentsOf: SegmentsOf, tableOf: TableOf | undefined): Side {
  const { facts } = suggestFindingStrength(project, finding, segmentsOf, { ...(tableOf && { tableOf }) });
  if (facts.direction === 'contradicts') return 'contradicts';
  if (facts.supporting > facts.contrary) return 'supports';
  const directions = Object.keys(finding.evidence).map((id) => project.get('coding', id as CodingId)?.direction);
  const count = (side: Side): number => directions.filter((direction) => direction === side).length;
  return count('contradicts') > count('supports') ? 'contradicts' : 'supports';
}

function groupOf(item: EvidenceItem): EvidenceGroup {
  return item.coding?.direction ?? 'removed';
}
