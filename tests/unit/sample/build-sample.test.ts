/** The sample, built by the readers and edits that everybody uses, shows all that it promises. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { findGaps } from '#shared/analysis/gaps/find-gaps.ts';
import { buildMatrix } from '#shared/analysis/matrix.ts';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import { asId } from '#shared/basics/ids.ts';
import { flagEvidence } from '#shared/domain/evidence/evidence-link.ts';
import { buildSample, type SampleProject } from '#shared/formats/sample/build-sample.ts';
import { encodeContent, hashContent } from '#shared/formats/project-file/content-block.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { seededBytes } from '#tests/support/random.ts';
import { readSampleFiles } from '#tests/support/sample-files.ts';

let sample: SampleProject;
beforeAll(async () => {
  const digest = await loadDigest();
  const hashOf = (content: Parameters<typeof encodeContent>[0]) =>
    Promise.resolve(hashContent(digest, encodeContent(content)));
  sample = await buildSample(readSampleFiles(), hashOf, seededBytes(1), Date.UTC(2026, 0, 1));
});

describe('the sample evaluation', () => {
  test('has two interventions, two coders, and sources by every method', () => {
    const { project } = sample;
    expect(project.all('intervention')).toHaveLength(2);
    expect(project.all('person').map((person) => person.name)).toEqual(['Ana Robles', 'Luis Cano']);
    const methods = project.all('source').map((source) => source.method);
    expect(methods.filter((method) => method === 'interview').length).toBeGreaterThanOrEqual(8);
    expect(methods.filter((method) => method === 'focus-group')).toHaveLength(2);
    expect(methods.filter((method) => method === 'document')).toHaveLength(3);
    expect(new Set(project.all('coding').map((coding) => coding.coder)).size).toBe(2);
  });

  test('gives every speaker a role, and every respondent a participant with attributes', () => {
    const { project, contents } = sample;
    for (const source of project.all('source')) {
      const content = contents.get(source.revision)!;
      const labels = new Set(content.segments.flatMap((segment) => segment.speaker ?? segment.respondent ?? []));
      expect([...labels].filter((label) => !(label in source.speakers))).toEqual([]);
      if (source.method === 'interview') expect(Object.keys(source.speakers)).toHaveLength(2);
    }
    const questionnaire = project.all('source').find((source) => source.method === 'questionnaire')!;
    expect(Object.keys(questionnaire.speakers)).toHaveLength(64);
    const groups = project.all('participant').map((participant) => participant.group);
    expect(groups.filter((group) => group === '')).toEqual([]);
  });

  test('has all codings within their texts and all evidence unflagged', () => {
    const { project, contents } = sample;
    for (const coding of project.all('coding')) {
      const text = contents.get(coding.revision)!.text;
      expect(coding.start).toBeLessThan(coding.end);
      expect(coding.end).toBeLessThanOrEqual(text.length);
      expect(project.get('code', coding.code)).toBeDefined();
    }
    for (const finding of project.all('finding')) {
      expect(Object.keys(finding.evidence).length).toBeGreaterThan(0);
      for (const [id, link] of Object.entries(finding.evidence)) {
        expect(flagEvidence(link, project.get('coding', asId(id)))).toEqual([]);
      }
    }
    expect(project.all('recommendation').every((item) => Object.keys(item.criteria).length > 0)).toBe(true);
  });

  test('carries a plan: questions with answers, and silence that was not asked told from nothing said', () => {
    const { project, contents } = sample;
    const segmentsOf = (source: { readonly revision: ContentHash }) => contents.get(source.revision)?.segments;
    const questions = buildMatrix(project, { rows: 'question', columns: 'method', segmentsOf }).rows;
    expect(questions.map(({ depth }) => depth)).toContain(1);
    expect(questions.filter(({ codings }) => codings === 0).map(({ label }) => label.slice(0, 3))).toEqual(['9.2']);
    const silent = questions.flatMap(({ convergence }) => convergence.silent.map(({ kind }) => kind));
    expect(new Set(silent)).toEqual(new Set(['not-asked', 'nothing-said']));
  });

  test('carries all four results of convergence', () => {
    const { project, contents } = sample;
    const segmentsOf = (source: { readonly revision: ContentHash }) => contents.get(source.revision)?.segments;
    const results = (['criterion', 'question', 'finding'] as const).flatMap((rows) =>
      buildMatrix(project, { rows, columns: 'method', segmentsOf }).rows.map(({ convergence }) => convergence),
    );
    const all = new Set(['agreement', 'partial-agreement', 'dissonance', 'silence']);
    expect(new Set(results.map(({ suggested }) => suggested))).toEqual(all);
    expect(new Set(results.flatMap(({ judgement }) => judgement?.convergence ?? []))).toEqual(all);
  });

  test('shows gaps of many kinds, and one that was dismissed with a reason', () => {
    const { project, contents } = sample;
    const facts = new CodingFacts(
      project,
      (source) => contents.get(source.revision)?.segments,
      (source) => contents.get(source.revision)?.table,
    );
    const gaps = findGaps(facts);
    const kinds = new Set(gaps.flatMap(({ kind, dismissal }) => (dismissal ? [] : kind)));
    for (const kind of [
      'question-without-evidence',
      'planned-but-silent',
      'planned-not-reached',
      'contrary-unanswered',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect(gaps.filter(({ dismissal }) => dismissal).map(({ key }) => key)).toEqual(['planned-but-silent:observation']);
  });
});
