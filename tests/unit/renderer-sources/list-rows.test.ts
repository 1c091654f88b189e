/** The source list: by method, narrowed by words in any case and accent, and by what is not coded yet. */
import { expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { listRows } from '#renderer/features/sources/list-rows.ts';

function source(name: string, method: Source['method'], place = ''): Source {
  return {
    id: asId<'source'>(name),
    name,
    method,
    place,
    revision: asId<'content'>('r'),
    fileName: `${name}.txt`,
    format: 'txt',
    encoding: null,
    fileHash: name,
    characters: 1,
    language: null,
    date: '',
    dependencyGroup: '',
    order: 1,
    interventions: {},
    attributes: {},
    speakers: {},
  };
}

const sources = [source('D-01', 'document'), source('E-01', 'interview', 'Mérida'), source('E-02', 'interview')];
const facts = { countCodings: ({ name }: Source) => (name === 'E-01' ? 4 : 0), participant: () => undefined };
const names = (typed: string, onlyUncoded = false): readonly string[] =>
  listRows(sources, { typed, onlyUncoded }, facts).map((row) =>
    row.kind === 'method' ? `${row.method} ${row.count}` : row.source.name,
  );

it('puts sources under their methods', () => {
  expect(names('')).toEqual(['interview 2', 'E-01', 'E-02', 'document 1', 'D-01']);
});

it('finds words without accents', () => {
  expect(names('merida')).toEqual(['interview 1', 'E-01']);
});

it('narrows to what is not coded', () => {
  expect(names('', true)).toEqual(['interview 1', 'E-02', 'document 1', 'D-01']);
});
