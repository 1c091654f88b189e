import { describe, expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { finishSource, progressOf } from '#shared/domain/source/source-progress.ts';
import { ANA, ExampleProject } from '#tests/unit/analysis/example-project.ts';

const BEA = asId<'person'>('bea');

describe('how far a source is', () => {
  it('follows from codings until somebody says that they have finished', () => {
    const example = new ExampleProject();
    const id = example.addSource('E-01', 'interview');
    const source = () => example.project.get('source', id) ?? expect.fail();
    expect(progressOf(source(), 0)).toBe('new');
    expect(progressOf(source(), 3)).toBe('reading');
    example.apply(finishSource(source(), ANA, '2026-01-01T00:00:00.000Z'));
    expect(progressOf(source(), 3)).toBe('coded');
    example.apply(finishSource(source(), BEA, '2026-01-02T00:00:00.000Z'));
    expect(progressOf(source(), 3)).toBe('second-coded');
    example.apply(finishSource(source(), ANA, null));
    expect(progressOf(source(), 3)).toBe('coded');
    expect(source().finished).toEqual({ [BEA]: '2026-01-02T00:00:00.000Z' });
  });
});
