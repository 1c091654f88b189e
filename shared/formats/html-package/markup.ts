/** Markup for pages of ours: text is always escaped, and what is markup says so by its type. */

/** A piece of markup; made only here. */
export type Markup = { readonly markup: string };

type Piece = Markup | string | number | null | readonly Markup[];

/** Builds markup from a template; every value that is not markup is escaped. */
export function markup(parts: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  let built = parts[0] ?? '';
  values.forEach((value, place) => {
    built += written(value) + (parts[place + 1] ?? '');
  });
  return { markup: built };
}

/** Nothing. */
export const nothing: Markup = { markup: '' };

/** Markup where something is the case. */
export function when(condition: boolean, make: () => Markup): Markup {
  return condition ? make() : nothing;
}

function written(value: Piece): string {
  if (value === null) return '';
  if (typeof value === 'object')
    return 'markup' in value ? value.markup : value.map((piece) => piece.markup).join('\n');
  return escapeHtml(String(value));
}

/** What HTML cannot carry becomes a visible sign. */
function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu, '\uFFFD')
    .replace(/[&<>"']/gu, (unit) => `&#${unit.charCodeAt(0)};`);
}

/** A text as paragraphs, one per line. */
export function paragraphs(text: string): readonly Markup[] {
  return text
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => markup`<p dir="auto">${line}</p>`);
}
