/** What consent allows: the strictest counts, in every combination. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setConsent } from '#shared/domain/consent/consent-edits.ts';
import { consentMatters, sensitivities, type ConsentFields } from '#shared/domain/consent/consent.ts';
import { effectiveConsent, mayAttribute, mayQuote, mayShare } from '#shared/domain/consent/effective-consent.ts';
import { asId } from '#shared/basics/ids.ts';
import { ANA, LUIS, newSource, smallProject, visibleState } from '#tests/support/small-project.ts';
import { addSources } from '#shared/domain/source/source-edits.ts';
import { Project } from '#shared/domain/project/project.ts';
import { seededBytes } from '#tests/support/random.ts';

const quote = (...owners: readonly ConsentFields[]) => mayQuote(effectiveConsent(owners));
const share = (...owners: readonly ConsentFields[]) => mayShare(effectiveConsent(owners));
const withdrawal = { date: '2026-01-01', recordedBy: asId<'person'>('ana'), reason: '' };

describe('the consent of an excerpt', () => {
  test('holds nothing back where nothing was asked: old records stay usable', () => {
    expect(quote({}, {})).toBe(true);
    expect(share({})).toBe(true);
    expect(mayAttribute(effectiveConsent([{}]))).toBe(true);
  });

  test('a no of the source or of who speaks counts against every yes', () => {
    expect(quote({ consent: { quote: 'yes' } }, { consent: { quote: 'no' } })).toBe('quote');
    expect(quote({ consent: { quote: 'no' } }, { consent: { quote: 'yes' } })).toBe('quote');
    expect(share({ consent: { share: 'no' } }, {})).toBe('share');
    expect(quote({ consent: { share: 'no' } })).toBe(true);
    expect(share({ consent: { quote: 'no' } })).toBe('quote');
    expect(quote({ consent: { 'take-part': 'no', quote: 'yes' } })).toBe('take-part');
    expect(mayAttribute(effectiveConsent([{ consent: { attribute: 'no' } }, { consent: { attribute: 'yes' } }]))).toBe(
      false,
    );
  });

  test('words of victims and survivors, and restricted ones, need a yes', () => {
    expect(quote({ sensitivity: 'victim-survivor' })).toBe('sensitive');
    expect(quote({ sensitivity: 'internal' }, { sensitivity: 'restricted' })).toBe('sensitive');
    expect(quote({ sensitivity: 'victim-survivor', consent: { quote: 'yes' } })).toBe(true);
    expect(quote({ sensitivity: 'internal' })).toBe(true);
  });

  test('withdrawal outweighs everything', () => {
    expect(quote({ consent: { quote: 'yes', share: 'yes' } }, { withdrawal })).toBe('withdrawn');
  });

  const fields = fc.record<ConsentFields>({
    consent: fc.dictionary(fc.constantFrom(...consentMatters), fc.constantFrom('yes', 'no')),
    sensitivity: fc.constantFrom(null, ...sensitivities),
    restrictions: fc.constantFrom(null, '', 'No names'),
    withdrawal: fc.constantFrom(null, withdrawal),
  });

  test('one more owner never sets free what a no or a withdrawal held back', () => {
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 4 }), fields, (owners, more) => {
        const before = share(...owners);
        // Only a missing yes may be made up for by another's.
        if (before !== true && before !== 'sensitive') expect(share(...owners, more)).not.toBe(true);
        expect(share(...owners, more)).toBe(share(more, ...owners));
      }),
    );
  });
});

describe('consent in the log', () => {
  test('a record from before it existed is complete, with nothing asked', () => {
    const { project, sources } = smallProject();
    const source = project.get('source', sources[0] as (typeof sources)[number]);
    expect(source).toMatchObject({ consent: {}, sensitivity: null, restrictions: null, withdrawal: null });
  });

  test('answers of two people to different questions both stay, in either order', () => {
    const base = smallProject();
    const id = base.sources[0] as (typeof base.sources)[number];
    const owner = { kind: 'source', id, name: 'E-01' } as const;
    const mine = base.project.prepare(setConsent(owner, 'quote', 'no'), ANA);
    const other = new Project();
    for (const change of base.log) other.apply(change);
    const theirs = other.prepare(setConsent(owner, 'share', 'yes'), LUIS);
    if (!mine || !theirs) throw new Error('nothing changed');
    for (const change of [mine, theirs]) base.project.apply(change);
    for (const change of [theirs, mine]) other.apply(change);
    expect(base.project.get('source', id)?.consent).toEqual({ quote: 'no', share: 'yes' });
    expect(visibleState(other)).toEqual(visibleState(base.project));
  });

  test('not asked takes an answer away again', () => {
    const { project, commit } = smallProject();
    const { ids, draft } = addSources(project, [newSource('E-09')], seededBytes(9));
    commit(draft);
    const id = ids[0] as (typeof ids)[number];
    const owner = { kind: 'source', id, name: 'E-09' } as const;
    commit(setConsent(owner, 'record', 'yes'));
    expect(project.get('source', id)?.consent).toEqual({ record: 'yes' });
    commit(setConsent(owner, 'record', 'not-asked'));
    expect(project.get('source', id)?.consent).toEqual({});
  });
});
