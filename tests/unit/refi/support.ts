/** Projects in memory that files of other programs are laid over, and what stands in them afterwards. */
import { asId } from '#shared/basics/ids.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import { newEvaluation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { Project, type Author } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import { encodeContent, hashContent } from '#shared/formats/project-file/content-block.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { planQdpx, type QdpxPlan } from '#shared/formats/refi/plan-qdpx.ts';
import { readQdpx } from '#shared/formats/refi/read-qdpx.ts';
import { seededBytes } from '#tests/support/random.ts';

export type Held = { readonly project: Project; readonly contents: Map<ContentHash, SourceContent> };

export const author: Author = {
  replica: asId<'replica'>('refi000000000000'),
  person: asId<'person'>('p000000000000001'),
  nowMilliseconds: 1_768_000_000_000,
};

/** A project with the nine criteria and nothing else. */
export function emptyHeld(language: 'en' | 'es' | 'fr' = 'en'): Held {
  const project = new Project();
  const person = { id: author.person, name: 'Importer' };
  const draft = newEvaluation({ title: 'Exchange', language, interventions: [], person }, seededBytes(7));
  const change = project.prepare(draft, author);
  if (change) project.apply(change);
  return { project, contents: new Map() };
}

/** Imports the bytes of a project and applies the change; throws when they are refused. */
export async function importInto(held: Held, name: string, bytes: Uint8Array): Promise<QdpxPlan> {
  const read = await readQdpx({ name, bytes });
  if (!read.ok) throw new Error(`${name}: ${read.failure.code}`);
  const digest = await loadDigest();
  const plan = await planQdpx(held.project, read.value, {
    fileName: name,
    person: author.person,
    now: '2026-01-31T12:00:00.000Z',
    language: held.project.evaluation.language,
    addContent: (content) => {
      const hash = hashContent(digest, encodeContent(content));
      held.contents.set(hash, content);
      return Promise.resolve(hash);
    },
    contentOf: (hash) => Promise.resolve(held.contents.get(hash) ?? null),
  });
  const change = held.project.prepare(plan.draft, author);
  if (change) held.project.apply(change);
  return plan;
}

export type SegmentFacts = {
  readonly source: string;
  readonly format: string;
  readonly text: string;
  /** Unicode code points. */
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly user: string;
  readonly memo: string;
};

/** All codings with their words, in the order of source and place. */
export function segmentsIn({ project, contents }: Held): readonly SegmentFacts[] {
  const codebook = buildCodebook(project.all('code'));
  return project.all('source').flatMap((source) =>
    project.codingsOfSource(source.id).map((coding) => {
      const text = contents.get(coding.revision)?.text ?? '';
      return {
        source: source.name,
        format: source.format,
        text: text.slice(coding.start, coding.end),
        start: [...text.slice(0, coding.start)].length,
        end: [...text.slice(0, coding.end)].length,
        code: codebook.pathOf(coding.code).join(' / '),
        user: project.get('person', coding.coder)?.name ?? '',
        memo: coding.memo,
      };
    }),
  );
}
