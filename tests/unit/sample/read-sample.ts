import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Reads the sample evaluation from disk with nothing but node, so that the checks do not lean on the app. */

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/sample');
const raw = (file: string): string => readFileSync(join(root, file), 'utf8');
const json = <T>(file: string): T => JSON.parse(raw(file)) as T;

export type Direction = 'supports' | 'contradicts' | 'mixed' | 'neutral';
export type Participant = {
  codeName: string;
  group: string;
  gender: string;
  label: string;
};
export type Source = {
  name: string;
  file: string;
  method: 'interview' | 'focus-group' | 'questionnaire' | 'document' | 'observation';
  date: string;
  language: string;
  interventions: string[];
  participants: Participant[];
  plan?: string;
};
export type Coding = {
  id: string;
  source: string;
  quote?: string;
  respondent?: string;
  question?: string;
  code: string;
  direction: Direction;
  coder: string;
  memo: string;
};
export type Evaluation = {
  title: string;
  language: string;
  interventions: { code: string; startDate: string; endDate: string }[];
  people: { key: string; name: string; initials: string }[];
  codes: { path: string; definition: string }[];
};
export type Findings = {
  findings: {
    number: string;
    criterion: string;
    title: string;
    text: string;
    evidence: string[];
    strength: string;
    strengthReason: string;
  }[];
  conclusions: { number: string; text: string; findings: string[] }[];
  recommendations: {
    number: string;
    text: string;
    criteria: string[];
    findings: string[];
    conclusions: string[];
    addressee: string;
    priority: string;
    timeframe: string;
  }[];
  lessons: { number: string; text: string; findings: string[] }[];
  practices: { number: string; text: string; findings: string[] }[];
  judgements: { criterion: string; convergence: string; reason: string }[];
};

export const CRITERIA: [slug: string, name: string][] = [
  ['relevance', 'Pertinencia'],
  ['coherence', 'Coherencia'],
  ['efficiency', 'Eficiencia'],
  ['effectiveness', 'Eficacia'],
  ['impact', 'Impacto'],
  ['sustainability', 'Sostenibilidad'],
  ['human-rights', 'Derechos humanos'],
  ['gender-equality', 'Igualdad de género'],
  ['leaving-no-one-behind', 'No dejar a nadie atrás'],
];

export const evaluation = json<Evaluation>('evaluation.json');
export const sources = json<Source[]>('sources.json');
export const codings = json<Coding[]>('codings.json');
export const book = json<Findings>('findings.json');

export const words = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
export const occurrences = (text: string, part: string): number => text.split(part).length - 1;
export const ofMethod = (method: Source['method']): Source[] => sources.filter((s) => s.method === method);
export const textOf = (source: Source): string => raw(source.file);
export const turnsOf = (text: string): string[] => text.trimEnd().split('\n\n');

/** RFC 4180, enough for a file we wrote ourselves. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += c;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

export const plan = json<{ columns: { name: string; role: string; label: string }[] }>('questionnaire/plan.json');
export const [header = [], ...records] = parseCsv(raw('questionnaire/cuestionario.csv'));
export const respondents = new Map(
  records.map((r) => [r[0] ?? '', new Map(header.map((h, i) => [h, r[i] ?? ''] as const))] as const),
);
export const columns = (role: string): string[] => plan.columns.filter((c) => c.role === role).map((c) => c.name);
