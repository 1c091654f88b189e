/** Every kind and every field that the history can tell of has its word; a new one is named here first. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kinds, kindShapes } from '#shared/domain/kinds.ts';

type History = { readonly [Area in 'kind' | 'field' | 'map']: Readonly<Record<string, string>> };
const words = JSON.parse(readFileSync('shared/locales/en/history.json', 'utf8')) as History;
const mute = new Set(['revision', 'fileHash', 'order', 'codedAt', 'contents', 'from', 'to', 'sections', 'cause']);

it.each(kinds)('%s', (kind) => {
  expect(words.kind).toHaveProperty([kind]);
  const { schema, maps } = kindShapes[kind];
  for (const field of Object.keys(schema.shape)) {
    if (mute.has(field)) continue;
    expect(maps.includes(field) ? words.map : words.field, `${kind}.${field}`).toHaveProperty([field]);
  }
});
