/** The facts that counting works on: one set per open evaluation, kept between renders and places. */
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import type { ProjectSession } from '#renderer/data/session.ts';

const factsBySession = new WeakMap<ProjectSession, CodingFacts>();

/** The facts of an open evaluation; reading them after an edit redoes only the source that changed. */
export function codingFactsOf(session: ProjectSession): CodingFacts {
  let facts = factsBySession.get(session);
  if (!facts) {
    facts = new CodingFacts(
      session.project,
      (_source, revision) => session.contents.peek(revision)?.segments,
      (source) => session.contents.peek(source.revision)?.table,
    );
    factsBySession.set(session, facts);
  }
  return facts;
}
