/** What the pointer rests on: code, direction, coder and memo of each coding there, innermost first. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { useCodebook, useRecord } from '#renderer/data/hooks.ts';
import { CodeSwatch } from '#renderer/features/coding/codebook/CodeSwatch.tsx';
import { DirectionGlyph } from '#renderer/ui/DirectionGlyph.tsx';

export type Hover = { readonly codings: readonly CodingId[]; readonly x: number; readonly y: number };

const MAXIMUM_SHOWN = 4;
const EDGE_PIXELS = 8;

/** A card at the pointer; it takes no clicks. */
export function HoverCard({ hover }: { readonly hover: Hover }) {
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: hover.x, top: hover.y });
  useLayoutEffect(() => {
    const box = card.current?.getBoundingClientRect();
    if (!box) return;
    const isBelow = hover.y + box.height < window.innerHeight - EDGE_PIXELS;
    setPlace({
      left: Math.max(EDGE_PIXELS, Math.min(hover.x, window.innerWidth - box.width - EDGE_PIXELS)),
      top: isBelow ? hover.y : hover.y - box.height - 36,
    });
  }, [hover]);
  return (
    <div ref={card} className="hover-card" style={place} aria-hidden>
      {hover.codings.slice(0, MAXIMUM_SHOWN).map((id) => (
        <HoveredCoding key={id} id={id} />
      ))}
    </div>
  );
}

function HoveredCoding({ id }: { readonly id: CodingId }) {
  const coding = useRecord('coding', id);
  const coder = useRecord('person', coding?.coder ?? null);
  const codebook = useCodebook();
  if (!coding) return null;
  return (
    <div className="hover-card__coding">
      <div className="hover-card__code">
        <CodeSwatch code={coding.code} />
        {codebook.pathOf(coding.code).join(' / ')}
      </div>
      <div className="hover-card__facts">
        <DirectionGlyph direction={coding.direction} />
        {coding.starred && <span>★</span>}
        {coder && <span>{coder.name}</span>}
      </div>
      {coding.memo !== '' && <p className="hover-card__memo">{coding.memo}</p>}
    </div>
  );
}
