/** The margin: one bracket per coding in sight with its name beside it, in lanes, moving with the text. */
import type { Extension } from '@codemirror/state';
import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view';
import { directionGlyphs, type CodingId } from '#shared/domain/coding/coding.ts';
import { colorOfCode } from '#renderer/features/coding/codebook/code-color-sheet.ts';
import { assignLanes, endOfLastRow } from '#renderer/features/coding/reader/assign-lanes.ts';
import { dragEnd } from '#renderer/features/coding/reader/drag-end.ts';
import { placeLabels } from '#renderer/features/coding/reader/place-labels.ts';
import {
  codingsField,
  emphasisField,
  readerEvents,
  setCodings,
  setEmphasis,
  type LanedCoding,
} from '#renderer/features/coding/reader/reader-coding.ts';

const LANE_PIXELS = 9;
/** Beyond this the lanes stand closer, so that the names keep their room. */
const LANES_AREA_PIXELS = 81;
const LABEL_PIXELS = 20;
/** Labels of overlapping codings that stick at the top stand below each other, by lane. */
const STICKY_ROWS = 10;
const HOVER_WAIT_MILLISECONDS = 300;

type Placed = { readonly coding: LanedCoding; readonly lane: number; readonly top: number; readonly bottom: number };
/** The label sticks to the top of the screen inside its track, so that a long coding is named wherever one reads. */
type StripeNodes = { readonly bracket: HTMLElement; readonly track: HTMLElement; readonly label: HTMLElement };
type Layout = { readonly placed: readonly Placed[]; readonly labelTops: readonly number[]; readonly height: number };

class MarginStripes implements PluginValue {
  private readonly view: EditorView;
  private readonly dom = document.createElement('div');
  private readonly stripes = new Map<CodingId, StripeNodes>();
  private lanes: readonly number[] = [];
  private laneCount = 0;
  private charactersPerLine = 100;
  private hoverTimer = 0;

  constructor(view: EditorView) {
    this.view = view;
    this.dom.className = 'reader-margin';
    // The same codings are reached by keyboard in the text and told in the panel of the coding.
    this.dom.setAttribute('aria-hidden', 'true');
    view.scrollDOM.append(this.dom);
    this.listen();
    this.assign();
    this.measure();
  }

  update(update: ViewUpdate): void {
    const effects = update.transactions.flatMap((transaction) => transaction.effects);
    if (effects.some((effect) => effect.is(setCodings))) this.assign();
    if (effects.some((effect) => effect.is(setEmphasis))) this.emphasise();
    if (update.viewportChanged || update.geometryChanged || effects.length > 0) this.measure();
  }

  destroy(): void {
    clearTimeout(this.hoverTimer);
    this.dom.remove();
  }

  /** Lanes come from the whole text and not from what is in sight, so that brackets keep theirs while scrolling. */
  private assign(): void {
    const codings = this.view.state.field(codingsField);
    const { doc } = this.view.state;
    this.lanes = assignLanes(
      codings,
      endOfLastRow((position) => doc.lineAt(position).to, this.charactersPerLine),
    );
    this.laneCount = this.lanes.reduce((most, lane) => Math.max(most, lane + 1), 0);
  }

  private measureCharactersPerLine(): number {
    const { contentDOM, defaultCharacterWidth } = this.view;
    const perLine = Math.ceil((contentDOM.clientWidth || 700) / Math.max(4, defaultCharacterWidth * 0.8));
    return Math.ceil(perLine / 20) * 20;
  }

  private measure(): void {
    this.view.requestMeasure({ key: this, read: () => this.read(), write: (layout) => this.write(layout) });
  }

  private read(): Layout {
    const charactersPerLine = this.measureCharactersPerLine();
    if (charactersPerLine !== this.charactersPerLine) {
      this.charactersPerLine = charactersPerLine;
      this.assign();
    }
    const { view } = this;
    const { from, to } = view.viewport;
    const placed: Placed[] = [];
    view.state.field(codingsField).forEach((coding, index) => {
      if (coding.end <= from || coding.start >= to) return;
      placed.push({
        coding,
        lane: this.lanes[index] ?? 0,
        top: this.topOf(coding.start),
        bottom: this.bottomOf(coding.end),
      });
    });
    placed.sort((a, b) => a.top - b.top || a.lane - b.lane);
    const labelTops = placeLabels(
      placed.map(({ top }) => ({ top, height: LABEL_PIXELS })),
      0,
    );
    return { placed, labelTops, height: view.contentHeight };
  }

  private topOf(position: number): number {
    return this.edgeOf(position, 1, 'top');
  }

  private bottomOf(position: number): number {
    return this.edgeOf(position, -1, 'bottom');
  }

  /** Pixels from the top of the document; exact in sight, CodeMirror's estimate elsewhere. */
  private edgeOf(position: number, side: 1 | -1, edge: 'top' | 'bottom'): number {
    const { view } = this;
    const { from, to } = view.viewport;
    const coordinates = position >= from && position <= to ? view.coordsAtPos(position, side) : null;
    const padding = view.documentPadding.top;
    if (coordinates) return coordinates[edge] - view.documentTop + padding;
    return view.lineBlockAt(position)[edge] + padding;
  }

