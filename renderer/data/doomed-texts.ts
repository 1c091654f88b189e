/**
 * Texts that a colleague's withdrawal is about to erase here: read once more before they go, so that stretches of them
 * are found where this copy's own memos and findings repeat them.
 */
import type { DiskFailure } from '#shared/bridge/requests.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source, SpeakerRole } from '#shared/domain/source/source.ts';
import { keyText, type BlockStore } from '#shared/formats/project-file/block-store.ts';
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { erasedBy, erasureOf } from '#shared/formats/project-file/erasure.ts';
import { openContent } from '#shared/formats/project-file/project-blocks.ts';
import { openBlock, type Keyring } from '#shared/formats/project-file/sealing.ts';
import { cleanCopies, needsCleaning, wordsOf, type Copies } from '#renderer/data/erase-withdrawn.ts';

export type DoomedTexts = ReadonlyMap<ContentHash, SourceContent>;

/** Reads them; most often there are none. */
export async function readDoomedTexts(
  stores: readonly BlockStore<DiskFailure>[],
  keyring: Keyring,
  digest: Digest,
): Promise<DoomedTexts> {
  const lists = await Promise.all(stores.map((store) => store.list()));
  const isErased = erasedBy(lists.flat());
  const doomed = new Map<ContentHash, SourceContent>();
  for (const [place, store] of stores.entries()) {
    for (const key of (lists[place] ?? []).filter(({ kind }) => kind === 'content').filter(isErased)) {
      const holder = stores.find((_, other) => lists[other]?.some((one) => keyText(one) === keyText(erasureOf(key))));
      const [erasure, block] = [await holder?.read(erasureOf(key)), await store.read(key)];
      const named = erasure && (await openBlock(keyring, erasure));
      if (!named?.ok || !block) continue;
      const hash = new TextDecoder().decode(named.value) as ContentHash;
      const content = await openContent(keyring, digest, block, hash);
      if (content.ok) doomed.set(hash, content.value);
    }
  }
  return doomed;
}

/**
 * After two copies were united: takes out of both what was withdrawn in either. True when something was done, so that
 * what is in memory has to be read anew.
 */
export async function cleanAfterUnion(
  copies: Copies,
  project: Project,
  hasMoved: boolean,
  doomed: DoomedTexts,
): Promise<boolean> {
  const withdrawals = project.all('withdrawal');
  if (withdrawals.length === 0) return false;
  if (!hasMoved && !(await needsCleaning(copies.database, withdrawals))) return false;
  // A disk that cannot be written now is cleaned at the next opening.
  return (await cleanCopies(copies, withdrawals, doomedWords(project, doomed))).ok;
}

/** What the withdrawn people say in them. */
function doomedWords(project: Project, doomed: DoomedTexts): readonly string[] {
  return project.all('withdrawal').flatMap(({ contents, sources, participants }) =>
    Object.entries(contents).flatMap(([hash, replacement]) => {
      const content = doomed.get(hash as ContentHash);
      if (!content) return [];
      const speakers = speakersOnce(project, new Set([...sources, hash, replacement ?? hash]));
      const leaving = Object.entries(speakers).filter(
        ([, role]) => 'participant' in role && participants.includes(role.participant),
      );
      return wordsOf(content, speakers, replacement === null ? null : new Set(leaving.map(([label]) => label)));
    }),
  );
}

/** Who spoke in sources of these ids or texts, also in those that have been removed. */
function speakersOnce(project: Project, named: ReadonlySet<string>): Source['speakers'] {
  const speakers: Record<string, SpeakerRole> = {};
  for (const [id, { fields }] of project.fold.entries.source) {
    const { revision } = fields;
    if (!named.has(id) && !(typeof revision === 'string' && named.has(revision))) continue;
    for (const [field, value] of Object.entries(fields)) {
      if (field.startsWith('speakers.') && value !== null)
        speakers[field.slice('speakers.'.length)] = value as SpeakerRole;
    }
  }
  return speakers;
}
