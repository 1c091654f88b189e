/** Where a coding of the sample stands: by its words, or by respondent and question. */
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { SampleCoding } from '#shared/formats/sample/sample-files.ts';

/** The stretch in UTF-16 code units; null when the words are not there exactly once. */
export function locateSampleCoding(content: SourceContent, coding: SampleCoding): Extent | null {
  if (coding.respondent === undefined) return findOnce(content.text, coding.quote ?? '', 0);
  const answer = content.segments.find(
    (segment) => segment.respondent === coding.respondent && segment.question === coding.question,
  );
  if (!answer) return null;
  const start = answer.bodyStart ?? answer.start;
  if (coding.quote === undefined) return { start, end: answer.end };
  return findOnce(content.text.slice(start, answer.end), coding.quote, start);
}

function findOnce(text: string, quote: string, offset: number): Extent | null {
  const start = text.indexOf(quote);
  if (quote === '' || start < 0 || text.indexOf(quote, start + 1) >= 0) return null;
  return { start: offset + start, end: offset + start + quote.length };
}
