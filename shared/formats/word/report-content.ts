/** What stands in a findings report, in order and resolved, before any thought of Word. */
import { figureOf, type StatisticFigure } from '#shared/analysis/survey/statistic-figures.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import type { Coding, CodingId, Direction } from '#shared/domain/coding/coding.ts';
import { withdrawnTexts } from '#shared/domain/consent/withdrawal.ts';
import { flagEvidence, type EvidenceFlag } from '#shared/domain/evidence/evidence-link.ts';
import { buildQuestionTree } from '#shared/domain/evaluation/question-tree.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';
import type { Convergence } from '#shared/domain/evidence/judgement.ts';
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { sourceMethods, type Source, type SourceMethod } from '#shared/domain/source/source.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import { excerptReader, inReadingOrder, type Excerpt } from '#shared/formats/deliverable/excerpts.ts';
import { sortByConsent } from '#shared/formats/deliverable/left-out.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { RowJudgement } from '#shared/formats/deliverable/matrix-table.ts';
import type { LeftOut } from '#shared/formats/deliverable/profile/export-profile.ts';

export type ReportEvidence = { readonly excerpt: Excerpt; readonly flags: readonly EvidenceFlag[] };

/** A survey result that a finding rests on. */
export type ReportStatistic = {
  readonly label: string;
  readonly result: 'share' | 'mean';
  readonly figure: StatisticFigure;
  readonly direction: Direction;
};

export type ReportConvergence = {
  readonly suggested: Convergence | null;
  readonly judged: Convergence | null;
  readonly reason: string;
};

export type ReportFinding = {
  readonly finding: Finding;
  /** The scale on which strength is judged, with the team's own words if it has any. */
  readonly scale: Pick<Evaluation, 'strengthScale' | 'strengthWords'>;
  readonly suggestedStrength: string | null;
  readonly convergence: ReportConvergence;
  /** Which way most independent sources point (docs/decisions/0032). */
  readonly side: 'supports' | 'contradicts';
  /** Excerpts that point that way, or are neutral. */
  readonly evidence: readonly ReportEvidence[];
  /** Excerpts that point the other way, and mixed ones: each shown apart. */
  readonly contrary: readonly ReportEvidence[];
  readonly mixed: readonly ReportEvidence[];
  readonly statistics: readonly ReportStatistic[];
  /** Evaluation questions that it answers. */
  readonly questions: readonly Question[];
  /** Links whose coding is gone. */
  readonly removed: number;
  /** Links whose words were withdrawn and removed for good. */
  readonly withdrawn: number;
  /** Excerpts whose words must not go out. */
  readonly heldBack: number;
};

export type ReportSection = {
  /** Undefined for findings whose criterion is gone. */
  readonly criterion: Code | undefined;
  readonly color: string;
  readonly convergence: ReportConvergence;
  /** The questions under the criterion, sub-questions with them. */
  readonly questions: readonly Question[];
  readonly findings: readonly ReportFinding[];
};

export type ReportSources = {
  readonly method: SourceMethod;
  readonly sources: readonly Source[];
  readonly participants: number;
};

export type ReportContent = {
  readonly sections: readonly ReportSection[];
  /** Shown criteria under which nothing was found yet. */
  readonly emptyCriteria: readonly Code[];
  readonly sourcesByMethod: readonly ReportSources[];
  /** What the findings rest on and the report must not quote. */
  readonly leftOut: readonly LeftOut[];
  /** Excerpts whose text is not at hand. */
  readonly missingTexts: number;
  /** Length of the findings with their quotes, by which the work of laying out is judged. */
  readonly characters: number;
};

/** Resolves the report; `judgements` are rows of the matrix, by id of criterion or finding. */
export function reportContent(index: MaterialIndex, judgements: readonly RowJudgement[]): ReportContent {
  const rows = new Map(judgements.map((row) => [row.id, row]));
  const { records } = index.material;
  const byCriterion = new Map<Code | undefined, Finding[]>();
  for (const root of index.codebook.roots) byCriterion.set(root, []);
  for (const finding of records.finding) {
    const root = index.codebook.rootOf(finding.criterion);
    const list = byCriterion.get(root) ?? [];
    list.push(finding);
    byCriterion.set(root, list);
  }
  const tree = buildQuestionTree(records.question);
  const read = excerptReader(index);
  const codings = new Map<string, Coding>(records.coding.map((coding) => [coding.id, coding]));
  const used = new Set(records.finding.flatMap((finding) => Object.keys(finding.evidence)));
  const { heldBack, leftOut } = sortByConsent(
    index,
    records.coding.filter((coding) => used.has(coding.id)),
  );
  const kept = (list: readonly Coding[]): readonly Coding[] => list.filter((coding) => !heldBack.has(coding.id));
  const sections = [...byCriterion]
    .filter(([, findings]) => findings.length > 0)
    .map(([criterion, findings]): ReportSection => ({
      criterion,
      color: criterion ? index.codebook.colorOf(criterion.id) : '#888888',
      convergence: convergenceOf(index, criterion?.id ?? '', rows),
      questions: tree.flat.flatMap(({ question }) =>
        criterion && tree.criterionOf(question) === criterion.id ? [question] : [],
      ),
      findings: findings.map((finding) => describeFinding(index, finding, rows, { read, codings, kept })),
    }));
  const emptyCriteria = index.codebook.roots.filter(
    (root) => root.criterion !== null && !root.hidden && (byCriterion.get(root) ?? []).length === 0,
  );
  const findings = sections.flatMap((section) => section.findings);
  const quoted = findings.flatMap(({ evidence, contrary, mixed }) => [...evidence, ...contrary, ...mixed]);
  return {
    sections,
    emptyCriteria,
    sourcesByMethod: groupSources(records.source),
    leftOut,
    missingTexts: quoted.filter(({ excerpt }) => excerpt.quote === null).length,
    characters:
      findings.reduce((sum, { finding }) => sum + finding.text.length, 0) +
      quoted.reduce((sum, { excerpt }) => sum + (excerpt.quote?.length ?? 0), 0),
  };
}

