/** `search`: where words or a pattern occur, in texts, in quotes or in memos. */
import type { Command, CommandCall } from '#electron/headless/command.ts';
import { refuse, stop } from '#electron/headless/failure.ts';
import { openToRead, type ProjectSession } from '#electron/headless/project-session.ts';
import { foldText } from '#shared/analysis/fold-text.ts';
import { findAll, prepareSearch, type Finder, type SearchFailure } from '#shared/analysis/search.ts';

type Hit = {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name: string;
  readonly coding?: string;
};

export const searchCommand: Command = {
  name: 'search',
  summary: 'where words or a pattern occur',
  operands: ['FILE', 'QUERY'],
  options: {
    regex: { value: null, about: 'QUERY is a pattern: . [] () | * + ? {2,3} ^ $ \\b \\w \\d \\s \\p{L}' },
    in: { value: 'sources|quotes|memos', about: 'where to look; sources when left out' },
    'whole-words': { value: null, about: 'not inside longer words' },
  },
  details: [
    'Case and accents do not count. Words are found in their order, whatever blanks stand between them.',
    'A hit in a memo has the place of its coding and the text of the memo.',
  ],
  run: async (call) => {
    const place = call.choice('in', ['sources', 'quotes', 'memos'] as const) ?? 'sources';
    const ready = prepareSearch({
      text: call.operand(1),
      isPattern: call.has('regex'),
      wholeWords: call.has('whole-words'),
    });
    if (!ready.ok) refuseQuery(call, ready.failure);
    const session = await openToRead(call);
    const hits = await lookIn[place](session, ready.value);
    return {
      json: { hits, total: hits.length },
      text: [...hits.map((hit) => `${hit.name}  ${hit.start}-${hit.end}  ${hit.text}`), `${hits.length} hits`].join(
        '\n',
      ),
    };
  },
};

const lookIn = { sources: inSources, quotes: inQuotes, memos: inMemos };

async function inSources(session: ProjectSession, find: Finder): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  for (const source of session.project.all('source')) {
    const text = (await session.content(source.revision))?.text ?? '';
    for (const { start, end } of findAll(find, foldText(text)).hits) {
      hits.push({ source: source.id, start, end, text: text.slice(start, end), name: source.name });
    }
  }
  return hits;
}

async function inQuotes(session: ProjectSession, find: Finder): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  for (const source of session.project.all('source')) {
    for (const coding of session.project.codingsOfSource(source.id)) {
      const quote = (await session.content(coding.revision))?.text.slice(coding.start, coding.end) ?? '';
      for (const { start, end } of findAll(find, foldText(quote)).hits) {
        const place = { start: coding.start + start, end: coding.start + end };
        hits.push({ source: source.id, ...place, text: quote.slice(start, end), name: source.name, coding: coding.id });
      }
    }
  }
  return hits;
}

function inMemos(session: ProjectSession, find: Finder): Promise<readonly Hit[]> {
  const hits = session.project.all('source').flatMap((source) =>
    session.project
      .codingsOfSource(source.id)
      .filter((coding) => find(foldText(coding.memo), 0) !== null)
      .map(({ id, start, end, memo }) => ({
        source: source.id,
        start,
        end,
        text: memo,
        name: source.name,
        coding: id,
      })),
  );
  return Promise.resolve(hits);
}

const why: Readonly<Record<SearchFailure['code'], string>> = {
  empty: 'The query is empty',
  incomplete: 'The pattern ends too early: a bracket or a backslash is left open',
  unexpected: 'The pattern has a sign where it cannot stand',
  unsupported: 'The pattern uses something that is not offered (such as looking ahead or referring back)',
  'too-long': 'The pattern is too long',
  'too-complex': 'The pattern is too large',
  'matches-nothing': 'The pattern also matches nothing at all, so it would be found everywhere',
};

function refuseQuery(call: CommandCall, failure: SearchFailure): never {
  const place = failure.place > 0 ? ` at place ${failure.place + 1}` : '';
  return stop(
    refuse(`query-${failure.code}`, `${why[failure.code]}${place}: "${call.operand(1)}".`, 'Change the query.'),
  );
}
