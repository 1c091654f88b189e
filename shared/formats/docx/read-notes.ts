/** Footnotes and endnotes of a Word document, for those who want them behind the text. */
import type { Result } from '#shared/basics/result.ts';
import { DocumentVisitor } from '#shared/formats/docx/document-visitor.ts';
import { walkXml } from '#shared/formats/xml/walk-xml.ts';
import type { XmlElement, XmlVisitor } from '#shared/formats/xml/walk-xml.ts';
import type { ZipArchive, ZipFailure } from '#shared/formats/zip/read-zip.ts';

type ReadXml = (archive: ZipArchive, name: string) => Result<string, ZipFailure>;

/** One string per note, in the order of the file; the lines that Word draws above notes are not among them. */
export async function readNotes(archive: ZipArchive, readXml: ReadXml): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const part of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const xml = readXml(archive, part);
    if (!xml.ok) continue;
    const visitor = new NotesVisitor();
    await walkXml(xml.value, visitor);
    notes.push(...visitor.notes);
  }
  return notes;
}

class NotesVisitor implements XmlVisitor {
  readonly notes: string[] = [];
  private current: DocumentVisitor | null = null;

  open(element: XmlElement): void {
    if (element.local === 'footnote' || element.local === 'endnote') {
      const isDrawn = (element.attribute('type') ?? 'normal') === 'normal';
      this.current = isDrawn ? new DocumentVisitor(new Map()) : null;
    } else {
      this.current?.open(element);
    }
  }

  close(local: string, namespace: string): void {
    if (local === 'footnote' || local === 'endnote') {
      const text = this.current?.output.text.trim() ?? '';
      if (text !== '') this.notes.push(text);
      this.current = null;
    } else {
      this.current?.close(local, namespace);
    }
  }

  text(text: string): void {
    this.current?.text(text);
  }
}
