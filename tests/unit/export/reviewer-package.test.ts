/** The reviewer package: one file that asks for nothing, in which quotes open in their context. */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import type { EvaluationMaterial } from '#shared/formats/deliverable/material.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { writeDeliverable } from '#shared/formats/deliverable/write-deliverable.ts';
import { contextOf } from '#shared/formats/html-package/evidence-context.ts';
import { matrixOf, orderFor } from './every-deliverable.ts';
import { material } from './fixture.ts';

async function write(profile: ExportProfile, of: EvaluationMaterial = material): Promise<string> {
  const result = await writeDeliverable(orderFor({ kind: 'package-html' }, of, { profile, matrix: matrixOf([]) }));
  if (!result.ok) throw new Error(result.failure.code);
  return new TextDecoder().decode(result.value.bytes);
}

describe('the reviewer package', () => {
  test('loads nothing: no script, no address, no picture, and a policy that names its only style', async () => {
    const page = await write('reviewer');
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|form|base)\b|https?:|url\(|@import|\son\w+=/iu);
    const style = /<style>([\s\S]*?)<\/style>/u.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  test('opens a quote in what was said around it, with code names for labels', async () => {
    const page = await write('reviewer');
    expect(page).toContain('KII-01: Sí, <mark>la usamos cada semana</mark> en el albergue.');
    expect(page).toContain('<summary><q dir="auto" lang="es">«la usamos cada semana»</q>');
    expect(page).not.toContain('María');
  });

  test('for the public has quotes without what stands around them', async () => {
    const page = await write('public');
    expect(page).toContain('«la usamos cada semana»');
    expect(page).not.toContain('albergue.</div>');
    expect(page).not.toContain('<details>');
  });

  test('leads from recommendations to findings that are there', async () => {
    const page = await write('full');
    const targets = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links).toContain('finding-f1');
    expect(links.filter((id) => !targets.has(id))).toEqual([]);
  });

  test('shows markup in words as words', async () => {
    const [finding] = material.records.finding;
    const text = '<script>alert(1)</script> & "quotes" \'single\' \u0000';
    const page = await write('full', {
      ...material,
      records: { ...material.records, finding: [{ ...finding!, title: text, text }] },
    });
    expect(page).not.toContain('<script');
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;quotes&#34; &#39;single&#39; \ufffd');
  });
});

test('context is what stands in the text, as it stands there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const context = contextOf({ text, segments: [], table: null }, { start, end });
      if (!context) return;
      const strip = (part: string): string => part.replace(/^… | …$/gu, '');
      expect(text).toContain(strip(context.before) + context.quote + strip(context.after));
      expect(context.before.length + context.after.length).toBeLessThan(1_500);
    }),
  );
});

test('a text that is not at hand says so', async () => {
  const contents = new Map([...material.contents].filter(([hash]) => hash !== asId('text-E-01')));
  expect(await write('full', { ...material, contents })).toContain('[texto no disponible]');
});