function describeFinding(
  index: MaterialIndex,
  finding: Finding,
  rows: ReadonlyMap<string, RowJudgement>,
  evidenceBase: {
    readonly read: (coding: Coding) => Excerpt;
    readonly codings: ReadonlyMap<string, Coding>;
    readonly kept: (codings: readonly Coding[]) => readonly Coding[];
  },
): ReportFinding {
  const ids = Object.keys(finding.evidence) as CodingId[];
  const there = ids.flatMap((id) => evidenceBase.codings.get(id) ?? []);
  const erased = withdrawnTexts(index.material.records.withdrawal);
  const withdrawn = ids.filter(
    (id) => !evidenceBase.codings.has(id) && erased.has(finding.evidence[id]?.revision ?? ''),
  );
  const linked = inReadingOrder(index, evidenceBase.kept(there)).map((coding): ReportEvidence => {
    const link = finding.evidence[coding.id];
    return {
      excerpt: evidenceBase.read(coding),
      flags: link ? flagEvidence(link, coding, undefined, index.placeInText) : [],
    };
  });
  const side = rows.get(finding.id)?.strength.facts?.direction ?? majorityOf(linked);
  const other = side === 'supports' ? 'contradicts' : 'supports';
  const pointing = (...directions: readonly Direction[]) =>
    linked.filter(({ excerpt }) => directions.includes(excerpt.coding.direction));
  return {
    finding,
    scale: index.evaluation,
    suggestedStrength: rows.get(finding.id)?.strength.suggested ?? null,
    convergence: convergenceOf(index, finding.id, rows),
    side,
    evidence: pointing(side, 'neutral'),
    contrary: pointing(other),
    mixed: pointing('mixed'),
    statistics: statisticsOf(index, finding),
    questions: index.material.records.question.filter(({ id }) => finding.questions?.[id]),
    removed: ids.length - there.length - withdrawn.length,
    withdrawn: withdrawn.length,
    heldBack: there.length - linked.length,
  };
}

/** Without the matrix at hand: which way most excerpts point. */
function majorityOf(linked: readonly ReportEvidence[]): 'supports' | 'contradicts' {
  const count = (wanted: Direction): number =>
    linked.filter(({ excerpt }) => excerpt.coding.direction === wanted).length;
  return count('contradicts') > count('supports') ? 'contradicts' : 'supports';
}

function statisticsOf(index: MaterialIndex, finding: Finding): readonly ReportStatistic[] {
  return index.material.records.statistic.flatMap((item): ReportStatistic[] => {
    if (!(item.id in finding.statistics)) return [];
    const source = index.sources.get(item.source);
    const table = source && index.material.contents.get(source.revision)?.table;
    if (!table) return [];
    const { label, result, direction } = item;
    return [{ label: label || item.question, result, direction, figure: figureOf(table, item) }];
  });
}

/** From the row of the matrix; without one, from a judgement that somebody gave. */
function convergenceOf(
  index: MaterialIndex,
  subject: string,
  rows: ReadonlyMap<string, RowJudgement>,
): ReportConvergence {
  const row = rows.get(subject)?.convergence;
  const judgement = row ? row.judgement : index.material.records.judgement.find((item) => item.subject === subject);
  return {
    suggested: row?.suggested ?? null,
    judged: judgement?.convergence ?? null,
    reason: judgement?.reason ?? '',
  };
}

function groupSources(sources: readonly Source[]): readonly ReportSources[] {
  return sourceMethods.flatMap((method) => {
    const those = sources.filter((source) => source.method === method);
    const participants = new Set(those.flatMap((source) => participantsOf(source)));
    return those.length > 0 ? [{ method, sources: those, participants: participants.size }] : [];
  });
}
