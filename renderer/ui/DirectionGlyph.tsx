/** What an excerpt says about its code: a shape, a word and a colour, never the colour alone. */
import { useWords } from '#renderer/ui/words.ts';
import './DirectionGlyph.css';

export const directionShapes = { supports: '▲', contradicts: '▼', mixed: '◆', neutral: '●' } as const;
export type DirectionName = keyof typeof directionShapes;

export type DirectionGlyphProps = {
  readonly direction: DirectionName;
  /** Only the shape is seen; the word is there for screen readers. */
  readonly isWordHidden?: boolean;
  /** A number that stands before the shape, as in 9 ▲. */
  readonly count?: number;
};

/** The shape of a direction with its word. */
export function DirectionGlyph({ direction, isWordHidden, count }: DirectionGlyphProps) {
  const words = useWords();
  return (
    <span className={`ui-direction ui-direction--${direction}`}>
      {count}
      <span className="ui-direction__glyph" aria-hidden>
        {directionShapes[direction]}
      </span>
      <span className={isWordHidden ? 'ui-hidden-text' : ''}>{words(`common.direction.${direction}`)}</span>
    </span>
  );
}
