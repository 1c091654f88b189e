/** Lays a project of another program over ours as one change: what is here stays, what is missing comes in, nothing comes twice. */
import { asId } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { setMapEntry, setOperation, touchOperation } from '#shared/domain/change/fields.ts';
import type { Language } from '#shared/domain/evaluation/language.ts';
import type { ExchangeId } from '#shared/domain/exchange/exchange.ts';
import type { Kind, Records } from '#shared/domain/kinds.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { SourceId } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { guidOf } from '#shared/formats/refi/guid.ts';
import { LossBook } from '#shared/formats/refi/losses.ts';
import type { ExchangeLoss } from '#shared/formats/refi/losses.ts';
import { leftHere, readOwnNote } from '#shared/formats/refi/own-note.ts';
import type { OwnNote } from '#shared/formats/refi/own-note.ts';
import { planCases } from '#shared/formats/refi/plan-cases.ts';
import { planRefiCodes } from '#shared/formats/refi/plan-codes.ts';
import { planRefiCodings } from '#shared/formats/refi/plan-codings.ts';
import { findingEdits } from '#shared/formats/refi/plan-findings.ts';
import { gatherParts } from '#shared/formats/refi/plan-kept.ts';
import { planRefiSources } from '#shared/formats/refi/plan-sources.ts';
import { PlannedUsers } from '#shared/formats/refi/plan-users.ts';
import { readVariables } from '#shared/formats/refi/read-values.ts';
import { RecordIds } from '#shared/formats/refi/record-ids.ts';
import type { RefiProject } from '#shared/formats/refi/refi-text.ts';

export type QdpxContext = {
  readonly fileName: string;
  /** Who imports: the coder where the file names nobody. */
  readonly person: PersonId;
  /** ISO time, for codings without one. */
  readonly now: string;
  /** Words of the deliverable's language for values such as "yes". */
  readonly language: Language;
  /** Stores a content, or only tells its hash. */
  readonly addContent: (content: SourceContent) => Promise<ContentHash>;
  /** A content that is here already. */
  readonly contentOf: (hash: ContentHash) => Promise<SourceContent | null>;
};

export type PlannedSourceItem = {
  readonly id: SourceId;
  readonly name: string;
  readonly method: Records['source']['method'];
  readonly format: string;
  readonly encoding: string | null;
  readonly language: string | null;
  readonly characters: number;
  readonly segments: number;
  readonly speakers: readonly { readonly name: string; readonly turns: number }[];
  readonly isNew: boolean;
  /** Codings that come in with it. */
  readonly codings: number;
};

export type QdpxPlan = {
  readonly draft: Draft;
  readonly sources: readonly PlannedSourceItem[];
  /** Codes in the file, and how many come in. */
  readonly codes: { readonly total: number; readonly added: number };
  readonly codings: { readonly total: number; readonly added: number };
  readonly users: number;
  readonly cases: number;
  readonly losses: readonly ExchangeLoss[];
};

