/** OpenDocument texts (odt) of LibreOffice and others: body text with headings, tables and notes. */
import { fail, succeed } from '#shared/basics/result.ts';
import type { Result } from '#shared/basics/result.ts';
import { assembleDocument } from '#shared/formats/document/read-document.ts';
import type { ReadDocument } from '#shared/formats/document/read-document.ts';
import type { ImportFailure } from '#shared/formats/imported-source.ts';
import { OdtVisitor } from '#shared/formats/odt/odt-visitor.ts';
import { breathe, cancelled } from '#shared/formats/read-options.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import { walkXml } from '#shared/formats/xml/walk-xml.ts';
import type { ZipArchive } from '#shared/formats/zip/read-zip.ts';

const LIMIT_MEGABYTES = 100;

/** Reads the opened archive of an odt. */
export async function readOdt(archive: ZipArchive, options: ReadOptions): Promise<Result<ReadDocument, ImportFailure>> {
  const manifest = archive.read('META-INF/manifest.xml', 5_000_000);
  if (manifest.ok && new TextDecoder().decode(manifest.value).includes('encryption-data')) {
    return fail({ code: 'encrypted', values: { format: 'odt' } });
  }
  const part = archive.read('content.xml', LIMIT_MEGABYTES * 1_000_000);
  if (!part.ok) {
    return fail(
      part.failure === 'too-large'
        ? { code: 'too-large', values: { limitMegabytes: LIMIT_MEGABYTES } }
        : { code: part.failure === 'encrypted' ? 'encrypted' : 'damaged', values: { format: 'odt' } },
    );
  }
  return readOdtXml(new TextDecoder().decode(part.value), options);
}

/** Reads `content.xml`, or a whole document in one flat XML file (fodt). */
export async function readOdtXml(xml: string, options: ReadOptions): Promise<Result<ReadDocument, ImportFailure>> {
  const visitor = new OdtVisitor();
  const outcome = await walkXml(xml, visitor, async () => {
    await breathe();
    return options.signal?.aborted === true;
  });
  if (outcome === 'cancelled') return cancelled();
  if (outcome === 'damaged') return fail({ code: 'damaged', values: { format: 'odt' } });
  const notes = options.footnotes === 'at-end' ? visitor.notes : null;
  return succeed(assembleDocument(visitor.output, visitor.counts, notes));
}
