/** Quotes as lines with their references, to be pasted into a report. Words that consent holds back are left out. Pure. */
import { effectiveConsent, mayQuote } from '#shared/domain/consent/effective-consent.ts';
import type { Project } from '#shared/domain/project/project.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { ExcerptRow } from '#renderer/view-state/excerpt-rows.ts';

/** One paragraph per quote: “words” (who, group). */
export function quotesAsText(project: Project, rows: readonly ExcerptRow[]): string {
  return rows
    .map(({ coding, excerpt }) => {
      const source = project.get('source', coding.source);
      const people = source ? participantsOf(source).flatMap((id) => project.get('participant', id) ?? []) : [];
      // One who speaks in the source and said no holds back the words of all that cannot be told apart here.
      const speakers = people.filter(({ codeName }) => excerpt.participant === '' || codeName === excerpt.participant);
      const isFree = source !== undefined && mayQuote(effectiveConsent([source, ...speakers])) === true;
      const who = [...new Set([excerpt.source, excerpt.participant, excerpt.group])].filter(Boolean).join(', ');
      return `${isFree ? `“${excerpt.quote.trim()}” ` : ''}(${who})`;
    })
    .join('\n\n');
}
