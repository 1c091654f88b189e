/** Files that we wrote, read by others: zip by fflate, XML by libxml2 against the official schemas. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { gatherMaterial } from '#shared/formats/deliverable/material.ts';
import { wordsFrom } from '#shared/formats/deliverable/words.ts';
import type { ExportedFile } from '#shared/formats/deliverable/exported-file.ts';
import { writeQdpx, type QdpxRequest } from '#shared/formats/refi/write-qdpx.ts';
import en from '#shared/locales/en/export.json';
import type { Held } from '#tests/unit/refi/support.ts';

const samples = join(import.meta.dirname, '..', '..', 'samples', 'refi');
const schema = (name: string): { readonly fileName: string; readonly contents: string } => ({
  fileName: name,
  contents: readFileSync(join(samples, name), 'utf8'),
});

/** What libxml2 finds wrong with a document; nothing when it follows the schema. */
export async function complaintsOf(xml: string, xsd: 'Project.xsd' | 'Codebook.xsd'): Promise<readonly string[]> {
  const result = await validateXML({ xml: [{ fileName: 'written.xml', contents: xml }], schema: [schema(xsd)] });
  return result.errors.map(({ rawMessage }) => rawMessage);
}

/** Writes a project that is held in memory. */
export async function exportFrom(held: Held, request: Partial<QdpxRequest> = {}): Promise<ExportedFile> {
  const material = gatherMaterial(held.project, held.contents);
  const given = { words: wordsFrom(en), language: 'en', exportedAt: '2026-02-01T00:00:00.000Z', ...request } as const;
  const made = await writeQdpx(material, given);
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

export type Unpacked = {
  readonly xml: string;
  readonly names: readonly string[];
  readonly files: Readonly<Record<string, Uint8Array>>;
};

/** The project and the files of an archive. */
export function unpack(bytes: Uint8Array): Unpacked {
  const files = unzipSync(bytes);
  const project = files['project.qde'];
  if (project === undefined) throw new Error('There is no project.qde.');
  return { xml: strFromU8(project), names: Object.keys(files), files };
}

/** All GUIDs that elements have as their own. */
export function ownGuids(xml: string): readonly string[] {
  return [
    ...xml.matchAll(/<(?!NoteRef|CodeRef|SourceRef|SelectionRef|VariableRef|Member)\w+[^>]*?\sguid="([^"]+)"/g),
  ].map((match) => match[1] ?? '');
}

/** All GUIDs that something refers to. */
export function referredGuids(xml: string): readonly string[] {
  return [
    ...xml.matchAll(
      /\s(?:targetGUID|originGUID|creatingUser|modifyingUser|creatingUserGUID|representedGUID)="([^"]+)"/g,
    ),
  ].map((match) => match[1] ?? '');
}
