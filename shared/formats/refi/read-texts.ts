/** The texts of a project: which file holds the words of which source, and which selections count in them. */
import type { Digest } from '#shared/formats/project-file/digest.ts';
import { internalFile } from '#shared/formats/refi/archive.ts';
import type { RefiArchive } from '#shared/formats/refi/archive.ts';
import { decodeRaw } from '#shared/formats/refi/decode-raw.ts';
import { guidOf, normaliseGuid } from '#shared/formats/refi/guid.ts';
import type { LossBook } from '#shared/formats/refi/losses.ts';
import { foldLines } from '#shared/formats/refi/positions.ts';
import { plainSelections, transcriptSelections } from '#shared/formats/refi/read-selections.ts';
import type { PlacedSelection } from '#shared/formats/refi/read-selections.ts';
import { childOf, childrenOf } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';
import { readFile } from '#shared/formats/read-file.ts';
import type { Segment } from '#shared/domain/source/source-content.ts';

/** A text as it stands in the file, before anybody knows how its positions count. */
export type FoundText = {
  readonly guid: string;
  readonly role: 'text' | 'pdf' | 'transcript' | 'stand-in';
  readonly element: RefiElement;
  readonly name: string;
  readonly format: string;
  readonly encoding: string | null;
  /** Null where there are no words: a line for each selection stands in. */
  readonly raw: string | null;
  /** Segments that a reader of ours found; otherwise they are looked for. */
  readonly segments: readonly Segment[] | null;
  readonly fileHash: string;
  readonly selections: PlacedSelection[];
  /** Selections of pages, pictures and recordings. */
  readonly areas: readonly RefiElement[];
  readonly group: string;
};

type Words = Pick<FoundText, 'raw' | 'encoding' | 'fileHash' | 'segments'> & { readonly file: string };

