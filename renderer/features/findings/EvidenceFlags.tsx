/** What has changed in a piece of evidence since it was linked: what it was, what it is now. */
import type { ReactNode } from 'react';
import type { ContentHash } from '#shared/domain/source/source-content.ts';
import type { EvidenceItem } from '#renderer/features/findings/finding-evidence.ts';
import { useCodebook } from '#renderer/data/hooks.ts';
import { useQuote } from '#renderer/view-state/excerpt-rows.ts';
import { directionShapes, type DirectionName } from '#renderer/ui/DirectionGlyph.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type EvidenceFlagsProps = { readonly item: EvidenceItem; readonly children: ReactNode };

/** The flags in words, with buttons to accept or unlink. */
export function EvidenceFlags({ item, children }: EvidenceFlagsProps) {
  const words = useWords();
  const codebook = useCodebook();
  const { link, coding, flags } = item;
  const before = useQuote(link.revision as ContentHash, link);
  const nameOf = (code: string): string => codebook.byId.get(code as never)?.name ?? words('findings.removedCode');
  const directionOf = (direction: string): string =>
    `${directionShapes[direction as DirectionName]} ${words(`common.direction.${direction}`)}`;
  const hasOtherWords = flags.includes('text-changed') || flags.includes('extent-changed');
  return (
    <div className="evidence-flags">
      <p className="evidence-flags__title">{words('findings.lookAgain')}</p>
      <ul className="evidence-flags__list">
        {flags.map((flag) => (
          <li key={flag}>
            {words(`findings.flag.${flag}`, {
              before: flag === 'code-changed' ? nameOf(link.code) : directionOf(link.direction),
              after: coding ? (flag === 'code-changed' ? nameOf(coding.code) : directionOf(coding.direction)) : '',
            })}
          </li>
        ))}
      </ul>
      {hasOtherWords && before && (
        <p className="evidence-flags__before">
          {words('findings.wasQuote')} <q>{before}</q>
        </p>
      )}
      <div className="evidence-flags__actions">{children}</div>
    </div>
  );
}
