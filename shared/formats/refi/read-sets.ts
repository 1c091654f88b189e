/** Groups of documents as attributes of their sources, so that they can be columns; the sets themselves are kept as well. */
import type { Language } from '#shared/domain/evaluation/language.ts';
import { normaliseGuid } from '#shared/formats/refi/guid.ts';
import { childrenOf } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

export type DocumentSet = { readonly name: string; readonly members: readonly string[] };

const groupWords: Readonly<Record<Language, string>> = {
  en: 'Document group',
  es: 'Grupo de documentos',
  fr: 'Groupe de documents',
};
const yesWords: Readonly<Record<Language, string>> = { en: 'yes', es: 'sí', fr: 'oui' };

/** Attributes by GUID of the source. */
export function attributesOfSets(
  root: RefiElement,
  language: Language,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const sets = childrenOf(root, 'Sets').flatMap((list) => childrenOf(list, 'Set'));
  return setAttributes(
    sets.map((element) => ({
      name: element.attributes['name'] ?? '',
      members: childrenOf(element, 'MemberSource').flatMap(
        (member) => normaliseGuid(member.attributes['targetGUID']) || [],
      ),
    })),
    language,
  );
}

/**
 * `gender: male` is an attribute already. Other groups are one attribute where no document is in two of them, and each
 * an attribute of its own otherwise.
 */
export function setAttributes(
  sets: readonly DocumentSet[],
  language: Language,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const found = new Map<string, Record<string, string>>();
  const add = (source: string, name: string, value: string): void => {
    const attributes = found.get(source) ?? {};
    attributes[name] ??= value;
    found.set(source, attributes);
  };
  const groups: DocumentSet[] = [];
  for (const set of sets) {
    const [, name, value] = /^([^:]{1,80}):\s+(\S.{0,200})$/u.exec(set.name.trim()) ?? [];
    if (name !== undefined && value !== undefined)
      for (const member of set.members) add(member, name.trim(), value.trim());
    else if (set.name.trim() !== '') groups.push(set);
  }
  const all = groups.flatMap(({ members }) => [...new Set(members)]);
  const isOneEach = new Set(all).size === all.length;
  for (const { name, members } of groups) {
    for (const member of members) {
      if (isOneEach) add(member, groupWords[language], name.trim());
      else add(member, name.trim(), yesWords[language]);
    }
  }
  return found;
}
