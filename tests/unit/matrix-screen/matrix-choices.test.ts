import { describe, expect, it } from 'vitest';
import { CodingFacts } from '#shared/analysis/coding-facts.ts';
import { addSources } from '#shared/domain/source/source-edits.ts';
import { attributeNames, columnChoices, filterChoices } from '#renderer/features/matrix/column-choices.ts';
import { countHiddenSources } from '#renderer/features/matrix/hidden-sources.ts';
import { seededBytes } from '#tests/support/random.ts';
import { newSource, smallProject } from '#tests/support/small-project.ts';

function projectWithAttributes() {
  const small = smallProject();
  const focusGroup = newSource('GF-01', {
    method: 'focus-group',
    attributes: { Estado: 'Puebla' },
    speakers: ['P1', 'P2'].map((codeName, place) => ({
      label: codeName,
      as: {
        codeName,
        group: place === 0 ? 'Salud' : 'Policía',
        gender: 'mujer',
        interventions: {},
        attributes: { Turno: place === 0 ? 'día' : 'noche' },
      },
    })),
  });
  small.commit(addSources(small.project, [focusGroup], seededBytes(7)).draft);
  return small.project;
}

describe('what the matrix can be asked', () => {
  it('offers every attribute of sources and participants as columns', () => {
    const project = projectWithAttributes();
    expect(attributeNames(project)).toEqual(['Estado', 'Turno']);
    expect(columnChoices(project)).toEqual([
      'method',
      'group',
      'gender',
      'intervention',
      'attribute:Estado',
      'attribute:Turno',
    ]);
  });

  it('offers filters with the values that are there, not what all share', () => {
    const choices = new Map(filterChoices(projectWithAttributes()).map(({ name, values }) => [name, values]));
    expect(choices.get('method')).toEqual(['interview', 'focus-group']);
    expect(choices.get('group')).toEqual(['Policía', 'Salud']);
    expect(choices.has('gender')).toBe(false);
  });
});

describe('hidden sources', () => {
  const facts = () => new CodingFacts(projectWithAttributes(), () => undefined);

  it('are none without a filter', () => {
    expect(countHiddenSources(facts(), [])).toEqual({ hidden: 0, total: 3 });
  });

  it('are those of whom nobody is let through', () => {
    expect(countHiddenSources(facts(), [{ name: 'method', value: 'focus-group' }])).toEqual({ hidden: 2, total: 3 });
    // One of two speakers is enough to stay in sight.
    expect(countHiddenSources(facts(), [{ name: 'attribute:Turno', value: 'noche' }])).toEqual({ hidden: 2, total: 3 });
  });

  it('are none for a filter by who coded', () => {
    expect(countHiddenSources(facts(), [{ name: 'coder', value: 'Ana' }])).toEqual({ hidden: 0, total: 3 });
  });
});
