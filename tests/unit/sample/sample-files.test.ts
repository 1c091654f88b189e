import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  book,
  codings,
  columns,
  CRITERIA,
  evaluation,
  header,
  occurrences,
  ofMethod,
  plan,
  records,
  respondents,
  root,
  sources,
  textOf,
  turnsOf,
  words,
  type Coding,
  type Direction,
  type Source,
} from './read-sample';

/** The sample evaluation is hand-written data; these checks keep it whole when somebody edits it. */

describe('sample: evaluation and sources', () => {
  it('names two interventions, two coders and a codebook under the nine criteria', () => {
    expect(evaluation.language).toBe('es');
    expect(evaluation.interventions).toHaveLength(2);
    expect(evaluation.people.map((p) => p.key)).toEqual(['ana', 'luis']);
    const paths = evaluation.codes.map((c) => c.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeGreaterThanOrEqual(22);
    expect(paths.length).toBeLessThanOrEqual(28);
    const names = new Set(CRITERIA.map(([, name]) => name));
    for (const path of paths) {
      const [top, sub, ...more] = path.split('/');
      expect(names, path).toContain(top);
      expect(sub, path).toBeTruthy();
      expect(more, path).toEqual([]);
    }
    expect(new Set(paths.map((p) => p.split('/')[0])).size).toBe(9);
    for (const code of evaluation.codes) expect(code.definition.length, code.path).toBeGreaterThan(20);
  });

  it('has nine interviews, two focus groups, one questionnaire and three documents of real length', () => {
    const within = (method: Source['method'], count: number, from: number, to: number): void => {
      const found = ofMethod(method);
      expect(found, method).toHaveLength(count);
      for (const source of found) {
        const n = words(textOf(source));
        expect(n, source.name).toBeGreaterThanOrEqual(from);
        expect(n, source.name).toBeLessThanOrEqual(to);
      }
    };
    within('interview', 9, 1500, 2200);
    within('focus-group', 2, 1500, 2400);
    within('document', 3, 900, 1500);
    expect(ofMethod('questionnaire')).toHaveLength(1);
    expect(sources).toHaveLength(15);
  });

  it('lists files that exist, are UTF-8 with LF and no BOM, and resolve every reference', () => {
    const known = new Set(evaluation.interventions.map((i) => i.code));
    expect(new Set(sources.map((s) => s.name)).size).toBe(sources.length);
    for (const source of sources) {
      expect(existsSync(join(root, source.file)), source.file).toBe(true);
      const text = textOf(source);
      expect(text.includes('\r'), source.file).toBe(false);
      expect(text.includes('\uFEFF'), source.file).toBe(false);
      expect(text.includes('\uFFFD'), source.file).toBe(false);
      expect(text.endsWith('\n'), source.file).toBe(true);
      expect(source.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source.interventions.length).toBeGreaterThan(0);
      for (const code of source.interventions) expect(known).toContain(code);
    }
  });

  it('speaks in turns whose labels are the interviewer or a listed participant', () => {
    for (const source of [...ofMethod('interview'), ...ofMethod('focus-group')]) {
      const asker = source.method === 'interview' ? 'ENTREVISTADORA' : 'MODERADORA';
      const listed = source.participants.map((p) => p.label);
      const heard = new Set<string>();
      for (const turn of turnsOf(textOf(source))) {
        expect(turn, source.name).not.toContain('\n');
        const label = /^([A-Z0-9-]+): \S/u.exec(turn)?.[1] ?? '';
        expect([asker, ...listed], `${source.name}: ${turn.slice(0, 40)}`).toContain(label);
        heard.add(label);
      }
      expect([...heard].sort(), source.name).toEqual([asker, ...listed].sort());
      expect(listed).toHaveLength(source.method === 'interview' ? 1 : 6);
    }
    const codeNames = sources.flatMap((s) => s.participants.map((p) => p.codeName));
    expect(new Set(codeNames).size).toBe(codeNames.length);
  });

  it('gives documents headings on lines of their own', () => {
    for (const source of ofMethod('document')) {
      const headings = textOf(source)
        .split('\n')
        .filter((line) => /^(\d+(\.\d+)?\.? |[A-ZÁÉÍÓÚÑ ]{8,}$|Presentación$|Anexo )/u.test(line) && words(line) < 14);
      expect(headings.length, source.name).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('sample: questionnaire', () => {
  it('has 64 respondents and equal columns, as the plan says', () => {
    expect(records).toHaveLength(64);
    for (const record of records) expect(record, record[0]).toHaveLength(header.length);
    expect(plan.columns.map((c) => c.name)).toEqual(header);
    expect(respondents.size).toBe(64);
    expect(columns('id')).toEqual(['folio']);
    expect(columns('date')).toEqual(['fecha']);
    expect(columns('attribute')).toEqual(['estado', 'sexo', 'institucion']);
    expect(columns('closed')).toHaveLength(5);
    expect(columns('multiple')).toHaveLength(1);
    expect(columns('open')).toHaveLength(3);
    const questionnaire = ofMethod('questionnaire')[0];
    expect(questionnaire?.plan).toBe('questionnaire/plan.json');
    expect(questionnaire?.participants).toEqual([]);
  });

  it('keeps closed answers few and open answers varied', () => {
    for (const question of columns('closed')) {
      const answers = new Set([...respondents.values()].map((r) => r.get(question)));
      expect(answers.size, question).toBeLessThanOrEqual(5);
      expect(answers, question).not.toContain('');
    }
    for (const question of columns('open')) {
      const given = [...respondents.values()].map((r) => r.get(question) ?? '').filter(Boolean);
      expect(given.length, question).toBeGreaterThan(40);
      expect(given.length, question).toBeLessThan(64);
      expect(new Set(given).size, question).toBe(given.length);
      for (const answer of given) {
        expect(words(answer), answer).toBeGreaterThanOrEqual(5);
        expect(words(answer), answer).toBeLessThanOrEqual(60);
      }
    }
  });
});

describe('sample: codings', () => {
  const byName = new Map(sources.map((s) => [s.name, s]));
  const paths = new Set(evaluation.codes.map((c) => c.path));
  const coders = new Set(evaluation.people.map((p) => p.key));

  it('are 180 to 230, by both coders, with every code used and every reference known', () => {
    expect(codings.length).toBeGreaterThanOrEqual(180);
    expect(codings.length).toBeLessThanOrEqual(230);
    expect(new Set(codings.map((c) => c.id)).size).toBe(codings.length);
    for (const coding of codings) {
      expect(byName.has(coding.source), coding.id).toBe(true);
      expect(paths, coding.id).toContain(coding.code);
      expect(coders, coding.id).toContain(coding.coder);
      expect(['supports', 'contradicts', 'mixed', 'neutral']).toContain(coding.direction);
    }
    expect(new Set(codings.map((c) => c.code)).size).toBe(paths.size);
    expect(new Set(codings.map((c) => c.source)).size).toBe(sources.length);
    for (const key of coders) expect(codings.filter((c) => c.coder === key).length).toBeGreaterThan(70);
  });

  it('quote words that occur exactly once and lie inside one turn', () => {
    for (const coding of codings) {
      const source = byName.get(coding.source);
      if (!source) throw new Error(coding.id);
      if (source.method === 'questionnaire') {
        const answer = respondents.get(coding.respondent ?? '')?.get(coding.question ?? '') ?? '';
        expect(columns('open'), coding.id).toContain(coding.question);
        expect(answer, coding.id).not.toBe('');
        if (coding.quote !== undefined) expect(occurrences(answer, coding.quote), coding.id).toBe(1);
      } else {
        const quote = coding.quote ?? '';
        expect(quote.length, coding.id).toBeGreaterThan(10);
        expect(occurrences(textOf(source), quote), `${coding.id}: ${quote}`).toBe(1);
        expect(quote, coding.id).not.toContain('\n');
        if (source.method !== 'document') {
          const turn = turnsOf(textOf(source)).find((t) => t.includes(quote)) ?? '';
          expect(turn.startsWith('ENTREVISTADORA') || turn.startsWith('MODERADORA'), coding.id).toBe(false);
          expect(turn.indexOf(quote), coding.id).toBeGreaterThan(turn.indexOf(':'));
        }
      }
    }
  });

  it('are coded twice in part: mostly the same, at times another code, extent or direction', () => {
    const span = (coding: Coding): [place: string, from: number, to: number] => {
      const source = byName.get(coding.source);
      if (!source) throw new Error(coding.id);
      const inQuestionnaire = source.method === 'questionnaire';
      const text = inQuestionnaire
        ? (respondents.get(coding.respondent ?? '')?.get(coding.question ?? '') ?? '')
        : textOf(source);
      const quote = coding.quote ?? text;
      const from = text.indexOf(quote);
      const place = inQuestionnaire ? `${coding.respondent}|${coding.question}` : coding.source;
      return [place, from, from + quote.length];
    };
    const seen = { same: 0, code: 0, extent: 0, direction: 0 };
    for (const one of codings.filter((c) => c.coder === 'ana')) {
      const [place, from, to] = span(one);
      for (const two of codings.filter((c) => c.coder === 'luis')) {
        const [otherPlace, otherFrom, otherTo] = span(two);
        if (place !== otherPlace || from >= otherTo || otherFrom >= to) continue;
        const extent = from !== otherFrom || to !== otherTo;
        if (one.code !== two.code) seen.code += 1;
        else if (one.direction !== two.direction) seen.direction += 1;
        else if (extent) seen.extent += 1;
        else seen.same += 1;
      }
    }
    expect(seen.same).toBeGreaterThanOrEqual(8);
    expect(seen.extent).toBeGreaterThanOrEqual(5);
    expect(seen.code).toBeGreaterThanOrEqual(2);
    expect(seen.direction).toBeGreaterThanOrEqual(2);
  });
});

describe('sample: findings', () => {
  const slugs = CRITERIA.map(([slug]) => slug);
  const numbers = new Set(book.findings.map((f) => f.number));

  it('resolve every reference along the chain', () => {
    expect(book.findings.length).toBeGreaterThanOrEqual(10);
    expect(book.findings.length).toBeLessThanOrEqual(12);
    expect(book.conclusions).toHaveLength(5);
    expect(book.recommendations).toHaveLength(6);
    expect(book.lessons).toHaveLength(2);
    expect(book.practices).toHaveLength(2);

    const byId = new Map(codings.map((c) => [c.id, c]));
    const covered = new Set<string>();
    for (const finding of book.findings) {
      expect(slugs).toContain(finding.criterion);
      expect(finding.number).toMatch(new RegExp(`^F${slugs.indexOf(finding.criterion) + 1}\\.\\d+$`));
      expect(['strong', 'moderate', 'limited', 'poor']).toContain(finding.strength);
      expect(finding.strengthReason).not.toBe('');
      expect(finding.evidence.length).toBeGreaterThan(0);
      expect(new Set(finding.evidence).size).toBe(finding.evidence.length);
      for (const id of finding.evidence) expect(byId.has(id), `${finding.number} ${id}`).toBe(true);
      covered.add(finding.criterion);
    }
    expect([...covered].sort()).toEqual([...slugs].sort());
    const used = new Set<string>();
    for (const conclusion of book.conclusions) {
      expect(conclusion.findings.length).toBeGreaterThan(0);
      for (const number of conclusion.findings) {
        expect(numbers).toContain(number);
        used.add(number);
      }
    }
    expect(used.size).toBe(numbers.size);
    const conclusions = new Set(book.conclusions.map((c) => c.number));
    for (const recommendation of book.recommendations) {
      expect(recommendation.conclusions.length).toBeGreaterThan(0);
      for (const number of recommendation.conclusions) expect(conclusions).toContain(number);
      for (const number of recommendation.findings) expect(numbers).toContain(number);
      expect(recommendation.criteria.length).toBeGreaterThan(0);
      for (const slug of recommendation.criteria) expect(slugs).toContain(slug);
      expect(['key', 'important']).toContain(recommendation.priority);
      expect(recommendation.addressee).not.toBe('');
      expect(recommendation.timeframe).not.toBe('');
    }
    for (const item of [...book.lessons, ...book.practices]) {
      for (const number of item.findings) expect(numbers).toContain(number);
    }
  });

  it('call a finding strong only when three sources and two methods carry it', () => {
    const method = new Map(sources.map((s) => [s.name, s.method]));
    const byId = new Map(codings.map((c) => [c.id, c]));
    for (const finding of book.findings.filter((f) => f.strength === 'strong')) {
      const evidence = finding.evidence.flatMap((id) => byId.get(id) ?? []);
      expect(new Set(evidence.map((c) => c.source)).size, finding.number).toBeGreaterThanOrEqual(3);
      expect(new Set(evidence.map((c) => method.get(c.source))).size, finding.number).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('sample: convergence', () => {
  /** A small recount of the rule, independent of the app's own code. */
  function recount(criterion: string, neutralSpeaks: boolean): string {
    const votes = new Map<string, Map<string, Set<Direction>>>();
    for (const coding of codings) {
      if (coding.code.split('/')[0] !== criterion) continue;
      if (coding.direction === 'neutral' && !neutralSpeaks) continue;
      const method = sources.find((s) => s.name === coding.source)?.method ?? '';
      const voices = votes.get(method) ?? new Map<string, Set<Direction>>();
      votes.set(method, voices);
      const voice = coding.respondent ?? coding.source;
      voices.set(voice, (voices.get(voice) ?? new Set<Direction>()).add(coding.direction));
    }
    const sides = [...votes].map(([method, voices]) => {
      let plus = 0;
      let minus = 0;
      for (const directions of voices.values()) {
        directions.delete('neutral');
        if (directions.size === 0) continue;
        const one = directions.size === 1 ? [...directions][0] : 'mixed';
        plus += one === 'supports' ? 1 : one === 'mixed' ? 0.5 : 0;
        minus += one === 'contradicts' ? 1 : one === 'mixed' ? 0.5 : 0;
      }
      const all = method === 'questionnaire' ? respondents.size : sources.filter((s) => s.method === method).length;
      return { stance: Math.sign(plus - minus), prominence: Math.max(plus, minus) / all };
    });
    if (sides.length < 2) return 'silence';
    let worst = 'agreement';
    sides.forEach((a, i) => {
      for (const b of sides.slice(i + 1)) {
        if (a.stance * b.stance < 0) worst = 'dissonance';
        else if (worst === 'dissonance') continue;
        else if (a.stance === 0 || b.stance === 0 || Math.abs(a.prominence - b.prominence) > 0.34) worst = 'partial';
      }
    });
    return worst;
  }

  it('shows agreement, partial agreement, dissonance and silence, as the judgements say', () => {
    const rowsWhen = (neutralSpeaks: boolean): Record<string, string> =>
      Object.fromEntries(CRITERIA.map(([slug, name]) => [slug, recount(name, neutralSpeaks)]));
    const rows = rowsWhen(false);
    expect(rowsWhen(true)).toEqual(rows);
    expect(rows).toEqual({
      relevance: 'agreement',
      coherence: 'partial',
      efficiency: 'partial',
      effectiveness: 'dissonance',
      impact: 'silence',
      sustainability: 'agreement',
      'human-rights': 'partial',
      'gender-equality': 'dissonance',
      'leaving-no-one-behind': 'partial',
    });
    expect(Object.fromEntries(book.judgements.map((j) => [j.criterion, j.convergence]))).toEqual(rows);
    for (const judgement of book.judgements) expect(judgement.reason).not.toBe('');
  });
});
