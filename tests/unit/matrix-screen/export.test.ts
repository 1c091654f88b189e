import { describe, expect, it } from 'vitest';
import type { Code } from '#shared/domain/codebook/code.ts';
import { addCode } from '#shared/domain/codebook/codebook-edits.ts';
import { codePassage } from '#shared/domain/coding/coding-edits.ts';
import { filterExcerpts, NO_FILTER } from '#renderer/features/export/excerpt-filter.ts';
import { exportFileName } from '#renderer/features/export/export-file-name.ts';
import { seededBytes } from '#tests/support/random.ts';
import { ANA, smallProject } from '#tests/support/small-project.ts';

describe('the name of an exported file', () => {
  it('carries title and kind', () => {
    expect(exportFileName('Evaluación final', 'findings', 'docx')).toBe('Evaluación final - findings.docx');
  });

  it('leaves out what a file system refuses', () => {
    expect(exportFileName('A/B: "C"?\n*', 'x', 'csv')).toBe('A B C - x.csv');
    expect(exportFileName('End. . ', 'x', 'csv')).toBe('End - x.csv');
  });

  it('is never too long and never cuts a character in two', () => {
    const name = exportFileName('🙂'.repeat(200), 'findings', 'docx');
    expect(name.length).toBeLessThanOrEqual(200);
    expect(() => encodeURIComponent(name)).not.toThrow();
  });
});

describe('excerpts that an export takes', () => {
  it('are counted with all codes below a criterion', () => {
    const { project, commit, sources } = smallProject();
    const randomBytes = seededBytes(3);
    const [first, second] = project.all('code') as [Code, Code, ...Code[]];
    const child = addCode(project, { name: 'Below', parent: first.id }, randomBytes);
    commit(child.draft);
    const below = project.get('code', child.id) as Code;
    for (const [place, code] of [first, below, second].entries()) {
      const source = project.get('source', sources[place % 2] ?? raise()) ?? raise();
      const values = { source, code, start: 0, end: 5, coder: ANA.person, codedAt: '' };
      commit(codePassage(values, randomBytes).draft);
    }
    expect(filterExcerpts(project, NO_FILTER).codings).toHaveLength(3);
    const filtered = filterExcerpts(project, { ...NO_FILTER, criterion: first.id });
    expect(filtered.codings.map((coding) => coding.code)).toEqual([first.id, below.id]);
    expect(filtered.sources).toBe(2);
    expect(filterExcerpts(project, { ...NO_FILTER, method: 'document' }).codings).toEqual([]);
  });
});

function raise(): never {
  throw new Error('The small project has it.');
}
