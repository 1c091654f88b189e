/** A file name that every system takes, from a title and what the file is. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f]/gu;
const TITLE_LENGTH = 80;

/** Such as `Evaluación final - coded excerpts.xlsx`. */
export function exportFileName(title: string, what: string, extension: string): string {
  const clean = (text: string): string => text.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
  // Whole characters only, and no dot or blank at the end, which Windows drops.
  const short = [...clean(title)]
    .slice(0, TITLE_LENGTH)
    .join('')
    .replace(/[. ]+$/u, '');
  return `${[short, clean(what)].filter(Boolean).join(' - ')}.${extension}`;
}