  private write({ placed, labelTops, height }: Layout): void {
    const step = Math.min(LANE_PIXELS, LANES_AREA_PIXELS / Math.max(1, this.laneCount));
    const lanesWidth = Math.ceil(step * this.laneCount);
    this.dom.style.minHeight = `${height}px`;
    const gone = new Set(this.stripes.keys());
    placed.forEach(({ coding, lane, top, bottom }, index) => {
      gone.delete(coding.id);
      const nodes = this.stripes.get(coding.id) ?? this.makeStripe(coding.id);
      dress(nodes, coding);
      place(nodes.bracket, top + 1, bottom - top - 2, lane * step);
      const labelTop = labelTops[index] ?? top;
      place(nodes.track, labelTop, Math.max(LABEL_PIXELS, bottom - labelTop), lanesWidth + 6);
      nodes.label.style.top = `${4 + (lane % STICKY_ROWS) * LABEL_PIXELS}px`;
    });
    for (const id of gone) {
      const nodes = this.stripes.get(id);
      nodes?.bracket.remove();
      nodes?.track.remove();
      this.stripes.delete(id);
    }
    this.emphasise();
  }

  private makeStripe(id: CodingId): StripeNodes {
    const bracket = document.createElement('div');
    const track = document.createElement('div');
    const label = document.createElement('div');
    bracket.innerHTML =
      '<i class="reader-bracket__end" data-end="start"></i><i class="reader-bracket__end" data-end="end"></i>';
    bracket.dataset['coding'] = id;
    label.dataset['coding'] = id;
    bracket.className = 'reader-bracket';
    label.className = 'reader-label';
    track.className = 'reader-label-track';
    track.append(label);
    this.dom.append(bracket, track);
    const nodes = { bracket, track, label };
    this.stripes.set(id, nodes);
    return nodes;
  }

  private emphasise(): void {
    const { selected, hovered } = this.view.state.field(emphasisField);
    for (const [id, { bracket, label }] of this.stripes) {
      for (const node of [bracket, label]) {
        node.toggleAttribute('data-selected', id === selected);
        node.toggleAttribute('data-hovered', id === hovered);
      }
    }
  }

  private listen(): void {
    // The text keeps the keyboard: a click in the margin is about the text.
    this.dom.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.view.focus();
      const end = (event.target as HTMLElement).dataset['end'];
      const id = codingOf(event);
      if (end && id && event.button === 0) dragEnd(this.view, id, end === 'start' ? 'start' : 'end');
      else if (id) this.events().onPickCoding(id, true);
      else this.events().onPickCoding(null, false);
    });
    this.dom.addEventListener('pointerover', (event) => this.hover(codingOf(event), event));
    this.dom.addEventListener('pointerleave', () => this.hover(null, null));
  }

  private hover(id: CodingId | null, event: PointerEvent | null): void {
    clearTimeout(this.hoverTimer);
    this.events().onPointAt(id);
    if (!id || !event) {
      this.events().onHover(null);
      return;
    }
    const box = (event.target as HTMLElement).getBoundingClientRect();
    const x = box.left;
    const y = Math.max(event.clientY, Math.min(box.bottom, event.clientY + 12)) + 8;
    this.hoverTimer = window.setTimeout(() => this.events().onHover({ codings: [id], x, y }), HOVER_WAIT_MILLISECONDS);
  }

  private events() {
    return this.view.state.facet(readerEvents);
  }
}

/** Draws and serves the margin. */
export const marginStripes: Extension = ViewPlugin.fromClass(MarginStripes);

function codingOf(event: Event): CodingId | null {
  const node = (event.target as HTMLElement).closest<HTMLElement>('[data-coding]');
  return (node?.dataset['coding'] as CodingId | undefined) ?? null;
}

function dress({ bracket, label }: StripeNodes, coding: LanedCoding): void {
  const look = `${coding.code} ${coding.direction} ${coding.hasMemo} ${coding.isStarred} ${coding.name} ${coding.coderInitials}`;
  if (label.dataset['look'] === look) return;
  label.dataset['look'] = look;
  bracket.style.setProperty('--coded', colorOfCode(coding.code));
  label.style.setProperty('--coded', colorOfCode(coding.code));
  bracket.dataset['direction'] = coding.direction;
  const glyph = document.createElement('span');
  glyph.className = `reader-label__glyph ui-direction--${coding.direction}`;
  glyph.textContent = directionGlyphs[coding.direction];
  const name = document.createElement('span');
  name.className = 'reader-label__name';
  name.textContent = coding.name;
  label.replaceChildren(glyph, name);
  if (coding.isStarred) {
    const star = document.createElement('span');
    star.className = 'reader-label__star';
    star.textContent = '★';
    label.insertBefore(star, name);
  }
  if (coding.coderInitials !== '') {
    const initials = label.appendChild(document.createElement('span'));
    initials.className = 'reader-label__coder';
    initials.textContent = coding.coderInitials;
  }
  if (coding.hasMemo) label.appendChild(document.createElement('span')).className = 'reader-label__memo';
}

function place(node: HTMLElement, top: number, height: number, left: number): void {
  // Not by a transform: what sticks inside would not know where it is.
  node.style.top = `${Math.round(top)}px`;
  node.style.height = `${Math.max(4, Math.round(height))}px`;
  node.style.insetInlineStart = `${left}px`;
  node.style.maxWidth = `calc(100% - ${left}px)`;
}
