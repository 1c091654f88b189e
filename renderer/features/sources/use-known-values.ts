/** What was written before in the same field, to propose it again: one spelling for one thing. */
import { useMemo } from 'react';
import { useRecords } from '#renderer/data/hooks.ts';
import type { Choice } from '#renderer/ui/Select.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** More proposals than this are no help. */
const SHOWN_VALUES = 60;

function asChoices(values: Iterable<string>): readonly Choice[] {
  const different = [...new Set(values)].filter((value) => value !== '').sort((a, b) => a.localeCompare(b));
  return different.slice(0, SHOWN_VALUES).map((value) => ({ id: value, label: value }));
}

/** Stakeholder groups and genders in use. */
export function useKnownPeople(): { readonly groups: readonly Choice[]; readonly genders: readonly Choice[] } {
  const words = useWords();
  const participants = useRecords('participant');
  return useMemo(() => {
    const usual = [words('sources.gender.woman'), words('sources.gender.man'), words('sources.gender.other')];
    return {
      groups: asChoices(participants.map(({ group }) => group)),
      genders: asChoices([...usual, ...participants.map(({ gender }) => gender)]),
    };
  }, [participants, words]);
}

/** Names of attributes in use, and the values of each. */
export function useKnownAttributes(): {
  readonly names: readonly Choice[];
  readonly valuesOf: (name: string) => readonly Choice[];
} {
  const sources = useRecords('source');
  return useMemo(
    () => ({
      names: asChoices(sources.flatMap(({ attributes }) => Object.keys(attributes))),
      valuesOf: (name) => asChoices(sources.map(({ attributes }) => attributes[name] ?? '')),
    }),
    [sources],
  );
}

/** Places and dependency groups in use. */
export function useKnownOrigins(): { readonly places: readonly Choice[]; readonly groups: readonly Choice[] } {
  const sources = useRecords('source');
  return useMemo(
    () => ({
      places: asChoices(sources.map(({ place }) => place)),
      groups: asChoices(sources.map(({ dependencyGroup }) => dependencyGroup)),
    }),
    [sources],
  );
}
