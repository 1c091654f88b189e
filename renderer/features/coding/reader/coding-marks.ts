/** Paints codings into the text in sight: one flat mark per stretch, with a tint and an underline for each coding. */
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import type { Direction } from '#shared/domain/coding/coding.ts';
import { colorOfCode } from '#renderer/features/coding/codebook/code-color-sheet.ts';
import { flattenCodings, type Stretch } from '#renderer/features/coding/reader/flatten-codings.ts';
import {
  codingsField,
  emphasisField,
  setCodings,
  setEmphasis,
  type Emphasis,
  type LanedCoding,
} from '#renderer/features/coding/reader/reader-coding.ts';

/** More underlines than this would leave the line; deeper codings share the last one. */
const UNDERLINES = 3;
const UNDERLINE_STEP_PIXELS = 3;

/** The line of a direction differs in form, so that it does not hang on the colour alone. */
const underlineImages: Readonly<Record<Direction, (color: string) => string>> = {
  supports: (color) => `linear-gradient(${color},${color})`,
  contradicts: (color) => `repeating-linear-gradient(90deg,${color} 0 7px,transparent 7px 10px)`,
  mixed: (color) =>
    `repeating-linear-gradient(90deg,${color} 0 7px,transparent 7px 9px,${color} 9px 11px,transparent 11px 13px)`,
  neutral: (color) => `repeating-linear-gradient(90deg,${color} 0 2px,transparent 2px 4px)`,
};

/** Same look, same object: CodeMirror then leaves the page alone. */
const looks = new Map<string, Decoration>();

/** The decorations of all codings in sight. */
export const codingMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = paint(view);
    }
    update(update: ViewUpdate): void {
      const isStale =
        update.viewportChanged ||
        update.transactions.some((one) =>
          one.effects.some((effect) => effect.is(setCodings) || effect.is(setEmphasis)),
        );
      if (isStale) this.decorations = paint(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Shows the selection while the keyboard is elsewhere (in the picker, the tree), where the browser would hide it. */
export const keptSelection = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet = Decoration.none;
    update(update: ViewUpdate): void {
      if (!update.focusChanged && !update.selectionSet) return;
      const { from, to } = update.state.selection.main;
      this.decorations =
        update.view.hasFocus || from === to ? Decoration.none : Decoration.set(keptSelectionMark.range(from, to));
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
const keptSelectionMark = Decoration.mark({ class: 'reader-kept-selection' });

function paint(view: EditorView): DecorationSet {
  const codings = view.state.field(codingsField);
  const emphasis = view.state.field(emphasisField);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (const stretch of flattenCodings(codings, { start: from, end: to })) {
      builder.add(stretch.start, stretch.end, lookOf(stretch, emphasis));
    }
  }
  return builder.finish();
}

function lookOf({ covering }: Stretch<LanedCoding>, emphasis: Emphasis): Decoration {
  const isSelected = covering.some((coding) => coding.id === emphasis.selected);
  const isHovered = covering.some((coding) => coding.id === emphasis.hovered);
  const key = covering.map((one) => `${one.code}${one.direction}${Math.min(one.lane, UNDERLINES - 1)}`).join('|');
  const strong = covering.find((one) => one.id === (isSelected ? emphasis.selected : emphasis.hovered));
  const lookKey = `${key}:${strong?.code ?? ''}:${isSelected}:${isHovered}`;
  let look = looks.get(lookKey);
  if (!look) {
    look = makeLook(covering, strong, isSelected, isHovered);
    looks.set(lookKey, look);
  }
  return look;
}

function makeLook(
  covering: readonly LanedCoding[],
  strong: LanedCoding | undefined,
  isSelected: boolean,
  isHovered: boolean,
): Decoration {
  const innermost = strong ?? covering.reduce((a, b) => (b.end - b.start <= a.end - a.start ? b : a));
  const share = isSelected ? 30 : Math.min(30, 11 + 5 * covering.length) + (isHovered ? 8 : 0);
  const lines = covering.map((coding) => {
    const up = Math.min(coding.lane, UNDERLINES - 1) * UNDERLINE_STEP_PIXELS;
    const image = underlineImages[coding.direction](colorOfCode(coding.code));
    return `${image} 0 calc(100% - ${up}px)/100% 2px no-repeat`;
  });
  const color = colorOfCode(innermost.code);
  return Decoration.mark({
    class: `reader-coded${isSelected ? ' reader-coded--selected' : ''}${isHovered ? ' reader-coded--hovered' : ''}`,
    attributes: {
      style: `--coded:${color};background:${lines.join(',')};background-color:color-mix(in srgb,${color} ${share}%,transparent)`,
    },
  });
}