/** What is unpacked of one project at most. */
const TOTAL_LIMIT_BYTES = 600_000_000;
const sourceNames = ['TextSource', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'];

export class TextFinder {
  readonly sourceByStem = new Map<string, string>();
  private readonly archive: RefiArchive;
  private readonly digest: Digest;
  private readonly losses: LossBook;
  private readonly byFile = new Map<string, FoundText>();
  private unpackedBytes = 0;

  constructor(archive: RefiArchive, digest: Digest, losses: LossBook) {
    this.archive = archive;
    this.digest = digest;
    this.losses = losses;
  }

  /** All sources of a project; text documents first, as a transcript may share their files. */
  static sourcesOf(root: RefiElement): readonly RefiElement[] {
    return childrenOf(root, 'Sources').flatMap((list) => childrenOf(list, ...sourceNames));
  }

  /** The texts of one source: one, or several where a recording has transcripts. */
  async find(source: RefiElement, index: number): Promise<readonly FoundText[]> {
    const guid =
      normaliseGuid(source.attributes['guid']) || guidOf(`source ${index} ${source.attributes['name'] ?? ''}`);
    this.rememberStems(source, guid);
    switch (source.name) {
      case 'TextSource':
        return [await this.textSource(source, guid)];
      case 'PDFSource':
        return this.pdfSource(source, guid);
      default:
        return this.mediaSource(source, guid);
    }
  }

  /** The words of a note. */
  async wordsOfNote(note: RefiElement): Promise<string> {
    return foldLines((await this.words(note))?.raw ?? '');
  }

  /** QualCoder's cases name a file of the archive instead of the source: found by the same words. */
  resolveCases(root: RefiElement, texts: readonly FoundText[]): void {
    const guids = new Set(texts.map(({ guid }) => guid));
    const refs = childrenOf(root, 'Cases')
      .flatMap((list) => childrenOf(list, 'Case'))
      .flatMap((element) => childrenOf(element, 'SourceRef'));
    for (const target of new Set(refs.map(({ attributes }) => normaliseGuid(attributes['targetGUID'])))) {
      if (target === '' || guids.has(target) || this.sourceByStem.has(target)) continue;
      const file = this.archive.fileWithStem(target);
      const bytes = file === null ? null : this.unpack(file);
      const hash = bytes === null ? '' : hex(this.digest(bytes));
      const twin = hash === '' ? undefined : texts.find(({ fileHash }) => fileHash === hash);
      if (twin !== undefined) this.sourceByStem.set(target, twin.guid);
    }
  }

  private async textSource(source: RefiElement, guid: string): Promise<FoundText> {
    const name = nameOf(source, 'text');
    const words = await this.words(source);
    const selections = plainSelections(source);
    if (words === null && (selections.length > 0 || source.attributes['plainTextPath'] !== undefined)) {
      this.losses.add('missing-text', name);
    }
    const isEmpty = words === null && selections.length === 0 && childOf(source, 'Coding') === undefined;
    const text: FoundText = {
      guid,
      role: words === null && !isEmpty ? 'stand-in' : 'text',
      element: source,
      name,
      format: 'txt',
      encoding: words?.encoding ?? null,
      raw: words?.raw ?? (isEmpty ? '' : null),
      segments: words?.segments ?? null,
      fileHash: words?.fileHash ?? '',
      selections: words === null ? [] : [...selections],
      areas: words === null ? selections.map(({ element }) => element) : [],
      group: '',
    };
    if (words !== null && words.file !== '') this.byFile.set(words.file, text);
    return text;
  }

  /** The words of a pdf are those of its representation; only without one it is read anew. */
  private async pdfSource(source: RefiElement, guid: string): Promise<readonly FoundText[]> {
    const name = nameOf(source, 'pdf');
    const representation = childOf(source, 'Representation');
    const words =
      (representation === undefined ? null : await this.words(representation)) ??
      (await this.readOwn(source.attributes['path'], 'source.pdf'));
    this.tellMedia(source, name);
    const selections = representation === undefined ? [] : [...plainSelections(representation)];
    const areas = withoutTwins(childrenOf(source, 'PDFSelection'), selections);
    const coded = areas.filter((area) => childOf(area, 'Coding') !== undefined);
    const common = { element: source, name, format: 'pdf', encoding: null };
    if (words === null) {
      const missing = selections.map(({ element }) => element);
      if (missing.length > 0) this.losses.add('missing-text', name);
      return [
        { ...common, ...noWords, guid, role: 'stand-in', selections: [], areas: [...missing, ...areas], group: '' },
      ];
    }
    const group = coded.length > 0 ? name : '';
    const text: FoundText = {
      ...common,
      ...words,
      guid,
      role: 'pdf',
      selections,
      areas: coded.length > 0 ? [] : areas,
      group,
    };
    if (coded.length === 0) return [text];
    const standIn: FoundText = {
      ...common,
      ...noWords,
      guid: guidOf(`areas of ${guid}`),
      role: 'stand-in',
      name: `${name} (areas)`,
      selections: [],
      areas,
      group,
    };
    return [text, standIn];
  }

  private async mediaSource(source: RefiElement, guid: string): Promise<readonly FoundText[]> {
    const transcripts = childrenOf(source, 'Transcript', 'TextDescription');
    const name = source.attributes['name'] || transcripts[0]?.attributes['name'] || nameOf(source, 'media');
    this.tellMedia(source, name);
    const areas = childrenOf(source, 'PictureSelection', 'AudioSelection', 'VideoSelection');
    const found: FoundText[] = [];
    for (const [index, transcript] of transcripts.entries()) {
      const words = await this.words(transcript);
      const selections = [...transcriptSelections(transcript), ...plainSelections(transcript)];
      const twin = words === null ? undefined : this.byFile.get(words.file);
      if (twin !== undefined) twin.selections.push(...selections);
      else if (words !== null) {
        found.push({
          ...words,
          guid: normaliseGuid(transcript.attributes['guid']) || guidOf(`transcript ${index} of ${guid}`),
          role: 'transcript',
          element: transcript,
          name: transcript.attributes['name'] || name,
          format: 'txt',
          selections,
          areas: [],
          group: name,
        });
      } else if (selections.length > 0) this.losses.add('missing-text', name);
    }
    const isCoded =
      childOf(source, 'Coding') !== undefined || areas.some((area) => childOf(area, 'Coding') !== undefined);
    if (found.length === 0 || isCoded) {
      const format = source.name.replace('Source', '').toLowerCase();
      const group = found.length > 0 ? name : '';
      const common = { element: source, name, format, encoding: null, selections: [], areas, group };
      found.unshift({ ...common, ...noWords, guid, role: 'stand-in' });
    }
    return found;
  }

  /** The words of an element: its plain text file, else the text in it, else those of its rich text. */
  private async words(element: RefiElement): Promise<Words | null> {
    const { plainTextPath, richTextPath } = element.attributes;
    const file = internalFile(plainTextPath);
    const bytes = file === null ? null : this.unpack(file);
    if (richTextPath !== undefined && richTextPath !== '' && element.name !== 'Note') {
      this.losses.add('rich-text-not-kept', nameOf(element, 'text'));
    }
    if (bytes !== null && file !== null) {
      const decoded = decodeRaw(bytes);
      if (decoded.isGuessed) this.losses.add('guessed-encoding', nameOf(element, 'text'));
      const hash = hex(this.digest(bytes));
      return { raw: decoded.raw, encoding: decoded.encoding, fileHash: hash, segments: null, file: file.toLowerCase() };
    }
    const inline = childOf(element, 'PlainTextContent');
    if (inline !== undefined) return { raw: inline.text, encoding: null, fileHash: '', segments: null, file: '' };
    return this.readOwn(richTextPath, 'source.docx');
  }

  /** A file of a format that we read ourselves. */
  private async readOwn(path: string | undefined, name: string): Promise<Words | null> {
    const file = internalFile(path);
    const bytes = file === null ? null : this.unpack(file);
    if (bytes === null) return null;
    const hash = hex(this.digest(bytes));
    const read = await readFile({ name, bytes });
    if (!read.ok || read.value.content.table !== null) return null;
    const { text, segments } = read.value.content;
    return { raw: text, encoding: null, fileHash: hash, segments, file: '' };
  }

  private unpack(file: string): Uint8Array | null {
    if (this.unpackedBytes > TOTAL_LIMIT_BYTES) return null;
    const bytes = this.archive.read(file);
    this.unpackedBytes += bytes?.length ?? 0;
    return bytes;
  }

  private rememberStems(source: RefiElement, guid: string): void {
    for (const key of ['plainTextPath', 'richTextPath', 'path']) {
      const file = internalFile(source.attributes[key]);
      const stem = normaliseGuid(file?.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''));
      if (stem !== '' && !this.sourceByStem.has(stem)) this.sourceByStem.set(stem, guid);
    }
  }

  /** Pictures, recordings and pdf files have no place here; their texts and selections have. */
  private tellMedia(source: RefiElement, name: string): void {
    const { path } = source.attributes;
    if (path === undefined || path === '') return;
    const file = internalFile(path);
    this.losses.add(file !== null && this.archive.has(file) ? 'media-not-kept' : 'external-media', name);
  }
}

const noWords = { raw: null, segments: null, fileHash: '' } as const;

/** ATLAS.ti writes a quotation in a pdf twice, as text and as area; of several pages only the first shares the GUID. */
function withoutTwins(areas: readonly RefiElement[], selections: readonly PlacedSelection[]): readonly RefiElement[] {
  const keyOf = ({ attributes }: RefiElement): string =>
    `${attributes['name'] ?? ''}|${attributes['creationDateTime'] ?? ''}`;
  const guids = new Set(selections.map(({ element }) => normaliseGuid(element.attributes['guid'])));
  const keys = new Set(
    selections
      .filter(({ element }) => element.attributes['name'] && element.attributes['creationDateTime'])
      .map(({ element }) => keyOf(element)),
  );
  return areas.filter((area) => !guids.has(normaliseGuid(area.attributes['guid'])) && !keys.has(keyOf(area)));
}

function nameOf(source: RefiElement, fallback: string): string {
  const path = source.attributes['currentPath'] ?? source.attributes['path'] ?? '';
  return source.attributes['name'] || path.replace(/^.*[\\/]/, '') || fallback;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
