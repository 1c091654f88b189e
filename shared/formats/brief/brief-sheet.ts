/** The evaluation brief as data for the window, which sets it in type and has the host print it as PDF. */
import { succeed } from '#shared/basics/result.ts';
import { briefContent } from '#shared/formats/brief/brief-content.ts';
import type { BriefRequest } from '#shared/formats/brief/brief-docx.ts';
import type { ExportResult } from '#shared/formats/deliverable/exported-file.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';

/** The content as JSON; how many pages it makes is counted when it is printed. */
export function writeBriefSheet(material: EvaluationMaterial, { words, language }: BriefRequest): ExportResult {
  const content = briefContent(material, language, words);
  const bytes = Uint8Array.from(new TextEncoder().encode(JSON.stringify(content)));
  return succeed({ bytes, remarks: [] });
}