/** Plans the import; nothing is written but the contents that `addContent` stores. */
export async function planQdpx(project: Project, read: RefiProject, context: QdpxContext): Promise<QdpxPlan> {
  const losses = new LossBook();
  for (const { code, count, names } of read.losses) {
    losses.add(code, names[0] ?? '', count);
    for (const name of names.slice(1)) losses.add(code, name, 0);
  }
  const note = readOwnNote(read);
  const ids = new RecordIds(project, note.ids);
  const users = new PlannedUsers(project, read.root, ids, context.person, losses);
  const codes = planRefiCodes(project, read.root, ids, knownIn(note, 'code'), losses);
  const variables = readVariables(read.root);
  const cases = planCases(project, read, variables, ids, knownIn(note, 'participant'));
  if (cases.danglingSources > 0) losses.add('unknown-source', '', cases.danglingSources);
  const sources = await planRefiSources(project, read, { ids, variables, cases, note, losses, ...context });
  const codings = planRefiCodings(project, {
    sources: sources.planned,
    ids,
    users,
    codes,
    losses,
    note,
    now: context.now,
  });
  const idOfSource = new Map(sources.planned.map(({ text, source }) => [text.guid, source.id]));
  const parts = gatherParts(
    read,
    variables,
    codes.folders,
    cases.parts,
    (guid) => idOfSource.get(guid) ?? guid,
    losses,
  );
  const others = recordsOf(project, note);
  const findings = findingEdits(project, read.root, note, codings.findingLinks, codings.placed);
  const made: Operation[] = [
    ...users.ops,
    ...codes.ops,
    ...codings.codeOps,
    ...cases.ops,
    ...sources.ops,
    ...codings.ops,
    ...others,
    ...findings,
  ];
  const kept = exchangeOperations(project, read, context.fileName, parts, ids, note);
  const touched = made.length === 0 ? [] : codings.touches.map(({ kind, id }) => touchOperation(kind, id));
  return {
    draft: { label: { key: 'import-project', values: { name: read.name } }, ops: [...made, ...kept, ...touched] },
    sources: sources.planned.map(({ item, text }) => ({ ...item, codings: codings.addedBySource.get(text.guid) ?? 0 })),
    codes: { total: codes.total, added: codes.added },
    codings: { total: codings.total, added: codings.added },
    users: users.total,
    cases: cases.total,
    losses: losses.losses,
  };
}

/** Fields of records as the note of a file of ours holds them. */
function knownIn<K extends Kind>(note: OwnNote, kind: K): ReadonlyMap<string, Partial<Records[K]>> {
  return new Map(
    (note.records.get(kind) ?? []).map(({ id, fields }): [string, Partial<Records[K]>] => [
      id,
      fields as Partial<Records[K]>,
    ]),
  );
}

/** Records that only the note holds: interventions, findings, recommendations, judgements and whatever comes later. */
function recordsOf(project: Project, note: OwnNote): readonly Operation[] {
  const shown: ReadonlySet<Kind> = new Set<Kind>(['person', 'code', 'participant', 'source', 'coding']);
  const ops: Operation[] = [];
  for (const [kind, records] of note.records) {
    if (shown.has(kind) || leftHere.has(kind)) continue;
    for (const { id, fields } of records) {
      if (project.get(kind, id as never) === undefined) ops.push(setOperation(kind, id as never, fields as never));
    }
  }
  return ops;
}

/** The parts in a record of their own; what an earlier import kept stays as it is. */
function exchangeOperations(
  project: Project,
  read: RefiProject,
  fileName: string,
  parts: ReadonlyMap<string, string>,
  ids: RecordIds,
  note: OwnNote,
): readonly Operation[] {
  const known = new Set([
    ...project.all('exchange').flatMap((exchange) => Object.keys(exchange.parts)),
    ...(note.records.get('exchange') ?? []).flatMap(({ fields }) => Object.keys((fields['parts'] as object) ?? {})),
  ]);
  const fresh = [...parts].filter(([key]) => !known.has(key));
  const isOwn = note.records.size > 0;
  // A file of ours brings its parts in the note; what hangs on its sources is what we wrote ourselves.
  const wanted = isOwn ? fresh.filter(([key]) => /^(?:note|set|link|graph):/.test(key)) : fresh;
  if (wanted.length === 0 && ids.found.size === 0) return [];
  const id = asId<'exchange'>(guidOf(`exchange ${read.name} ${read.origin}`)) as ExchangeId;
  if (project.get('exchange', id) !== undefined) {
    return [
      ...wanted.map(([key, value]) => setMapEntry('exchange', id, 'parts', key, value)),
      ...[...ids.found].map(([key, guid]) => setMapEntry('exchange', id, 'aliases', key, guid)),
    ];
  }
  return [
    setOperation('exchange', id, {
      name: read.name,
      origin: read.origin,
      fileName,
      aliases: Object.fromEntries(ids.found),
      parts: Object.fromEntries(wanted),
    }),
  ];
}
