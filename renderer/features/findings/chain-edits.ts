/** Making an item of the chain, linked from the start to what it is written from, as one change; opened at once. */
import type { Draft } from '#shared/domain/change/change.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { ConclusionId } from '#shared/domain/findings/conclusion.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';
import { addConclusion, addLearning, addRecommendation, setChainLink } from '#shared/domain/findings/finding-edits.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { RandomBytes } from '#shared/basics/ids.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { kindOfList } from '#renderer/features/findings/chain.ts';
import { commitDraft, joinDrafts } from '#renderer/features/findings/findings-commit.ts';
import { showChainItem, type ChainList } from '#renderer/view-state/navigation.ts';

/** What a new item rests on. */
export type ChainBasis = {
  readonly findings?: readonly FindingId[];
  readonly conclusions?: readonly ConclusionId[];
  readonly criteria?: readonly CodeId[];
};

/** The edit that makes an item with its links. Only recommendations have conclusions and criteria. */
export function newChainItem(
  project: Project,
  list: ChainList,
  basis: ChainBasis,
  random: RandomBytes,
): { readonly id: string; readonly draft: Draft } {
  const made =
    list === 'conclusion'
      ? addConclusion(project, '', random)
      : list === 'recommendation'
        ? addRecommendation(project, '', random)
        : addLearning(project, list, '', random);
  const item = { id: made.id, number: '' };
  const link = (map: 'findings' | 'conclusions' | 'criteria', target: string): Draft =>
    setChainLink(kindOfList(list), item, map, target, true);
  const isRecommendation = list === 'recommendation';
  const links = [
    ...(basis.findings ?? []).map((id) => link('findings', id)),
    ...(isRecommendation ? (basis.conclusions ?? []).map((id) => link('conclusions', id)) : []),
    ...(isRecommendation ? (basis.criteria ?? []).map((id) => link('criteria', id)) : []),
  ];
  return { id: made.id, draft: joinDrafts(made.draft, ...links) };
}

/** Makes an item and opens it. */
export function addChainItem(session: ProjectSession, list: ChainList, basis: ChainBasis = {}): void {
  const made = newChainItem(session.project, list, basis, randomBytes);
  if (commitDraft(session, made.draft)) showChainItem({ list, id: made.id });
}
