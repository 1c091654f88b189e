/** Answers a query: which codings fit. Each source is looked at once; words are looked for in folded quotes. */
import { matchesValue, valuesOf, type Dimension } from '#shared/analysis/dimension.ts';
import { foldText } from '#shared/analysis/fold-text.ts';
import type { QuoteQuery } from '#shared/analysis/query/quote-query.ts';
import { relatedIn } from '#shared/analysis/query/related-codings.ts';
import { prepareSearch } from '#shared/analysis/search.ts';
import { participantOfCoding } from '#shared/analysis/voices.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';

/** Contents at hand; words of texts that are not are not found. */
export type ContentOf = (revision: ContentHash) => Pick<SourceContent, 'text' | 'segments'> | undefined;

type Test = (coding: Coding) => boolean;

/** The codings that fit, in the order of sources and of the text. */
export function runQuery(project: Project, query: QuoteQuery, contentOf: ContentOf): readonly CodingId[] {
  const prepared = prepare(project, query, contentOf);
  return project.all('source').flatMap((source) => {
    const codings = project.codingsOfSource(source.id);
    if (codings.length === 0) return [];
    const fits = prepared(source, codings);
    return codings.flatMap((coding) => (fits(coding) ? [coding.id] : []));
  });
}

/** What is the same for all sources is done once; the answer is asked source by source. */
function prepare(
  project: Project,
  query: QuoteQuery,
  contentOf: ContentOf,
): (source: Source, codings: readonly Coding[]) => Test {
  switch (query.kind) {
    case 'all':
    case 'any': {
      const parts = query.of.map((part) => prepare(project, part, contentOf));
      const isAll = query.kind === 'all';
      return (source, codings) => {
        const tests = parts.map((part) => part(source, codings));
        return (coding) => (isAll ? tests.every((test) => test(coding)) : tests.some((test) => test(coding)));
      };
    }
    case 'not': {
      const inner = prepare(project, query.of, contentOf);
      return (source, codings) => {
        const test = inner(source, codings);
        return (coding) => !test(coding);
      };
    }
    case 'relation': {
      const codes = new Set(query.codes);
      return (source, codings) => {
        // Words that an edit took out of the text stand nowhere in it.
        const present = codings.filter(({ revision }) => revision === source.revision);
        const test = relatedIn(present, query.relation, codes, contentOf(source.revision)?.segments ?? []);
        return (coding) => coding.revision === source.revision && test(coding);
      };
    }
    case 'attribute':
      return (source) => fitsAttribute(project, source, query, contentOf);
    case 'words': {
      const fits = findsWords(query.text);
      return () =>
        ({ revision, start, end }) => {
          const text = contentOf(revision)?.text;
          return text !== undefined && fits(text.slice(start, end));
        };
    }
    case 'memo': {
      const fits = query.text.trim() === '' ? (memo: string) => memo !== '' : findsWords(query.text);
      return () => (coding) => fits(coding.memo);
    }
    case 'source': {
      const wanted = new Set(query.ids);
      return (source) => () => wanted.has(source.id);
    }
    case 'method': {
      const wanted = new Set(query.values);
      return (source) => () => wanted.has(source.method);
    }
    default: {
      const test = ownTest(project, query);
      return () => test;
    }
  }
}

/** What the coding says by itself. */
function ownTest(
  project: Project,
  query: Extract<QuoteQuery, { kind: 'code' | 'direction' | 'coder' | 'starred' | 'touched' | 'method' | 'source' }>,
): Test {
  switch (query.kind) {
    case 'code': {
      const wanted = new Set(query.codes);
      return ({ code }) => wanted.has(code);
    }
    case 'coder': {
      const wanted = new Set(query.ids);
      return ({ coder }) => wanted.has(coder);
    }
    case 'direction': {
      const wanted = new Set(query.values);
      return ({ direction }) => wanted.has(direction);
    }
    case 'starred':
      return ({ starred }) => starred === true;
    case 'touched':
      return ({ id }) => project.fateOf(id) !== null;
    default:
      return () => false;
  }
}

function fitsAttribute(
  project: Project,
  source: Source,
  { dimension, values: wanted }: { readonly dimension: string; readonly values: readonly string[] },
  contentOf: ContentOf,
): Test {
  const known = new Map<string, boolean>();
  return (coding) => {
    const speaker = participantOfCoding(source, coding, contentOf(coding.revision)?.segments);
    const key = coding.interventions ? coding.id : (speaker ?? '');
    let fits = known.get(key);
    if (fits === undefined) {
      const participant = speaker === null ? undefined : project.get('participant', speaker);
      const values = valuesOf(project, dimension as Dimension, source, participant, coding);
      // '' stands for what is not stated.
      fits = wanted.some((value) =>
        value === '' ? values.length === 0 : matchesValue(project, dimension as Dimension, values, value),
      );
      known.set(key, fits);
    }
    return fits;
  };
}

function findsWords(text: string): (quote: string) => boolean {
  const finder = prepareSearch({ text });
  if (!finder.ok) return () => true;
  const find = finder.value;
  return (quote) => find(foldText(quote), 0) !== null;
}
