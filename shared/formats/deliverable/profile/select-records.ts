/**
 * The records that leave the team, field by field: what is not named here stays inside, so that a new kind or a new
 * field goes out only when somebody has thought about it.
 */
import { asId } from '#shared/basics/ids.ts';
import { SMALLEST_SHOWN } from '#shared/analysis/small-cells.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import type { EvidenceLink } from '#shared/domain/evidence/evidence-link.ts';
import { kinds, type Kind, type Records } from '#shared/domain/kinds.ts';
import type { Participant } from '#shared/domain/participant/participant.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { isIdentifyingAttribute } from '#shared/formats/deliverable/profile/known-names.ts';
import type { Pseudonyms } from '#shared/formats/deliverable/profile/pseudonyms.ts';

type AllRecords = EvaluationMaterial['records'];

export type RecordRules = {
  readonly profile: Exclude<ExportProfile, 'full'>;
  readonly pseudonyms: Pseudonyms;
  /** A text of the team's own without known names. */
  readonly clean: (text: string) => string;
  /** Where a coding stands in the text that goes out; null for one that is held back. */
  readonly placeOf: (coding: Coding) => Pick<Coding, 'revision' | 'start' | 'end'> | null;
  readonly revisionOf: (hash: ContentHash) => ContentHash;
  readonly charactersOf: (hash: ContentHash) => number;
  /** Texts that were removed for good. */
  readonly erased: ReadonlySet<string>;
};

/** What stands for a text that is not there. */
const NO_TEXT = asId<'content'>('');
const ERASED = asId<'content'>('erased');

/** The records for reviewers or the public. */
export function selectRecords(records: AllRecords, rules: RecordRules): AllRecords {
  const selected: SomeRecords = {
    ...selectWhoAndWhat(records, rules),
    ...selectPlan(records, rules),
    ...selectChain(records, rules),
  };
  return Object.fromEntries(kinds.map((kind) => [kind, selected[kind] ?? []])) as AllRecords;
}

type SomeRecords = Partial<{ [K in Kind]: readonly Records[K][] }>;

/** What is evaluated, who was heard, and what was coded. */
function selectWhoAndWhat(records: AllRecords, rules: RecordRules): SomeRecords {
  const { clean, profile, pseudonyms } = rules;
  const isPublic = profile === 'public';
  const groups = shownGroups(records.participant, profile);
  return {
    evaluation: records.evaluation.map((item) => ({
      id: item.id,
      title: item.title,
      language: item.language,
      summary: clean(item.summary),
      strengthScale: item.strengthScale ?? null,
      strengthWords: item.strengthWords?.map(clean) ?? null,
      strengthNumbers: item.strengthNumbers ?? null,
    })),
    intervention: records.intervention,
    person: isPublic ? [] : records.person.map(({ id, name, initials }) => ({ id, name, initials })),
    source: records.source.map((source) => selectSource(source, rules)),
    participant: records.participant.map((participant): Participant => ({
      id: participant.id,
      codeName: pseudonyms.codeNameOf(participant),
      group: participant.consent?.['attribute'] === 'no' || !groups.has(participant.group) ? '' : participant.group,
      gender: isPublic ? '' : participant.gender,
      interventions: isPublic ? {} : participant.interventions,
      attributes: isPublic ? {} : unidentifying(participant.attributes, clean),
      consent: attributionOnly(participant.consent),
    })),
    withdrawal: records.withdrawal.map(({ id, erasedAt, erasedBy, recordedBy }) => ({
      id,
      name: '',
      date: '',
      reason: '',
      recordedBy,
      erasedBy,
      erasedAt,
      sources: [],
      participants: [],
      codings: [],
      contents: { [ERASED]: null },
    })),
    code: records.code.map(({ id, name, parent, criterion, key, color, definition, hidden, order }) => ({
      id,
      name: criterion ? name : clean(name),
      parent,
      criterion,
      key,
      color,
      definition: clean(definition),
      hidden,
      order,
    })),
    coding: records.coding.map((coding): Coding => {
      const place = rules.placeOf(coding) ?? { revision: NO_TEXT, start: 0, end: 0 };
      const { id, source, code, direction } = coding;
      const by = isPublic
        ? { coder: asId<'person'>(''), codedAt: '' }
        : { coder: coding.coder, codedAt: coding.codedAt };
      const about = isPublic || !coding.interventions ? {} : { interventions: coding.interventions };
      return { id, source, ...place, code, direction, memo: '', ...by, ...about };
    }),
  };
}

/** What was planned: questions, sampling, survey results that were chosen as evidence. */
function selectPlan(records: AllRecords, rules: RecordRules): SomeRecords {
  const { clean } = rules;
  const isPublic = rules.profile === 'public';
  return {
    question: records.question.map((item) => ({
      id: item.id,
      number: item.number,
      text: clean(item.text),
      parent: item.parent,
      criterion: item.criterion,
      standard: clean(item.standard),
      indicators: clean(item.indicators),
      assumptions: clean(item.assumptions),
      sources: clean(item.sources),
      analysis: clean(item.analysis),
      limits: clean(item.limits),
      answer: clean(item.answer),
      order: item.order,
      methods: item.methods,
      groups: item.groups,
      interventions: item.interventions,
      codes: item.codes,
      criteria: item.criteria,
    })),
    statistic: isPublic
      ? []
      : records.statistic.map((item) => ({
          id: item.id,
          source: item.source,
          question: item.question,
          result: item.result,
          answers: item.answers.map(clean),
          filter: item.filter,
          code: item.code,
          direction: item.direction,
          label: clean(item.label),
          by: item.by,
          order: item.order,
        })),
    'planned-sample': isPublic
      ? []
      : records['planned-sample'].map((item) => ({
          id: item.id,
          method: item.method,
          group: item.group,
          gender: item.gender,
          place: item.place,
          intervention: item.intervention,
          planned: item.planned,
          invited: item.invited,
          declined: item.declined,
          reasons: clean(item.reasons),
          order: item.order,
        })),
  };
}

