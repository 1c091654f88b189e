/** Large XML parts of a spreadsheet, piece by piece: never whole in memory. */
import { breathe } from '#shared/formats/read-options.ts';
import type { ReadOptions } from '#shared/formats/read-options.ts';
import { BrokenXmlText, XmlScanner } from '#shared/formats/workbook/xml-scanner.ts';
import type { ScanVisitor } from '#shared/formats/workbook/xml-scanner.ts';
import type { ZipArchive, ZipFailure } from '#shared/formats/zip/read-zip.ts';

/** Thrown by a visitor that has seen enough. */
export class TooMuch extends Error {}

export type PieceOutcome = 'done' | 'cancelled' | 'too-much' | ZipFailure;

const BREATH = 4_000_000;

/** Walks through one part of an archive. */
export async function walkPart(
  archive: ZipArchive,
  name: string,
  limit: number,
  visitor: ScanVisitor,
  options: Pick<ReadOptions, 'signal'>,
): Promise<PieceOutcome> {
  const scanner = new XmlScanner(visitor);
  const decoder = new TextDecoder();
  const pieces = archive.pieces(name, limit);
  let unbroken = 0;
  try {
    for (let piece = pieces.next(); ; piece = pieces.next()) {
      if (piece.done === true) {
        if (piece.value !== null) return piece.value;
        break;
      }
      scanner.write(decoder.decode(piece.value, { stream: true }));
      unbroken += piece.value.length;
      if (unbroken < BREATH) continue;
      unbroken = 0;
      await breathe();
      if (options.signal?.aborted === true) return 'cancelled';
    }
    scanner.write(decoder.decode());
    scanner.close();
    return 'done';
  } catch (error) {
    if (error instanceof TooMuch) return 'too-much';
    if (error instanceof BrokenXmlText) return 'damaged';
    throw error;
  }
}
