import { describe, expect, it } from 'vitest';
import { similarCodes } from '#shared/domain/codebook/similar-names.ts';
import type { Code } from '#shared/domain/codebook/code.ts';

const code = (name: string, aliases: readonly string[] = []): Code =>
  ({ id: name, name, aliases: Object.fromEntries(aliases.map((alias) => [alias, true])) }) as unknown as Code;
const codes = [
  code('Confianza institucional'),
  code('Rotación de personal'),
  code('Agua', ['Saneamiento']),
  code('Miedo'),
];
const found = (name: string): readonly string[] => similarCodes(codes, name).map((one) => one.name);

describe('near-duplicate names', () => {
  it.each([
    ['confianza  INSTITUCIONAL', 'Confianza institucional'],
    ['Confianzas institucionales', 'Confianza institucional'],
    ['Confiansa institucional', 'Confianza institucional'],
    ['institucional, confianza', 'Confianza institucional'],
    ['Rotacion de personla', 'Rotación de personal'],
    ['saneamiento', 'Agua'],
    ['Miedos', 'Miedo'],
  ])('%s is like %s', (name, like) => expect(found(name)).toEqual([like]));

  it.each(['Confianza', 'Rotación', 'Ajua', 'Medios', ''])('%s is like none', (name) =>
    expect(found(name)).toEqual([]),
  );

  it('leaves out the code that is being renamed', () => {
    expect(similarCodes(codes, 'Miedo', codes[3])).toEqual([]);
  });
});
