/** The kinds of record that an evaluation is made of: type, schema, map fields and defaults of each, in one table. */
import type * as z from 'zod';
import { codeSchema, type Code } from '#shared/domain/codebook/code.ts';
import { codingSchema, type Coding } from '#shared/domain/coding/coding.ts';
import { withdrawalSchema, type Withdrawal } from '#shared/domain/consent/withdrawal.ts';
import { evaluationSchema, type Evaluation } from '#shared/domain/evaluation/evaluation.ts';
import { interventionSchema, type Intervention } from '#shared/domain/evaluation/intervention.ts';
import { plannedSampleSchema, type PlannedSample } from '#shared/domain/evaluation/planned-sample.ts';
import { questionSchema, type Question } from '#shared/domain/evaluation/question.ts';
import { judgementSchema, type Judgement } from '#shared/domain/evidence/judgement.ts';
import { statisticSchema, type Statistic } from '#shared/domain/evidence/statistic.ts';
import { conclusionSchema, type Conclusion } from '#shared/domain/findings/conclusion.ts';
import { exchangeSchema, type Exchange } from '#shared/domain/exchange/exchange.ts';
import { findingSchema, type Finding } from '#shared/domain/findings/finding.ts';
import { learningSchema, type Learning } from '#shared/domain/findings/learning.ts';
import { recommendationSchema, type Recommendation } from '#shared/domain/findings/recommendation.ts';
import { gapDismissalSchema, type GapDismissal } from '#shared/domain/gaps/gap-dismissal.ts';
import {
  identityDestructionSchema,
  type IdentityDestruction,
} from '#shared/domain/participant/identity-destruction.ts';
import { participantSchema, type Participant } from '#shared/domain/participant/participant.ts';
import { quoteSetSchema, type QuoteSet } from '#shared/domain/quote-set/quote-set.ts';
import { textRevisionSchema, type TextRevision } from '#shared/domain/revision/text-revision.ts';
import { sourceSchema, type Source } from '#shared/domain/source/source.ts';
import { theoryConditionSchema, type TheoryCondition } from '#shared/domain/theory-of-change/theory-condition.ts';
import { theoryLinkSchema, type TheoryLink } from '#shared/domain/theory-of-change/theory-link.ts';
import { theoryNodeSchema, type TheoryNode } from '#shared/domain/theory-of-change/theory-node.ts';
import { codingRoundSchema, type CodingRound } from '#shared/domain/team/coding-round.ts';
import { personSchema, type Person } from '#shared/domain/team/person.ts';

export type Records = {
  readonly evaluation: Evaluation;
  readonly intervention: Intervention;
  readonly person: Person;
  readonly source: Source;
  readonly revision: TextRevision;
  readonly participant: Participant;
  readonly 'identity-destruction': IdentityDestruction;
  readonly withdrawal: Withdrawal;
  readonly code: Code;
  readonly coding: Coding;
  readonly 'quote-set': QuoteSet;
  readonly statistic: Statistic;
  readonly finding: Finding;
  readonly conclusion: Conclusion;
  readonly recommendation: Recommendation;
  readonly learning: Learning;
  readonly judgement: Judgement;
  readonly 'theory-node': TheoryNode;
  readonly 'theory-link': TheoryLink;
  readonly 'theory-condition': TheoryCondition;
  readonly question: Question;
  readonly 'planned-sample': PlannedSample;
  readonly 'gap-dismissal': GapDismissal;
  readonly exchange: Exchange;
  readonly 'coding-round': CodingRound;
};
export type Kind = keyof Records;

export type KindShape = {
  readonly schema: z.ZodObject;
  /**
   * Fields that are maps. Each entry is a field of its own in a change (`attributes.Estado`), so that two people
   * who touch different entries never overwrite each other.
   */
  readonly maps: readonly string[];
};

export const kindShapes: Readonly<Record<Kind, KindShape>> = {
  evaluation: { schema: evaluationSchema, maps: [] },
  intervention: { schema: interventionSchema, maps: [] },
  person: { schema: personSchema, maps: [] },
  source: { schema: sourceSchema, maps: ['interventions', 'attributes', 'speakers', 'consent', 'finished'] },
  revision: { schema: textRevisionSchema, maps: [] },
  participant: { schema: participantSchema, maps: ['interventions', 'attributes', 'consent'] },
  'identity-destruction': { schema: identityDestructionSchema, maps: [] },
  withdrawal: { schema: withdrawalSchema, maps: [] },
  code: { schema: codeSchema, maps: ['aliases'] },
  coding: { schema: codingSchema, maps: ['interventions'] },
  'quote-set': { schema: quoteSetSchema, maps: [] },
  statistic: { schema: statisticSchema, maps: [] },
  finding: { schema: findingSchema, maps: ['concerns', 'evidence', 'statistics', 'questions', 'interventions'] },
  conclusion: { schema: conclusionSchema, maps: ['findings'] },
  recommendation: { schema: recommendationSchema, maps: ['criteria', 'findings', 'conclusions'] },
  learning: { schema: learningSchema, maps: ['findings'] },
  judgement: { schema: judgementSchema, maps: [] },
  'theory-node': { schema: theoryNodeSchema, maps: [] },
  'theory-link': { schema: theoryLinkSchema, maps: ['evidence'] },
  'theory-condition': { schema: theoryConditionSchema, maps: [] },
  question: { schema: questionSchema, maps: ['methods', 'groups', 'interventions', 'codes', 'criteria'] },
  'planned-sample': { schema: plannedSampleSchema, maps: [] },
  'gap-dismissal': { schema: gapDismissalSchema, maps: [] },
  exchange: { schema: exchangeSchema, maps: ['aliases', 'parts'] },
  'coding-round': { schema: codingRoundSchema, maps: ['sources', 'codes', 'coders', 'settled'] },
};

export const kinds = Object.keys(kindShapes) as readonly Kind[];
