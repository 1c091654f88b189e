/** Word documents (docx): body text with headings and tables; changes accepted, comments and notes counted. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { assembleDocument } from '#shared/formats/document/read-document.ts';
import type { ReadDocument } from '#shared/formats/document/read-document.ts';
import { DocumentVisitor } from '#shared/formats/docx/document-visitor.ts';
import { headingLevelsOf } from '#shared/formats/docx/heading-levels.ts';
import { readNotes } from '#shared/formats/docx/read-notes.ts';
import { breathe, cancelled } from '#shared/formats/read-options.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import { walkXml } from '#shared/formats/xml/walk-xml.ts';
import type { ZipArchive, ZipFailure } from '#shared/formats/zip/read-zip.ts';

const LIMIT_MEGABYTES = 100;
const LIMIT = LIMIT_MEGABYTES * 1_000_000;

/** Reads the opened archive of a docx. */
export async function readDocx(
  archive: ZipArchive,
  options: ReadOptions,
): Promise<Result<ReadDocument, ImportFailure>> {
  const xml = readXml(archive, mainPartOf(archive));
  if (!xml.ok) return fail(failureOf(xml.failure));
  const styles = readXml(archive, 'word/styles.xml');
  const levels = styles.ok ? await headingLevelsOf(styles.value) : new Map<string, number>();
  const visitor = new DocumentVisitor(levels);
  const outcome = await walkXml(xml.value, visitor, async () => {
    await breathe();
    return options.signal?.aborted === true;
  });
  if (outcome === 'cancelled') return cancelled();
  if (outcome === 'damaged') return fail({ code: 'damaged', values: { format: 'docx' } });
  const withNotes = options.footnotes === 'at-end' && visitor.counts.notes > 0;
  const notes = withNotes ? await readNotes(archive, readXml) : null;
  return succeed(assembleDocument(visitor.output, visitor.counts, notes));
}

/** Reads a part as text; Word writes UTF-8, others may write UTF-16 with its mark. */
function readXml(archive: ZipArchive, name: string): Result<string, ZipFailure> {
  const part = archive.read(name, LIMIT);
  if (!part.ok) return part;
  const [first, second] = part.value;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return succeed(new TextDecoder(encoding).decode(part.value));
}

/** The document's name is written in the relations of the package; nearly always it is the usual one. */
function mainPartOf(archive: ZipArchive): string {
  const usual = 'word/document.xml';
  if (archive.names.includes(usual)) return usual;
  const relations = readXml(archive, '_rels/.rels');
  if (!relations.ok) return usual;
  const relation = /<[^>]*relationships\/officeDocument"[^>]*>/.exec(relations.value)?.[0] ?? '';
  return /Target="\/?([^"]+)"/.exec(relation)?.[1] ?? usual;
}

function failureOf(failure: ZipFailure): ImportFailure {
  if (failure === 'too-large') return { code: 'too-large', values: { limitMegabytes: LIMIT_MEGABYTES } };
  if (failure === 'encrypted') return { code: 'encrypted', values: { format: 'docx' } };
  return { code: 'damaged', values: { format: 'docx' } };
}
