/** Puts the codes' colours into the page as custom properties, one set per theme, so that a theme switches at once. */
import { useEffect, useMemo } from 'react';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Codebook } from '#shared/domain/codebook/codebook.ts';
import { colorsOfCodes, fitToTheme, themes, type Theme } from '#renderer/features/coding/codebook/code-colors.ts';

const selectors: Readonly<Record<Theme, string>> = {
  light: ':root',
  dark: "[data-theme='dark']",
  contrast: "[data-theme='contrast']",
};

/** The style value that stands for a code's colour in the theme of the moment. */
export function colorOfCode(code: CodeId): string {
  return `var(--code-${code}, var(--ink-faint))`;
}

/** Keeps the sheet of colours up to date while the component is there. */
export function useCodeColors(codebook: Codebook): void {
  // By value: new colours make the browser look at the whole page again.
  const rules = useMemo(() => writeSheet(colorsOfCodes(codebook)), [codebook]);
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [rules]);
}

function writeSheet(colors: ReadonlyMap<CodeId, string>): string {
  return themes
    .map((theme) => {
      const lines = [...colors].map(([id, color]) => `--code-${id}:${fitToTheme(color, theme)};`);
      return `${selectors[theme]}{${lines.join('')}}`;
    })
    .join('\n');
}
