/** Puts together what the worker needs for a deliverable: material with its texts, counts, wording. */
import { buildMatrix, type Matrix } from '#shared/analysis/matrix.ts';
import type { MatrixRows } from '#shared/analysis/matrix-rows.ts';
import type { MatrixColumns, WhereClause } from '#shared/analysis/matrix-scope.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import { gatherMaterial, neededContents, type EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type {
  DeliverableFigures,
  DeliverableOrder,
  DeliverableTask,
} from '#shared/formats/deliverable/deliverable-order.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import type { WordEntries } from '#shared/formats/deliverable/words.ts';
import english from '#shared/locales/en/export.json';
import spanish from '#shared/locales/es/export.json';
import french from '#shared/locales/fr/export.json';
import type { ProjectSession } from '#renderer/data/session.ts';
import { codingFactsOf } from '#renderer/view-state/coding-facts.ts';

/** The wording of deliverables, in each language that they can be written in. */
export const exportEntries: Readonly<Record<Language, WordEntries>> = { en: english, es: spanish, fr: french };

/** All records with every text that they point into; `onProgress` is told how many texts have been read. */
async function gatherForExport(
  session: ProjectSession,
  onProgress: (done: number, total: number) => void,
): Promise<EvaluationMaterial> {
  const hashes = neededContents(session.project);
  const contents = new Map<ContentHash, SourceContent>();
  let done = 0;
  for (const hash of hashes) {
    const content = await session.contents.load(hash);
    if (content) contents.set(hash, content);
    done += 1;
    onProgress(done, hashes.length);
  }
  return gatherMaterial(session.project, contents);
}

export type MatrixChoice = {
  readonly rows: MatrixRows;
  readonly columns: MatrixColumns;
  readonly where: readonly WhereClause[];
};

/** The matrix that is exported: the same count as on the screen. */
export function matrixForExport(session: ProjectSession, choice: MatrixChoice): Matrix {
  return buildMatrix(session.project, { ...choice, facts: codingFactsOf(session) });
}

/** Matrices by method that deliverables take numbers and judgements from. */
function figuresForExport(session: ProjectSession): DeliverableFigures {
  const matrixOf = (rows: MatrixRows): Matrix => matrixForExport(session, { rows, columns: 'method', where: [] });
  return { criteria: matrixOf('criterion'), findings: matrixOf('finding') };
}

/** The names in life that the list of identities holds, while it is open. */
function knownNames(session: ProjectSession): readonly string[] {
  const state = session.identities.state();
  return state.kind === 'open' ? state.people.map(({ person }) => person.name) : [];
}

/** Everything that the worker needs for a deliverable. */
export async function makeOrder(
  session: ProjectSession,
  plan: {
    readonly makeTask: () => DeliverableTask;
    readonly profile: ExportProfile;
    readonly language: Language;
  },
  onProgress: (done: number, total: number) => void,
): Promise<DeliverableOrder> {
  const material = await gatherForExport(session, onProgress);
  return {
    task: plan.makeTask(),
    profile: plan.profile,
    material,
    figures: figuresForExport(session),
    names: knownNames(session),
    language: plan.language,
    entries: exportEntries[plan.language],
    exportedAt: new Date().toISOString(),
  };
}
