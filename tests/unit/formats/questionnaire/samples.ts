/** Reads invented tables in the tests of this folder. */
import type { ImportedSource } from '#shared/formats/imported-source.ts';
import type { QuestionnaireOptions, QuestionnaireReading } from '#shared/formats/questionnaire/read-questionnaire.ts';
import { readQuestionnaire, readTable } from '#shared/formats/questionnaire/read-questionnaire.ts';

export function fileOf(text: string, name = 'answers.csv'): { readonly name: string; readonly bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(text) };
}

export async function tableOf(text: string, options: QuestionnaireOptions = {}): Promise<QuestionnaireReading> {
  const result = await readTable(fileOf(text), options);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

export async function sourceOf(text: string, options: QuestionnaireOptions = {}): Promise<ImportedSource> {
  const result = await readQuestionnaire(fileOf(text), options);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

export function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
