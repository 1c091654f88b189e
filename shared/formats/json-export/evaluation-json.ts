/** Everything in an evaluation as one JSON document, described in docs/json-export.md. */
import { succeed } from '#shared/basics/result.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { effectiveConsent, mayShare } from '#shared/domain/consent/effective-consent.ts';
import { labelsOf, maskContent } from '#shared/domain/consent/mask-content.ts';
import { withdrawnTexts } from '#shared/domain/consent/withdrawal.ts';
import type { Question } from '#shared/domain/evaluation/question.ts';
import { flagEvidence } from '#shared/domain/evidence/evidence-link.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { exportCancelled, type ExportControl, type ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import { joinBytes } from '#shared/formats/deliverable/join-bytes.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';
import { leftOutRemarks, sortByConsent, type ConsentedCodings } from '#shared/formats/deliverable/left-out.ts';
import { breathe } from '#shared/formats/read-options.ts';

/** Rises when a field is renamed or removed; new fields may come without it. */
const JSON_EXPORT_VERSION = 1;

type Lists = Readonly<Record<string, () => Iterable<unknown>>>;

const RECORDS_PER_BREATH = 2_000;

/**
 * Writes the document: UTF-8 without byte order mark, one record per line. It is put together record by record, as a
 * project with many texts is longer than one string may be.
 */
export async function writeEvaluationJson(
  material: EvaluationMaterial,
  request: { readonly exportedAt: string },
  control: ExportControl = {},
): Promise<ExportResult> {
  const index = indexMaterial(material);
  const consented = sortByConsent(index, material.records.coding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const write = (text: string): void => {
    pieces.push(encoder.encode(text));
  };
  const total = Object.values(material.records).reduce((sum, list) => sum + list.length, 0);
  let done = 0;
  const head = {
    format: 'triangula-evaluation',
    version: JSON_EXPORT_VERSION,
    exportedAt: request.exportedAt,
    profile: material.profile ?? 'full',
  };
  write(`${JSON.stringify(head).slice(0, -1)},\n"evaluation":${JSON.stringify(index.evaluation)}`);
  for (const [name, list] of Object.entries(listsOf(index, consented))) {
    write(`,\n"${name}":[`);
    let separator = '\n';
    for (const record of list()) {
      write(separator + JSON.stringify(record));
      separator = ',\n';
      done += 1;
      if (done % RECORDS_PER_BREATH !== 0) continue;
      control.onProgress?.({ done: Math.min(done, total), total });
      await breathe();
      if (control.signal?.aborted) return exportCancelled();
    }
    write(separator === '\n' ? ']' : '\n]');
  }
  write('\n}\n');
  return succeed({ bytes: joinBytes(pieces), remarks: leftOutRemarks(consented.leftOut) });
}

/** The lists of the document in order. Statistics are there from the start, so that readers need not change. */
function listsOf(index: MaterialIndex, consented: ConsentedCodings): Lists {
  const { records } = index.material;
  return {
    interventions: () => records.intervention,
    people: () => records.person,
    sources: () => sourcesOf(index),
    participants: () =>
      records.participant.map((item) => ({ ...item, interventions: Object.keys(item.interventions) })),
    codes: () => records.code.map((code) => ({ ...code, path: index.codebook.pathOf(code.id) })),
    codings: () => codingsOf(index, consented.kept),
    leftOut: () => [...consented.heldBack].map(([coding, reason]) => ({ coding, reason })),
    statistics: () => [],
    findings: () => findingsOf(index),
    conclusions: () => records.conclusion.map((item) => ({ ...item, findings: Object.keys(item.findings) })),
    recommendations: () =>
      records.recommendation.map((item) => ({
        ...item,
        criteria: Object.keys(item.criteria),
        findings: Object.keys(item.findings),
        conclusions: Object.keys(item.conclusions),
      })),
    lessonsAndPractices: () => records.learning.map((item) => ({ ...item, findings: Object.keys(item.findings) })),
    judgements: () => records.judgement,
    questions: () => records.question.map(listMaps),
    samplingPlan: () => records['planned-sample'],
    dismissedGaps: () => records['gap-dismissal'],
  };
}

/** Maps that only say which, as lists of ids or words. */
function listMaps({ methods, groups, interventions, codes, criteria, ...rest }: Question): unknown {
  return {
    ...rest,
    methods: Object.keys(methods),
    groups: Object.keys(groups),
    interventions: Object.keys(interventions),
    codes: Object.keys(codes),
    criteria: Object.keys(criteria),
  };
}

function* sourcesOf(index: MaterialIndex): Generator {
  for (const source of index.material.records.source) {
    const content = consentedContent(index, source);
    yield {
      ...source,
      interventions: Object.keys(source.interventions),
      text: content?.text ?? null,
      segments: content?.segments ?? [],
      table: content?.table ?? null,
    };
  }
}

/** The text as far as those who speak in it have agreed: none of it, or what the others said. */
function consentedContent(index: MaterialIndex, source: Source): SourceContent | null {
  const content = index.material.contents.get(source.revision);
  if (!content || mayShare(effectiveConsent([source])) !== true) return null;
  const silent = participantsOf(source).filter((id) => {
    const participant = index.participants.get(id);
    return participant && mayShare(effectiveConsent([source, participant])) !== true;
  });
  const labels = labelsOf(source, new Set(silent));
  return labels && maskContent(content, labels);
}

function* codingsOf(index: MaterialIndex, codings: readonly Coding[]): Generator {
  for (const coding of codings) {
    const text = index.material.contents.get(coding.revision)?.text;
    const interventions = Object.keys(coding.interventions ?? {});
    yield { ...coding, interventions, quote: text?.slice(coding.start, coding.end) ?? null };
  }
}

function* findingsOf(index: MaterialIndex): Generator {
  const withdrawn = withdrawnTexts(index.material.records.withdrawal);
  const codings = new Map(index.material.records.coding.map((coding) => [coding.id, coding]));
  for (const finding of index.material.records.finding) {
    const evidence = Object.entries(finding.evidence).map(([id, link]) => {
      const coding = codings.get(id as never);
      return { coding: id, linked: link, flags: flagEvidence(link, coding, withdrawn, index.placeInText) };
    });
    const { questions = {}, interventions = {} } = finding;
    yield { ...finding, evidence, questions: Object.keys(questions), interventions: Object.keys(interventions) };
  }
}
