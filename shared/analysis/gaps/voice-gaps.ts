/** Gaps in whose voices are heard: one source leant on, no woman under a criterion, quotes unlike the sample. */
import { NOBODY, type CodingFacts, type SourceFacts } from '#shared/analysis/coding-facts.ts';
import { valuesOf } from '#shared/analysis/dimension.ts';
import type { GapDraft, GapSubject } from '#shared/analysis/gaps/gap.ts';
import { isWoman } from '#shared/analysis/gender-words.ts';
import { measureBalance } from '#shared/analysis/quote-balance.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { isCriterion } from '#shared/domain/evaluation/criterion-code.ts';
import type { Project } from '#shared/domain/project/project.ts';

/** So many percentage points more or less than in the sample are worth a word. */
const SHARE_APART = 0.2;
/** With fewer quotes or voices shares say nothing. */
const MINIMUM_QUOTES = 10;

type Tally = {
  /** Quotes by voice. */
  readonly quotes: Map<number, number>;
  isWomanHeard: boolean;
};

/** Gaps in voices. */
export function voiceGaps(facts: CodingFacts, sources: readonly SourceFacts[]): readonly GapDraft[] {
  return [...balanceGaps(facts, sources), ...reportGaps(facts, sources)];
}

/** Under each criterion and finding: whether one voice is leant on; under criteria whether a woman is heard. */
function balanceGaps(facts: CodingFacts, sources: readonly SourceFacts[]): readonly GapDraft[] {
  const { project } = facts;
  const women = new Women(facts);
  const codebook = buildCodebook(project.all('code'));
  const ofCode = new Map<number, CodeId>();
  for (const { code } of codebook.flat) {
    const root = codebook.rootOf(code.id);
    if (root && isCriterion(root) && !root.hidden) ofCode.set(facts.codeNumber(code.id), root.id);
  }
  const findingsOf = new Map<string, string[]>();
  for (const finding of project.all('finding')) {
    for (const id of Object.keys(finding.evidence)) findingsOf.set(id, [...(findingsOf.get(id) ?? []), finding.id]);
  }
  const tallies = new Map<string, Tally>();
  for (const source of sources) {
    for (let place = 0; place < source.codings.length; place += 1) {
      const criterion = ofCode.get(source.codes[place] as number);
      const rows = findingsOf.size > 0 ? (findingsOf.get(source.codings[place]?.id ?? '') ?? []) : [];
      if (criterion !== undefined) addQuote(tallies, criterion, source, place, women);
      for (const finding of rows) addQuote(tallies, finding, source, place, women);
    }
  }
  const gaps: GapDraft[] = [];
  for (const [id, { quotes, isWomanHeard }] of tallies) {
    const subject = subjectOf(project, id);
    if (!subject) continue;
    const { isOverReliant, largestShare } = measureBalance(quotes.values());
    if (isOverReliant) {
      gaps.push({ kind: 'over-reliance', subject, detail: '', values: { percent: Math.round(largestShare * 100) } });
    }
    if (subject.kind === 'code' && women.areKnown && !isWomanHeard) {
      gaps.push({ kind: 'no-womans-voice', subject, detail: '', values: {} });
    }
  }
  return gaps;
}

function addQuote(tallies: Map<string, Tally>, row: string, source: SourceFacts, place: number, women: Women): void {
  let tally = tallies.get(row);
  if (!tally) tallies.set(row, (tally = { quotes: new Map(), isWomanHeard: false }));
  const voice = source.voices[place] as number;
  tally.quotes.set(voice, (tally.quotes.get(voice) ?? 0) + 1);
  if (!tally.isWomanHeard) tally.isWomanHeard = women.speakIn(source, source.speakers[place] as number);
}

function subjectOf(project: Project, id: string): GapSubject | null {
  const code = project.get('code', id as never);
  if (code) return { kind: 'code', id, name: code.name };
  const finding = project.get('finding', id as never);
  return finding ? { kind: 'finding', id, name: finding.number } : null;
}

/** Which participants are women, as far as it is stated. */
class Women {
  readonly areKnown: boolean;
  private readonly facts: CodingFacts;

  constructor(facts: CodingFacts) {
    this.facts = facts;
    this.areKnown = facts.project.all('participant').some(({ gender }) => isWoman(gender));
  }

  /** Where it is not known who speaks, any woman among the participants may have. */
  speakIn(source: SourceFacts, speaker: number): boolean {
    return (speaker === NOBODY ? source.participants : [speaker]).some((one) => {
      const id = this.facts.participantId(one);
      return id !== undefined && isWoman(this.facts.project.get('participant', id)?.gender ?? '');
    });
  }
}

/** The quotes that findings rest on against the sample: by group, gender and method. */
function reportGaps(facts: CodingFacts, sources: readonly SourceFacts[]): readonly GapDraft[] {
  const { project } = facts;
  const picked = new Set(project.all('finding').flatMap(({ evidence }) => Object.keys(evidence)));
  if (picked.size < MINIMUM_QUOTES) return [];
  const { id, title } = project.evaluation;
  return (['group', 'gender'] as const).flatMap((dimension): readonly GapDraft[] => {
    const quotes = new Map<string, number>();
    const sample = new Map<string, number>();
    for (const source of sources) {
      for (const { participant } of source.potential) addValues(sample, source, participant);
      source.codings.forEach((coding, place) => {
        if (picked.has(coding.id)) addValues(quotes, source, source.speakers[place] as number);
      });
    }
    function addValues(counts: Map<string, number>, { source }: SourceFacts, participant: number): void {
      const person = participant === NOBODY ? undefined : facts.participantId(participant);
      const values = valuesOf(project, dimension, source, person && project.get('participant', person));
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const quoted = total(quotes);
    const heard = total(sample);
    if (quoted < MINIMUM_QUOTES || heard < MINIMUM_QUOTES) return [];
    return [...sample].flatMap(([value, count]): readonly GapDraft[] => {
      const inSample = count / heard;
      const inQuotes = (quotes.get(value) ?? 0) / quoted;
      if (Math.abs(inSample - inQuotes) < SHARE_APART) return [];
      const values = { who: value, quotes: Math.round(inQuotes * 100), sample: Math.round(inSample * 100) };
      const subject = { kind: 'evaluation' as const, id, name: title };
      return [{ kind: 'report-unlike-sample', subject, detail: `${dimension} ${value}`, values }];
    });
  });
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
