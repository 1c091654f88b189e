/** Guesses what each column is for. A guess is a start for the preview: the user has the last word. */
import type { ColumnRole } from '#shared/domain/source/source-content.ts';
import { idRank, readHeaderHints } from '#shared/formats/questionnaire/header-words.ts';
import type { ColumnProfile } from '#shared/formats/questionnaire/column-profile.ts';
import { looksJoined } from '#shared/formats/questionnaire/joined-choices.ts';
import type { RawColumn } from '#shared/formats/questionnaire/read-headers.ts';
import { findSpreadColumns } from '#shared/formats/questionnaire/spread-columns.ts';

/** One role per column; at most one of them is the respondent's id. */
export function guessRoles(
  columns: readonly RawColumn[],
  profiles: readonly ColumnProfile[],
  rowCount: number,
): readonly ColumnRole[] {
  const spread = findSpreadColumns(columns, profiles);
  const id = findIdColumn(columns, profiles, rowCount);
  return columns.map((column, index) => {
    const profile = profiles[index];
    if (profile === undefined) return 'ignore';
    if (index === id) return 'id';
    return spread.has(index) ? 'multiple' : guessRole(column, profile);
  });
}

function findIdColumn(
  columns: readonly RawColumn[],
  profiles: readonly ColumnProfile[],
  rowCount: number,
): number | null {
  let best: { readonly index: number; readonly rank: number } | null = null;
  for (const [index, { name }] of columns.entries()) {
    const profile = profiles[index];
    if (profile === undefined || profile.answered < rowCount || profile.distinct < rowCount) continue;
    if (profile.longest > 80 || profile.dates > 0.5) continue;
    const rank = idRank(lastPart(name), index === 0);
    if (rank !== null && (best === null || rank < best.rank)) best = { index, rank };
  }
  return best?.index ?? null;
}

function guessRole(column: RawColumn, profile: ColumnProfile): ColumnRole {
  const hints = readHeaderHints(column.name, column.label);
  if (hints.isIdentifying) return 'ignore';
  if (profile.dates >= 0.9) return 'date';
  if (isMachineName(column, profile) || isPlace(profile)) return 'ignore';
  if (hints.isTechnical || profile.answered === 0) return 'ignore';
  // Kobo and Ona put an underscore before what they add themselves.
  if (/(^|\/)_\w+$/.test(column.name.trim())) return 'ignore';
  if (profile.numeric >= 0.9) return hints.isAttribute ? 'attribute' : 'closed';
  if (column.isFreeText) return 'open';
  if (hints.allowsSeveral && looksJoined(profile, true)) return 'multiple';
  if (hints.isOpen && !isClearlyClosed(profile, column)) return 'open';
  if (hints.isAttribute && profile.longest <= 160 && !isProse(profile)) return 'attribute';
  if (looksJoined(profile, false)) return 'multiple';
  return looksClosed(profile) ? 'closed' : 'open';
}

/** A second id, or names that a machine made: `uuid:9c6f3468-…`, `bc82351130`. */
function isMachineName({ name }: RawColumn, profile: ColumnProfile): boolean {
  if (profile.answered === 0 || profile.distinct < profile.answered * 0.9 || profile.tokens < 1) return false;
  if (idRank(lastPart(name), false) !== null) return true;
  return profile.answered >= 3 && everyOfSome(profile, /^(uuid:)?(?=.*\d)(?=.*[a-f])[0-9a-f-]{10,}$/i);
}

/** Where somebody lives, to the metre: `33.3128 44.3615 34.0 4.9`. */
function isPlace(profile: ColumnProfile): boolean {
  return profile.answered > 0 && everyOfSome(profile, /^-?\d{1,3}\.\d+[ ,]+-?\d{1,3}\.\d+([ ,;]+-?\d+(\.\d+)?)*$/);
}

function everyOfSome({ counts }: ColumnProfile, pattern: RegExp): boolean {
  let seen = 0;
  for (const value of counts.keys()) {
    if (!pattern.test(value)) return false;
    seen += 1;
    if (seen === 50) break;
  }
  return true;
}

/** The header asks for words; only a list of choices that nearly everybody picked from says otherwise. */
function isClearlyClosed(profile: ColumnProfile, { name }: RawColumn): boolean {
  if (/_?(other|otro|otra|autre|outro|text)$/i.test(name.trim())) return false;
  if (profile.answered < 20)
    return profile.tokens === 1 && [...profile.counts.keys()].every((value) => /^[\w-]+$/.test(value));
  return profile.repeated >= 0.9 && profile.distinct <= Math.max(40, profile.answered * 0.05);
}

function looksClosed(profile: ColumnProfile): boolean {
  const { answered, distinct, repeated, tokens, longest, meanWords } = profile;
  if (isProse(profile)) return false;
  if (answered < 20) {
    if (tokens === 1 && longest <= 40) return true;
    return distinct * 2 <= answered || (meanWords < 4 && longest <= 60);
  }
  if (repeated >= 0.8 || (distinct <= 12 && longest <= 200)) return true;
  return repeated >= 0.5 && meanWords < 4 && distinct <= answered * 0.4;
}

/** Long and nearly always different. */
function isProse({ answered, distinct, meanWords, longest }: ColumnProfile): boolean {
  return distinct > answered * 0.6 && (meanWords >= 6 || longest > 300);
}

/** Of a path its last part; nothing of a column that has no header. */
function lastPart(name: string): string {
  if (/^\[\d+\]$/.test(name)) return '';
  return /^[^\s]+\s*$/.test(name) ? (name.trim().split('/').at(-1) ?? name) : name;
}
