/** Everything as JSON: complete, readable by any parser, and nothing bent on the way. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeEvaluationJson } from '#shared/formats/json-export/evaluation-json.ts';
import { EXPORTED_AT, material } from './fixture.ts';

type Document = Record<string, unknown> & {
  readonly sources: readonly Record<string, unknown>[];
  readonly codings: readonly { id: string; quote: string; source: string; start: number; end: number }[];
  readonly codes: readonly { id: string; path: readonly string[] }[];
  readonly findings: readonly { evidence: readonly { coding: string; flags: readonly string[] }[] }[];
};

async function write(): Promise<Document> {
  const result = await writeEvaluationJson(material, { exportedAt: EXPORTED_AT });
  if (!result.ok) throw new Error(result.failure.code);
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(result.value.bytes)) as Document;
}

describe('the json export', () => {
  test('holds every record, texts and quotes included', async () => {
    const document = await write();
    expect(document).toMatchObject({ format: 'triangula-evaluation', version: 1, exportedAt: EXPORTED_AT });
    const names = {
      source: 'sources',
      participant: 'participants',
      code: 'codes',
      coding: 'codings',
      finding: 'findings',
    };
    for (const [kind, name] of Object.entries(names)) {
      const records = material.records[kind as keyof typeof names];
      expect((document[name] as { id: string }[]).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    }
    for (const coding of document.codings) {
      const text = document.sources.find(({ id }) => id === coding.source)?.['text'] as string;
      expect(coding.quote).toBe(text.slice(coding.start, coding.end));
    }
    expect(document.codes.find(({ id }) => id === 'waiting')?.path).toEqual(['Eficacia', 'Rutas', 'Espera']);
    expect(document.findings[0]?.evidence.find(({ coding }) => coding === 'gone')?.flags).toEqual(['removed']);
    expect(document['statistics']).toEqual([]);
  });

  test('has every field that its description names at the top, and no other', async () => {
    const described = readFileSync(new URL('../../../docs/json-export.md', import.meta.url), 'utf8');
    const named = [...described.matchAll(/^\| `(\w+)` +\|/gmu)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(await write()));
  });
});
