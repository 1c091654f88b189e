/** Every language says everything, nothing is said that nobody reads, and no text stands outside the locales. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const LOCALES = 'shared/locales';
const languages = readdirSync(LOCALES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

type Wording = { readonly [key: string]: string | Wording };

function textsOf(language: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const collect = (prefix: string, wording: Wording): void => {
    for (const [key, text] of Object.entries(wording)) {
      if (typeof text === 'string') texts.set(`${prefix}.${key}`, text);
      else collect(`${prefix}.${key}`, text);
    }
  };
  for (const file of readdirSync(join(LOCALES, language))) {
    collect(file.replace(/\.json$/u, ''), JSON.parse(readFileSync(join(LOCALES, language, file), 'utf8')) as Wording);
  }
  return texts;
}

const english = textsOf('en');
const PLURAL = /_(?:zero|one|two|few|many|other)$/u;
const stems = new Set([...english.keys()].map((key) => key.replace(PLURAL, '')));

/** Areas that code reads as a file, such as the host its menu, are checked where they are read. */
const readAsFile = new Set<string>();
const sources = ['renderer', 'electron', 'shared'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path) && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path)),
);

type Usage = { readonly key: string; readonly where: string };
const literals = new Set<string>();
const patterns: RegExp[] = [];
const asked: Usage[] = [];
const loose: Usage[] = [];
const SAID_BY = new Set(['aria-label', 'title', 'placeholder', 'label', 'alt', 'description', 'text', 'message']);

for (const path of sources) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  visit(file, (node) => look(node, path, file));
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function look(node: ts.Node, path: string, file: ts.SourceFile): void {
  const where = `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
  if (ts.isStringLiteralLike(node)) {
    literals.add(node.text);
    const area = /locales\/\w+\/([\w-]+)\.json$/u.exec(node.text)?.[1];
    if (area !== undefined) readAsFile.add(area);
  }
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
    if (parts.join('').length >= 4) patterns.push(new RegExp(`^${parts.map(escape).join('.+')}$`, 'u'));
  }
  const isWindow = path.startsWith('renderer');
  if (isWindow && ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'words') {
    const [first] = node.arguments;
    if (first && ts.isStringLiteralLike(first)) asked.push({ key: first.text, where });
  }
  if (
    ts.isPropertyAssignment(node) &&
    node.name.getText(file) === 'titleKey' &&
    ts.isStringLiteralLike(node.initializer)
  ) {
    asked.push({ key: node.initializer.text, where });
  }
  if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text)) loose.push({ key: node.text.trim(), where });
  if (ts.isJsxAttribute(node) && SAID_BY.has(node.name.getText(file))) {
    const { initializer } = node;
    if (initializer && ts.isStringLiteral(initializer) && /\p{L}{2}/u.test(initializer.text)) {
      loose.push({ key: initializer.text, where });
    }
  }
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{?\s*(\w+)/gu)].map((match) => match[1] ?? '').sort();
}

describe.each(languages)('%s', (language) => {
  const texts = textsOf(language);

  it('has the same keys as English', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('leaves no text empty and keeps every placeholder', () => {
    for (const [key, text] of texts) {
      // For nothing there may be nothing to say.
      if (key.endsWith('_zero')) continue;
      expect(text.trim(), key).not.toBe('');
      // The singular may say the number in words.
      const isSingular = key.endsWith('_one');
      const wanted = placeholdersOf(english.get(key) ?? '').filter((name) => !(isSingular && name === 'count'));
      const given = placeholdersOf(text).filter((name) => !(isSingular && name === 'count'));
      expect(given, key).toEqual(wanted);
    }
  });
});

describe('the code', () => {
  it('asks only for words that are there', () => {
    expect(asked.filter(({ key }) => !stems.has(key))).toEqual([]);
  });

  it('reads every word that is there', () => {
    const unread = [...stems].filter(
      (key) =>
        !readAsFile.has(key.split('.')[0] ?? '') &&
        !literals.has(key) &&
        !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unread).toEqual([]);
  });

  it('has no text outside the locales', () => {
    expect(loose).toEqual([]);
  });
});
