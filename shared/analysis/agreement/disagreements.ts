/** Where coders of a text differ, passage by passage: one has no coding, another code, extent or direction. */
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export const disagreementKinds = ['missing', 'other-code', 'other-extent', 'other-direction'] as const;
export type DisagreementKind = (typeof disagreementKinds)[number];

/** A passage and what each coder made of it. */
export type Passage = {
  /** Stays the same as long as the codings in it do. */
  readonly key: string;
  readonly source: SourceId;
  readonly start: number;
  readonly end: number;
  readonly codes: readonly CodeId[];
  /** In text order. */
  readonly codings: readonly Coding[];
  /** Coders without any of these codes here. */
  readonly absent: readonly PersonId[];
  /** None where all agree. */
  readonly kinds: readonly DisagreementKind[];
};

/** Extents are the same when they share at least so much of what they cover together: a blank is no disagreement. */
const SAME_EXTENT = 0.9;
/** Two codes stand for one passage when they share at least half of the shorter one. */
const SAME_PASSAGE = 0.5;

/** The passages that `coders` coded in one source, in text order. Codings of others do not count. */
export function comparePassages(codings: readonly Coding[], coders: readonly PersonId[]): readonly Passage[] {
  const chosen = new Set(coders);
  const clusters = clusterByCode(codings.filter(({ coder }) => chosen.has(coder)));
  return joinOtherCodes(clusters, coders)
    .map((own) => describePassage(own, coders))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));
}

type Cluster = { readonly code: CodeId; start: number; end: number; readonly codings: Coding[] };

/** Codings of one code that overlap, also in a chain, are one cluster. */
function clusterByCode(codings: readonly Coding[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const open = new Map<CodeId, Cluster>();
  for (const coding of [...codings].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))) {
    const last = open.get(coding.code);
    if (last && coding.start < last.end) {
      last.codings.push(coding);
      last.end = Math.max(last.end, coding.end);
    } else {
      const cluster = { code: coding.code, start: coding.start, end: coding.end, codings: [coding] };
      open.set(coding.code, cluster);
      clusters.push(cluster);
    }
  }
  return clusters.sort((a, b) => a.start - b.start);
}

/** Puts together clusters of two codes where one coder took this and another that. */
function joinOtherCodes(clusters: readonly Cluster[], coders: readonly PersonId[]): readonly (readonly Cluster[])[] {
  const isTaken = new Set<Cluster>();
  const joined: Cluster[][] = [];
  clusters.forEach((cluster, place) => {
    if (isTaken.has(cluster)) return;
    const own = [cluster];
    const present = codersOf(cluster);
    for (let next = place + 1; next < clusters.length && present.size < coders.length; next += 1) {
      const other = clusters[next] as Cluster;
      if (other.start >= cluster.end) break;
      const theirs = codersOf(other);
      if (isTaken.has(other) || other.code === cluster.code || theirs.size === coders.length) continue;
      if ([...theirs].some((coder) => present.has(coder)) || !isSamePassage(cluster, other)) continue;
      own.push(other);
      isTaken.add(other);
      for (const coder of theirs) present.add(coder);
    }
    joined.push(own);
  });
  return joined;
}

function codersOf(cluster: Cluster): Set<PersonId> {
  return new Set(cluster.codings.map(({ coder }) => coder));
}

function isSamePassage(a: Cluster, b: Cluster): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared >= SAME_PASSAGE * Math.min(a.end - a.start, b.end - b.start);
}

function describePassage(clusters: readonly Cluster[], coders: readonly PersonId[]): Passage {
  const codings = clusters.flatMap((cluster) => cluster.codings).sort((a, b) => a.start - b.start || b.end - a.end);
  const byCoder = new Map<PersonId, Coding[]>();
  for (const coding of codings) {
    const own = byCoder.get(coding.coder);
    if (own) own.push(coding);
    else byCoder.set(coding.coder, [coding]);
  }
  const absent = coders.filter((coder) => !byCoder.has(coder));
  const kinds: DisagreementKind[] = [];
  if (absent.length > 0) kinds.push('missing');
  if (clusters.length > 1) kinds.push('other-code');
  const [first = [], ...others] = byCoder.values();
  if (others.some((own) => !haveSameExtent(first, own))) kinds.push('other-extent');
  if (others.some((own) => directionsOf(own) !== directionsOf(first))) kinds.push('other-direction');
  return {
    key: codings
      .map(({ id }) => id)
      .sort()
      .join(' '),
    source: (codings[0] as Coding).source,
    start: Math.min(...clusters.map(({ start }) => start)),
    end: Math.max(...clusters.map(({ end }) => end)),
    codes: clusters.map(({ code }) => code),
    codings,
    absent,
    kinds,
  };
}

function directionsOf(codings: readonly Coding[]): string {
  return [...new Set(codings.map(({ direction }) => direction))].sort().join(' ');
}

function haveSameExtent(a: readonly Coding[], b: readonly Coding[]): boolean {
  const edges = [...new Set([...a, ...b].flatMap(({ start, end }) => [start, end]))].sort((x, y) => x - y);
  let shared = 0;
  let covered = 0;
  edges.slice(0, -1).forEach((start, place) => {
    const length = (edges[place + 1] as number) - start;
    const has = (own: readonly Coding[]): boolean => own.some((coding) => coding.start <= start && coding.end > start);
    const [inA, inB] = [has(a), has(b)];
    if (inA && inB) shared += length;
    if (inA || inB) covered += length;
  });
  return shared >= SAME_EXTENT * covered;
}
