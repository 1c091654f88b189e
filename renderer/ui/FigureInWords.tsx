/** A share or an average with what it counts and its 95 % interval: 90 % (45 of 50), 79–96 %. */
import { useFormats, type Formats } from '#renderer/ui/formats.ts';
import { useWords, type Words } from '#renderer/ui/words.ts';

export type PlainFigure = {
  readonly answered: number;
  readonly counted: number;
  readonly value: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
};

/** The figure as text, for labels and for screen readers. */
export function wordFigure(
  figure: PlainFigure,
  result: 'share' | 'mean',
  words: Words,
  { number, percent }: Formats,
): string {
  const { value, interval, answered, counted } = figure;
  if (value === null) return words('common.figure.none');
  const write = (one: number): string =>
    result === 'share' ? percent(one) : number(one, { maximumFractionDigits: 2 });
  const said = words(`common.figure.${result}`, { value: write(value), counted, answered });
  if (!interval) return said;
  return `${said}; ${words('common.figure.interval', { low: write(interval.low), high: write(interval.high) })}`;
}

export type FigureInWordsProps = { readonly figure: PlainFigure; readonly result: 'share' | 'mean' };

/** The figure as text. */
export function FigureInWords({ figure, result }: FigureInWordsProps) {
  const words = useWords();
  const formats = useFormats();
  return <span className="ui-figure">{wordFigure(figure, result, words, formats)}</span>;
}
