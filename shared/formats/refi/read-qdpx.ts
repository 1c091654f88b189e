/** Reads a project of REFI-QDA (qdpx, qde), as NVivo, ATLAS.ti, MAXQDA, QualCoder and others write it. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import type { Segment } from '#shared/domain/source/source-content.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { segmentsOfPlain } from '#shared/formats/plain/read-plain.ts';
import { loadDigest } from '#shared/formats/project-file/digest.ts';
import { breathe, cancelled } from '#shared/formats/read-options.ts';
import type { FileInput, ReadOptions } from '#shared/formats/read-options.ts';
import { bareProject, openArchive } from '#shared/formats/refi/archive.ts';
import { decodeRaw } from '#shared/formats/refi/decode-raw.ts';
import { normaliseGuid } from '#shared/formats/refi/guid.ts';
import { LossBook } from '#shared/formats/refi/losses.ts';
import { detectConvention, foldLines } from '#shared/formats/refi/positions.ts';
import type { Convention } from '#shared/formats/refi/positions.ts';
import { codingsOf, readSelections } from '#shared/formats/refi/read-selections.ts';
import { TextFinder } from '#shared/formats/refi/read-texts.ts';
import type { FoundText } from '#shared/formats/refi/read-texts.ts';
import type { RefiProject, RefiText } from '#shared/formats/refi/refi-text.ts';
import { standInFor } from '#shared/formats/refi/stand-in.ts';
import { childOf, childrenOf, parseTree } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';
import { countSpeakers } from '#shared/formats/speakers/count-speakers.ts';

/** Reads the project. Whatever is wrong in a part of it is named; only what cannot be read at all is refused. */
export async function readQdpx(
  input: FileInput,
  options: Pick<ReadOptions, 'signal' | 'onProgress'> = {},
): Promise<Result<RefiProject, ImportFailure>> {
  const format = /\.qde$/i.test(input.name) ? 'qde' : 'qdpx';
  if (input.bytes.length === 0) return fail({ code: 'empty', values: {} });
  const isZip = input.bytes[0] === 0x50 && input.bytes[1] === 0x4b;
  const opened = isZip ? openArchive(input.bytes) : succeed(bareProject(input.bytes));
  if (!opened.ok) return opened;
  const { raw } = decodeRaw(opened.value.xml);
  const losses = new LossBook();
  const progress = (share: number): void => options.onProgress?.({ done: Math.round(share * 100), total: 100 });
  const tree = await parseTree(raw, {
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: (share) => progress(share * 0.4),
  });
  if (tree.kind === 'cancelled') return cancelled();
  if (tree.kind !== 'done' || tree.root.name !== 'Project') return fail({ code: 'damaged', values: { format } });
  if (tree.isMended === true) losses.add('mended-xml');
  const { root } = tree;
  const finder = new TextFinder(opened.value, await loadDigest(), losses);
  const found = await findAll(finder, root, options, progress);
  if (found === null) return cancelled();
  finder.resolveCases(root, found);
  const origin = root.attributes['origin'] ?? '';
  const counted = found.flatMap(({ raw: text, selections }) => (text === null ? [] : [{ raw: text, selections }]));
  const { convention, isWeak } = detectConvention(counted, origin);
  if (isWeak) losses.add('positions-uncertain');
  const texts: RefiText[] = [];
  for (const [index, text] of found.entries()) {
    texts.push(finish(text, convention, losses));
    if (index % 20 !== 19) continue;
    progress(0.6 + (0.4 * index) / found.length);
    await breathe();
    if (options.signal?.aborted === true) return cancelled();
  }
  const noteTexts = new Map<string, string>();
  for (const list of childrenOf(root, 'Notes')) {
    for (const note of childrenOf(list, 'Note')) {
      noteTexts.set(normaliseGuid(note.attributes['guid']), await finder.wordsOfNote(note));
    }
  }
  const name = root.attributes['name']?.trim() || input.name.replace(/\.[^.]*$/, '');
  return succeed({ root, name, origin, texts, noteTexts, sourceByStem: finder.sourceByStem, losses: losses.losses });
}

async function findAll(
  finder: TextFinder,
  root: RefiElement,
  options: Pick<ReadOptions, 'signal'>,
  progress: (share: number) => void,
): Promise<readonly FoundText[] | null> {
  const sources = TextFinder.sourcesOf(root);
  const found = new Map<number, readonly FoundText[]>();
  // A transcript may share the file of a text document, wherever that stands.
  const order = [...sources.entries()].sort(
    ([, a], [, b]) => Number(a.name !== 'TextSource') - Number(b.name !== 'TextSource'),
  );
  for (const [step, [index, source]] of order.entries()) {
    found.set(index, await finder.find(source, index));
    if (step % 20 !== 19) continue;
    progress(0.4 + (0.2 * step) / order.length);
    await breathe();
    if (options.signal?.aborted === true) return null;
  }
  return sources.flatMap((_, index) => found.get(index) ?? []);
}

/** Gives a text its segments and codings. */
function finish(found: FoundText, convention: Convention, losses: LossBook): RefiText {
  const { guid, element, name, format, encoding, fileHash, group, role } = found;
  const common = { guid, role, element, name, format, encoding, fileHash, group };
  if (found.raw === null) {
    const standIn = standInFor(role === 'transcript' ? emptyElement : element, found.areas, name);
    if (standIn.codings.length > 0) losses.add('stand-in', name);
    const uncoded = found.areas
      .filter((area) => childOf(area, 'Coding') === undefined)
      .map((area) => ({ element: area, place: null }));
    const text = standIn.text === '' ? `[${name.replace(/\s+/gu, ' ')}]\n` : standIn.text;
    const content = { text, segments: [], table: null };
    return { ...common, content, speakers: [], codings: standIn.codings, uncoded, lines: standIn.lines };
  }
  const text = foldLines(found.raw);
  const read = readSelections(found.raw, text, found.selections, convention, { losses, name });
  const segments = found.segments ?? inOrder(segmentsOfPlain(text, {}));
  const whole = role === 'transcript' ? [] : wholeDocument(found, text, losses);
  const areas = found.areas.map((area) => ({ element: area, place: null }));
  return {
    ...common,
    content: { text, segments, table: null },
    speakers: countSpeakers(segments),
    codings: [...whole, ...read.codings],
    uncoded: [...read.uncoded, ...areas],
    lines: [],
  };
}

const emptyElement: RefiElement = { name: '', attributes: {}, children: [], text: '' };

function wholeDocument({ element, role, name }: FoundText, text: string, losses: LossBook): RefiText['codings'] {
  const owners = role === 'pdf' ? [element, childOf(element, 'Representation')] : [element];
  return owners.flatMap((owner) => {
    if (owner === undefined || childOf(owner, 'Coding') === undefined) return [];
    if (text !== '') return codingsOf(owner, { start: 0, end: text.length }, true);
    losses.add('empty-selection', name, childrenOf(owner, 'Coding').length);
    return [];
  });
}

/** Sorted by start, longer first. */
function inOrder(segments: readonly Segment[]): readonly Segment[] {
  return [...segments].sort((one, other) => one.start - other.start || other.end - one.end);
}
