/** What a coding says about its code: four shapes with their words, one pressed. */
import { Radio, RadioGroup } from 'react-aria-components';
import { directionGlyphs, directions, type Direction } from '#shared/domain/coding/coding.ts';
import { useWords } from '#renderer/ui/words.ts';
import './DirectionControl.css';

export type DirectionControlProps = {
  readonly value: Direction;
  readonly onChange: (direction: Direction) => void;
};

/** The control of the direction. */
export function DirectionControl({ value, onChange }: DirectionControlProps) {
  const words = useWords();
  return (
    <RadioGroup
      className="direction-control"
      aria-label={words('coding.direction')}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as Direction)}
    >
      {directions.map((direction) => (
        <Radio key={direction} value={direction} className={`direction-control__choice ui-direction--${direction}`}>
          <span aria-hidden>{directionGlyphs[direction]}</span>
          <span className="direction-control__word">{words(`common.direction.${direction}`)}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
