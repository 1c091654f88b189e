/** A file name that every system takes, from a title in any script. */

const LONGEST_NAME = 80;

/** Suggests a project file's name; `fallback` when the title leaves nothing. */
export function suggestFileName(title: string, fallback: string): string {
  const name = title
    .normalize('NFC')
    // What Windows, macOS or Linux refuse in names, and what cannot be seen.
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .replace(/[. ]+$/u, '');
  return `${name === '' ? fallback : name}.triangula`;
}
