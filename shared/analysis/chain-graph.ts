/**
 * The red thread as a graph: sources, findings, conclusions, and what is recommended or learned. Edges lead from what
 * was said to what rests on it; what is changed below flags everything above it.
 */
import { figureOf, flagStatistic } from '#shared/analysis/survey/statistic-figures.ts';
import type { TableOf } from '#shared/analysis/voices.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { withdrawnTexts } from '#shared/domain/consent/withdrawal.ts';
import { flagEvidence } from '#shared/domain/evidence/evidence-link.ts';
import type { StatisticId } from '#shared/domain/evidence/statistic.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import type { Project } from '#shared/domain/project/project.ts';

export const chainLayers = ['source', 'finding', 'conclusion', 'result'] as const;
export type ChainLayer = (typeof chainLayers)[number];
export type ChainNodeKind =
  'source' | 'removed' | 'finding' | 'conclusion' | 'recommendation' | 'lesson' | 'good-practice';

export type ChainNode = {
  readonly id: string;
  readonly kind: ChainNodeKind;
  readonly layer: ChainLayer;
  readonly number: string;
  readonly text: string;
  /** Pieces of evidence right below that have changed or gone since they were linked; only of findings. */
  readonly changed: number;
  /** Something below it, near or far, has changed. */
  readonly isStale: boolean;
};

export type ChainEdge = {
  readonly from: string;
  readonly to: string;
  /** Pieces of evidence; 1 between the others. */
  readonly weight: number;
  readonly isStale: boolean;
};

export type ChainGraph = { readonly nodes: readonly ChainNode[]; readonly edges: readonly ChainEdge[] };

/** Stands for evidence that was removed, of whatever source. */
export const REMOVED_EVIDENCE = 'removed-evidence';

/** Builds the graph of all findings and what rests on them; sources without evidence are left out. */
export function buildChainGraph(project: Project, tableOf: TableOf): ChainGraph {
  const edges: ChainEdge[] = [];
  const stale = new Set<string>();
  const changedOf = new Map<string, number>();
  for (const finding of project.all('finding')) {
    const below = evidenceBySource(project, finding, tableOf);
    let changed = 0;
    for (const [source, { weight, flagged }] of below) {
      changed += flagged;
      edges.push({ from: source, to: finding.id, weight, isStale: flagged > 0 });
    }
    changedOf.set(finding.id, changed);
    if (changed > 0) stale.add(finding.id);
  }
  const isFinding = new Set<string>(project.all('finding').map(({ id }) => id));
  const isConclusion = new Set<string>(project.all('conclusion').map(({ id }) => id));
  const rest = (item: { readonly id: string }, linked: Readonly<Record<string, true>>, known: Set<string>): void => {
    for (const id of Object.keys(linked)) {
      if (!known.has(id)) continue;
      if (stale.has(id)) stale.add(item.id);
      edges.push({ from: id, to: item.id, weight: 1, isStale: stale.has(id) });
    }
  };
  // From the bottom up, so that what is stale below is known when what rests on it is looked at.
  for (const item of project.all('conclusion')) rest(item, item.findings, isFinding);
  for (const item of project.all('recommendation')) {
    rest(item, item.findings, isFinding);
    rest(item, item.conclusions, isConclusion);
  }
  for (const item of project.all('learning')) rest(item, item.findings, isFinding);
  return { nodes: listNodes(project, edges, stale, changedOf), edges };
}

/** All that a node rests on and all that rests on it, itself among them. */
export function threadOf({ edges }: ChainGraph, id: string): ReadonlySet<string> {
  const up = new Map<string, string[]>();
  const down = new Map<string, string[]>();
  for (const { from, to } of edges) {
    up.set(from, [...(up.get(from) ?? []), to]);
    down.set(to, [...(down.get(to) ?? []), from]);
  }
  const reached = new Set([id]);
  for (const next of [up, down]) {
    const waiting = [id];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const other of next.get(node) ?? []) {
        if (reached.has(other)) continue;
        reached.add(other);
        waiting.push(other);
      }
    }
  }
  return reached;
}

type Tally = { weight: number; flagged: number };

function evidenceBySource(project: Project, finding: Finding, tableOf: TableOf): ReadonlyMap<string, Tally> {
  const withdrawn = withdrawnTexts(project.all('withdrawal'));
  const bySource = new Map<string, Tally>();
  const add = (source: string, isFlagged: boolean): void => {
    const tally = bySource.get(source) ?? { weight: 0, flagged: 0 };
    tally.weight += 1;
    if (isFlagged) tally.flagged += 1;
    bySource.set(source, tally);
  };
  for (const [id, link] of Object.entries(finding.evidence)) {
    const coding = project.get('coding', id as CodingId);
    add(coding?.source ?? REMOVED_EVIDENCE, flagEvidence(link, coding, withdrawn).length > 0);
  }
  for (const [id, link] of Object.entries(finding.statistics)) {
    const statistic = project.get('statistic', id as StatisticId);
    const source = statistic && project.get('source', statistic.source);
    const table = source && tableOf(source);
    // What is not at hand yet is not called changed.
    const isKnown = !source || table !== undefined;
    const figure = statistic && table ? figureOf(table, statistic) : null;
    add(source?.id ?? REMOVED_EVIDENCE, isKnown && flagStatistic(link, statistic, figure).length > 0);
  }
  return bySource;
}

function listNodes(
  project: Project,
  edges: readonly ChainEdge[],
  stale: ReadonlySet<string>,
  changedOf: ReadonlyMap<string, number>,
): readonly ChainNode[] {
  const used = new Set(edges.map(({ from }) => from));
  const plain = { changed: 0, isStale: false };
  const flags = (id: string) => ({ changed: changedOf.get(id) ?? 0, isStale: stale.has(id) });
  return [
    ...project
      .all('source')
      .filter(({ id }) => used.has(id))
      .map(({ id, name }) => ({
        id,
        kind: 'source' as const,
        layer: 'source' as const,
        number: name,
        text: '',
        ...plain,
      })),
    ...(used.has(REMOVED_EVIDENCE)
      ? [{ id: REMOVED_EVIDENCE, kind: 'removed' as const, layer: 'source' as const, number: '', text: '', ...plain }]
      : []),
    ...project.all('finding').map(({ id, number, title, text }) => ({
      ...{ id, kind: 'finding' as const, layer: 'finding' as const, number, text: title || text },
      ...flags(id),
    })),
    ...project.all('conclusion').map(({ id, number, text }) => ({
      ...{ id, kind: 'conclusion' as const, layer: 'conclusion' as const, number, text },
      ...flags(id),
    })),
    ...project.all('recommendation').map(({ id, number, text }) => ({
      ...{ id, kind: 'recommendation' as const, layer: 'result' as const, number, text },
      ...flags(id),
    })),
    ...project.all('learning').map(({ id, number, text, type }) => ({
      ...{ id, kind: type, layer: 'result' as const, number, text },
      ...flags(id),
    })),
  ];
}
