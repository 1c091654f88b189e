/** The red thread between findings, conclusions, recommendations, lessons and good practices, walked both ways. */
import type { Conclusion } from '#shared/domain/findings/conclusion.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { ChainKind } from '#shared/domain/findings/finding-edits.ts';
import type { Learning } from '#shared/domain/findings/learning.ts';
import type { Recommendation } from '#shared/domain/findings/recommendation.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ChainList } from '#renderer/view-state/navigation.ts';

export type ChainRecord = Conclusion | Recommendation | Learning;

/** Lists on the screen are kinds of record, except that lessons and good practices share one. */
export function kindOfList(list: ChainList): ChainKind {
  return list === 'lesson' || list === 'good-practice' ? 'learning' : list;
}

/** The items of a list in order. */
export function itemsOf(project: Project, list: ChainList): readonly ChainRecord[] {
  if (list === 'conclusion' || list === 'recommendation') return project.all(list);
  return project.all('learning').filter((item) => item.type === list);
}

/** One item; undefined when it was removed. */
export function itemOf(project: Project, list: ChainList, id: string): ChainRecord | undefined {
  return project.get(kindOfList(list), id as never);
}

/** The findings that an item rests on directly, in order. */
export function findingsBelow(project: Project, item: Pick<ChainRecord, 'findings'>): readonly Finding[] {
  return project.all('finding').filter((finding) => item.findings[finding.id]);
}

/** The conclusions that a recommendation rests on. */
export function conclusionsBelow(project: Project, item: ChainRecord): readonly Conclusion[] {
  if (!('conclusions' in item)) return [];
  return project.all('conclusion').filter((conclusion) => item.conclusions[conclusion.id]);
}

export type ChainLink = {
  readonly list: ChainList;
  readonly id: string;
  readonly number: string;
  readonly text: string;
};

/** What rests on a finding or conclusion, in the order of the chain. */
export function restingOn(project: Project, target: string): readonly ChainLink[] {
  const rests = (record: object): boolean =>
    Object.values(record).some((value: unknown) => typeof value === 'object' && value !== null && target in value);
  const link = (list: ChainList, { id, number, text }: ChainRecord): ChainLink => ({ list, id, number, text });
  return [
    ...project
      .all('conclusion')
      .filter(rests)
      .map((item) => link('conclusion', item)),
    ...project
      .all('recommendation')
      .filter(rests)
      .map((item) => link('recommendation', item)),
    ...project
      .all('learning')
      .filter(rests)
      .map((item) => link(item.type, item)),
  ];
}

/** What an item lacks to be followed back to what was said. */
export type ChainGap = 'no-basis' | 'no-criterion' | 'no-addressee' | 'no-evidence-below';

/** The gaps of an item, worst first. */
export function gapsOf(project: Project, item: ChainRecord): readonly ChainGap[] {
  const gaps: ChainGap[] = [];
  const conclusions = conclusionsBelow(project, item);
  const findings = [
    ...findingsBelow(project, item),
    ...conclusions.flatMap((conclusion) => findingsBelow(project, conclusion)),
  ];
  if (findings.length + conclusions.length === 0) gaps.push('no-basis');
  else if (findings.every((finding) => Object.keys(finding.evidence).length === 0)) gaps.push('no-evidence-below');
  if ('addressee' in item) {
    if (Object.keys(item.criteria).length === 0) gaps.push('no-criterion');
    if (item.addressee.trim() === '') gaps.push('no-addressee');
  }
  return gaps;
}