/** Findings and what rests on them. */
function selectChain(records: AllRecords, rules: RecordRules): SomeRecords {
  const { clean } = rules;
  const isPublic = rules.profile === 'public';
  const codings = new Map(records.coding.map((coding) => [coding.id as string, coding]));
  return {
    finding: records.finding.map((finding) => ({
      id: finding.id,
      number: finding.number,
      criterion: finding.criterion,
      title: clean(finding.title),
      text: clean(finding.text),
      strength: finding.strength,
      strengthReason: clean(finding.strengthReason),
      concerns: Object.fromEntries(
        Object.entries(finding.concerns ?? {}).map(([component, concern]) => [component, clean(concern)]),
      ),
      contested: clean(finding.contested),
      order: finding.order,
      questions: finding.questions ?? {},
      interventions: finding.interventions ?? {},
      // A figure with few people behind it may tell who they are.
      statistics: isPublic ? {} : finding.statistics,
      evidence: Object.fromEntries(
        Object.entries(finding.evidence).map(([id, link]) => [id, moveLink(link, codings.get(id), rules)]),
      ),
    })),
    conclusion: records.conclusion.map(({ id, number, text, order, findings }) => ({
      id,
      number,
      text: clean(text),
      order,
      findings,
    })),
    recommendation: records.recommendation.map((item) => ({
      id: item.id,
      number: item.number,
      text: clean(item.text),
      addressee: item.addressee,
      priority: item.priority,
      timeframe: item.timeframe,
      order: item.order,
      criteria: item.criteria,
      findings: item.findings,
      conclusions: item.conclusions,
    })),
    learning: records.learning.map(({ id, type, number, text, order, findings }) => ({
      id,
      type,
      number,
      text: clean(text),
      order,
      findings,
    })),
    judgement: records.judgement.map((item) => ({
      id: item.id,
      subject: item.subject,
      columns: item.columns,
      convergence: item.convergence,
      reason: clean(item.reason),
      by: isPublic ? asId<'person'>('') : item.by,
    })),
  };
}

function selectSource(source: Source, { profile, pseudonyms, clean, revisionOf, charactersOf }: RecordRules): Source {
  const isPublic = profile === 'public';
  const isDocument = source.method === 'document';
  const mayAttribute = source.consent?.['attribute'] !== 'no';
  return {
    id: source.id,
    name: isDocument && isPublic ? pseudonyms.sourceNameOf(source) : clean(pseudonyms.sourceNameOf(source)),
    method: source.method,
    revision: revisionOf(source.revision),
    fileName: '',
    format: source.format,
    encoding: null,
    fileHash: '',
    characters: charactersOf(source.revision),
    language: source.language,
    date: isPublic && !isDocument ? '' : source.date,
    place: isPublic && !isDocument ? '' : source.place,
    dependencyGroup: isPublic ? '' : clean(source.dependencyGroup),
    order: source.order,
    interventions: source.interventions,
    attributes: isPublic || !mayAttribute ? {} : unidentifying(source.attributes, clean),
    speakers: Object.fromEntries(
      Object.entries(source.speakers).map(([label, role]) => [pseudonyms.labelFor(source, label), role]),
    ),
    consent: attributionOnly(source.consent),
  };
}

/** Whether a group may stand beside words is still asked when they are written; nothing else of consent goes out. */
function attributionOnly(consent: Source['consent']): NonNullable<Source['consent']> {
  return consent?.['attribute'] === undefined ? {} : { attribute: consent['attribute'] };
}

function unidentifying(
  attributes: Readonly<Record<string, string>>,
  clean: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, value]) => !isIdentifyingAttribute(name, value))
      .map(([name, value]) => [name, clean(value)]),
  );
}

/** Stakeholder groups that may stand beside words: for the public only those of several people. */
export function shownGroups(
  participants: readonly Pick<Participant, 'group'>[],
  profile: ExportProfile,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { group } of participants) counts.set(group, (counts.get(group) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => profile !== 'public' || count >= SMALLEST_SHOWN).map(([name]) => name),
  );
}

/** The link beside the coding where that stands now, so that what was unchanged still is, and what was changed, too. */
function moveLink(link: EvidenceLink, coding: Coding | undefined, rules: RecordRules): EvidenceLink {
  const place = coding && rules.placeOf(coding);
  if (!coding || !place) {
    return { ...link, revision: rules.erased.has(link.revision) ? ERASED : NO_TEXT, start: 0, end: 0 };
  }
  return {
    revision: link.revision === coding.revision ? place.revision : NO_TEXT,
    start: link.start === coding.start ? place.start : -1,
    end: link.end === coding.end ? place.end : -1,
    code: link.code,
    direction: link.direction,
  };
}
