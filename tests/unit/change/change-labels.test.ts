/** Every change has a name in every language: the undo button and the history say it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folders = ['shared/domain', 'shared/formats', 'renderer', 'electron'];
const languages = ['en', 'es', 'fr'];

/** What stands for the key: its words, with `*` for what is filled in; several where a condition chooses. */
function keysIn(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...keysIn(node.whenTrue), ...keysIn(node.whenFalse)];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text + node.templateSpans.map((span) => `*${span.literal.text}`).join('')];
  }
  return [];
}

function labelsOf(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const named = (name: string) => node.properties.find((one) => one.name?.getText(file) === name);
      const key = named('key');
      if (key && ts.isPropertyAssignment(key) && named('values')) found.push(...keysIn(key.initializer));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const labels = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path) && !path.endsWith('.d.ts'))
    .flatMap((path) => labelsOf(join(folder, path))),
);

describe.each(languages)('the names of changes in %s', (language) => {
  const words = JSON.parse(readFileSync(`shared/locales/${language}/change.json`, 'utf8')) as Record<string, string>;
  const known = Object.keys(words).map((key) => key.replace(/_(?:one|many|other)$/u, ''));

  it('are complete', () => {
    expect(labels.length).toBeGreaterThan(30);
    const missing = labels.filter((label) => {
      const [before = '', after] = label.split('*');
      return !known.some((key) =>
        after === undefined ? key === label : key.startsWith(before) && key.endsWith(after),
      );
    });
    expect(missing).toEqual([]);
  });
});
