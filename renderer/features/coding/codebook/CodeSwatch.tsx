/** The square of a code's colour. Its name always stands beside it. */
import type { CSSProperties } from 'react';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { colorOfCode } from '#renderer/features/coding/codebook/code-color-sheet.ts';

/** The colour of a code. */
export function CodeSwatch({ code }: { readonly code: CodeId }) {
  return <span className="code-swatch" style={{ '--coded': colorOfCode(code) } as CSSProperties} aria-hidden />;
}
