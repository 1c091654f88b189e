/** The texts that go out: what people have not agreed to blacked out, labels and names replaced, for the public only quotes. */
import type { Coding } from '#shared/domain/coding/coding.ts';
import { effectiveConsent } from '#shared/domain/consent/effective-consent.ts';
import { labelsOf, maskContent } from '#shared/domain/consent/mask-content.ts';
import type { ContentHash, QuestionnaireTable, SourceContent } from '#shared/domain/source/source-content.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { reasonToHoldBack } from '#shared/formats/deliverable/profile/hold-back.ts';
import {
  findContacts,
  isIdentifyingAttribute,
  type FindNames,
} from '#shared/formats/deliverable/profile/known-names.ts';
import {
  rewriteContent,
  type Replacement,
  type Rewritten,
} from '#shared/formats/deliverable/profile/rewrite-content.ts';

/** The sources that use each text: as their revision, or as an older one that codings point into. */
export function sourcesByText(index: MaterialIndex): ReadonlyMap<ContentHash, ReadonlySet<Source>> {
  const users = new Map<ContentHash, Set<Source>>();
  const add = (hash: ContentHash, source: Source | undefined): void => {
    if (!source) return;
    const known = users.get(hash);
    if (known) known.add(source);
    else users.set(hash, new Set([source]));
  };
  for (const source of index.sources.values()) add(source.revision, source);
  for (const coding of index.material.records.coding) add(coding.revision, index.sources.get(coding.source));
  return users;
}

/**
 * The text without what those have said who have not agreed that it goes out; null when nothing of it may. Of two
 * sources with one text the stricter counts.
 */
export function consentedText(
  index: MaterialIndex,
  hash: ContentHash,
  users: Iterable<Source>,
  profile: ExportProfile,
): SourceContent | null {
  let content = index.material.contents.get(hash) ?? null;
  for (const source of users) {
    if (!content) return null;
    if (reasonToHoldBack(effectiveConsent([source]), profile) !== null) return null;
    const silent = participantsOf(source).filter((id) => {
      const participant = index.participants.get(id);
      return participant && reasonToHoldBack(effectiveConsent([source, participant]), profile) !== null;
    });
    const labels = labelsOf(source, new Set(silent));
    if (!labels) return null;
    content = maskContent(content, labels);
  }
  return content;
}

export type TextRules = {
  readonly profile: ExportProfile;
  readonly findNames: FindNames;
  /** What stands for an address or a number. */
  readonly contact: string;
  /** What a label of a source becomes. */
  readonly labelFor: (source: Source, label: string) => string;
};

/** A text for outside the team, with where its places went. `kept` are the codings whose words may be read. */
export function redactText(
  content: SourceContent,
  source: Source,
  kept: readonly Coding[],
  rules: TextRules,
): Rewritten & { readonly names: number } {
  const names = [...rules.findNames(content.text), ...findContacts(content.text, rules.contact)];
  const replacements: Replacement[] = [...labelReplacements(content, source, rules), ...names];
  // Gaps first where they begin together: what is not quoted is gone before anything in it could be replaced.
  if (rules.profile === 'public') replacements.unshift(...gapsBetween(content.text.length, kept));
  const rewritten = rewriteContent(content, replacements);
  const segments = rewritten.content.segments.map((segment) => ({
    ...segment,
    ...(segment.speaker === undefined ? {} : { speaker: rules.labelFor(source, segment.speaker) }),
    ...(segment.respondent === undefined ? {} : { respondent: rules.labelFor(source, segment.respondent) }),
  }));
  const table = rules.profile === 'public' ? null : redactTable(content.table, source, rules);
  return { ...rewritten, content: { ...rewritten.content, segments, table }, names: names.length };
}

/** Labels stand at the head of turns; where a label is not found there, the whole head is replaced. */
function labelReplacements(content: SourceContent, source: Source, rules: TextRules): readonly Replacement[] {
  return content.segments.flatMap((segment): Replacement[] => {
    const label = segment.speaker ?? segment.respondent;
    if (label === undefined || label === '') return [];
    const instead = rules.labelFor(source, label);
    if (instead === label) return [];
    const headEnd = segment.bodyStart ?? Math.min(segment.end, segment.start + label.length + 1);
    const found = content.text.slice(segment.start, headEnd).indexOf(label);
    if (found >= 0) {
      const start = segment.start + found;
      return [{ start, end: start + label.length, text: instead }];
    }
    return segment.bodyStart !== undefined && segment.bodyStart > segment.start
      ? [{ start: segment.start, end: segment.bodyStart, text: `${instead}: ` }]
      : [];
  });
}

/** Everything that no quote covers. */
function gapsBetween(length: number, kept: readonly Coding[]): readonly Replacement[] {
  const gaps: Replacement[] = [];
  let place = 0;
  for (const { start, end } of kept.toSorted((a, b) => a.start - b.start)) {
    if (start > place) gaps.push({ start: place, end: start, text: place === 0 ? '' : '\n' });
    place = Math.max(place, end);
  }
  if (place < length) gaps.push({ start: place, end: length, text: '' });
  return gaps;
}

function redactTable(table: QuestionnaireTable | null, source: Source, rules: TextRules): QuestionnaireTable | null {
  if (!table) return null;
  const closed = table.columns.map(
    ({ name, label, role }) => role === 'id' || role === 'ignore' || isIdentifyingAttribute(`${name} ${label}`, ''),
  );
  return {
    columns: table.columns,
    respondents: table.respondents.map((respondent) => rules.labelFor(source, respondent)),
    rows: table.rows.map((cells) =>
      cells.map((cell, column) =>
        closed[column] || isIdentifyingAttribute('', cell) ? '' : replaceNames(cell, rules.findNames),
      ),
    ),
  };
}

/** A text of the team's own, with known names replaced. */
export function replaceNames(text: string, findNames: FindNames): string {
  let result = '';
  let place = 0;
  for (const { start, end, text: instead } of findNames(text)) {
    result += text.slice(place, start) + instead;
    place = end;
  }
  return result + text.slice(place);
}
