import { describe, expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import { visibleCodes, walkTree, type CodeView } from '#renderer/features/coding/codebook/visible-codes.ts';

const code = (id: string, parent: string | null = null, hidden = false) => ({
  id: asId<'code'>(id),
  name: id,
  parent: parent === null ? null : asId<'code'>(parent),
  criterion: null,
  key: '',
  color: '',
  definition: '',
  hidden,
  order: 0,
});
const codebook = buildCodebook([
  code('Relevance'),
  code('Needs', 'Relevance'),
  code('Needs of women', 'Needs'),
  code('Secret', 'Relevance', true),
  code('Impact'),
]);
const show = (view: Partial<CodeView>) =>
  visibleCodes(codebook, { filter: '', folded: new Set(), showsHidden: false, ...view });
const names = (view: Partial<CodeView>) => show(view).map((row) => row.code.name);

describe('rows of the code tree', () => {
  it('shows all but hidden codes, top down', () => {
    expect(names({})).toEqual(['Relevance', 'Needs', 'Needs of women', 'Impact']);
    expect(names({ showsHidden: true })).toContain('Secret');
  });

  it('leaves out what is folded', () => {
    expect(names({ folded: new Set([asId<'code'>('Needs')]) })).toEqual(['Relevance', 'Needs', 'Impact']);
  });

  it('keeps the way to what a filter finds, also in folded branches', () => {
    const rows = show({ filter: 'WOMEN', folded: new Set([asId<'code'>('Relevance')]) });
    expect(rows.map((row) => [row.code.name, row.isPath])).toEqual([
      ['Relevance', true],
      ['Needs', true],
      ['Needs of women', false],
    ]);
  });

  it('walks like every tree', () => {
    const rows = show({});
    expect(walkTree(rows, 0, 'ArrowDown')).toBe(1);
    expect(walkTree(rows, 0, 'ArrowUp')).toBeNull();
    expect(walkTree(rows, 0, 'ArrowRight')).toBe(1);
    expect(walkTree(rows, 2, 'ArrowLeft')).toBe(1);
    expect(walkTree(rows, 3, 'ArrowLeft')).toBeNull();
    expect(walkTree(rows, 1, 'End')).toBe(3);
    expect(walkTree(rows, 1, 'x')).toBeNull();
  });
});
