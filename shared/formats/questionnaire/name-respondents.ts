/** One unique name per row of a questionnaire. */

/** The id's cell, else the number of the row; ` (2)` after one that is already taken. */
export function nameRespondents(
  rows: readonly (readonly string[])[],
  column: number | null,
): { readonly names: readonly string[]; readonly duplicates: number } {
  const wanted = rows.map((row) => (column === null ? '' : (row[column] ?? '')).trim());
  const taken = new Set(wanted);
  const seen = new Set<string>();
  const lastNumbers = new Map<string, number>();
  let duplicates = 0;
  const names = wanted.map((own, index) => {
    const isBlank = own === '';
    const name = isBlank ? String(index + 1) : own;
    if (!seen.has(name) && !(isBlank && taken.has(name))) {
      seen.add(name);
      return name;
    }
    if (!isBlank) duplicates += 1;
    let number = (lastNumbers.get(name) ?? 1) + 1;
    while (seen.has(`${name} (${number})`) || taken.has(`${name} (${number})`)) number += 1;
    lastNumbers.set(name, number);
    seen.add(`${name} (${number})`);
    return `${name} (${number})`;
  });
  return { names, duplicates };
}
