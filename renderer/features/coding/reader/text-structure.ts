/** Shows what is what in a text without changing it: speakers, answers, headings, pages, times. */
import { RangeSet, StateField, type Extension, type Range, type Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutter, WidgetType, type DecorationSet } from '@codemirror/view';
import type { Segment, SourceContent } from '#shared/domain/source/source-content.ts';

export type StructureWording = {
  readonly page: (page: number) => string;
  /** The question of an answer, in words. */
  readonly question: (columnName: string) => string;
  readonly isInterviewer: (speaker: string) => boolean;
};

type Building = {
  readonly doc: Text;
  readonly wording: StructureWording;
  readonly decorations: Range<Decoration>[];
  readonly gutterMarks: Map<number, string[]>;
  lastSpeaker: string | undefined;
  lastQuestion: string | undefined;
  turns: number;
};

const speakerMark = Decoration.mark({ class: 'reader-speaker' });
const interviewerMark = Decoration.mark({ class: 'reader-speaker reader-speaker--interviewer' });
const asideMark = Decoration.mark({ class: 'reader-aside' });
const interviewerLine = Decoration.line({ class: 'reader-line--interviewer' });
const blankLine = Decoration.line({ class: 'reader-line--blank' });
const turnLine = Decoration.line({ class: 'reader-line--turn' });
const pageLine = Decoration.line({ class: 'reader-line--page' });
const headingLines = [1, 2, 3].map((level) =>
  Decoration.line({ class: `reader-line--heading reader-line--heading-${level}` }),
);

/** The extension that shows the structure of one text. */
export function textStructure(content: SourceContent, doc: Text, wording: StructureWording): Extension {
  const building: Building = {
    doc,
    wording,
    decorations: [],
    gutterMarks: new Map(),
    lastSpeaker: undefined,
    lastQuestion: undefined,
    turns: 0,
  };
  for (const segment of content.segments) addSegment(building, segment);
  addBlankLines(building);
  const decorations = Decoration.set(building.decorations, true);
  return [holdDecorations(decorations), structureGutter(building.gutterMarks)];
}

function addBlankLines({ doc, decorations }: Building): void {
  let position = 0;
  for (const line of doc.iterLines()) {
    if (line.length === 0) decorations.push(blankLine.range(position));
    position += line.length + 1;
  }
}

function addSegment(building: Building, segment: Segment): void {
  const { doc, decorations } = building;
  if (segment.start > doc.length || segment.end > doc.length || segment.start >= segment.end) return;
  const line = doc.lineAt(segment.start);
  switch (segment.role) {
    case 'turn':
      addTurn(building, segment, line.from);
      break;
    case 'answer':
      addAnswer(building, segment, line.from);
      break;
    case 'heading':
      decorations.push((headingLines[Math.min(segment.level ?? 1, 3) - 1] as Decoration).range(line.from));
      break;
    case 'page':
      if ((segment.page ?? 1) > 1) decorations.push(pageLine.range(line.from));
      if (segment.page !== undefined) noteInGutter(building, line.from, building.wording.page(segment.page));
      break;
    case 'furniture':
    case 'note':
      decorations.push(asideMark.range(segment.start, segment.end));
      break;
  }
}

function addTurn(building: Building, segment: Segment, lineStart: number): void {
  const { doc, wording, decorations } = building;
  const isInterviewer = segment.speaker !== undefined && wording.isInterviewer(segment.speaker);
  building.turns += 1;
  if (segment.start === lineStart) decorations.push(turnLine.range(lineStart));
  const mark = isInterviewer ? interviewerMark : speakerMark;
  const bodyStart = segment.bodyStart ?? segment.start;
  if (bodyStart > segment.start) decorations.push(mark.range(segment.start, bodyStart));
  else if (segment.speaker !== undefined && segment.speaker !== building.lastSpeaker) {
    const widget = new SpeakerWidget(segment.speaker, isInterviewer);
    decorations.push(Decoration.widget({ widget, side: -1 }).range(segment.start));
  }
  building.lastSpeaker = segment.speaker;
  const time = segment.timeMilliseconds;
  noteInGutter(building, lineStart, time === undefined ? String(building.turns) : formatTime(time));
  if (!isInterviewer) return;
  for (let position = lineStart; position < segment.end;) {
    const line = doc.lineAt(position);
    decorations.push(interviewerLine.range(line.from));
    position = line.to + 1;
  }
}

function addAnswer(building: Building, segment: Segment, lineStart: number): void {
  const { wording, decorations } = building;
  decorations.push(turnLine.range(lineStart));
  if (segment.question !== undefined && segment.question !== building.lastQuestion) {
    const widget = new QuestionWidget(wording.question(segment.question));
    decorations.push(Decoration.widget({ widget, block: true, side: -1 }).range(lineStart));
    building.lastQuestion = segment.question;
  }
  if (segment.respondent !== undefined) noteInGutter(building, lineStart, segment.respondent);
}

function noteInGutter({ gutterMarks }: Building, lineStart: number, text: string): void {
  const known = gutterMarks.get(lineStart);
  if (known) known.push(text);
  else gutterMarks.set(lineStart, [text]);
}

/** Where a turn begins in the recording, as 4:07 or 1:04:07. */
function formatTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Block widgets move lines, so they must come from the state and not from a view plugin. */
function holdDecorations(decorations: DecorationSet): Extension {
  return StateField.define<DecorationSet>({
    create: () => decorations,
    update: (value) => value,
    provide: (field) => EditorView.decorations.from(field),
  });
}

function structureGutter(gutterMarks: ReadonlyMap<number, readonly string[]>): Extension {
  const marks = [...gutterMarks].sort(([a], [b]) => a - b);
  const set = RangeSet.of(marks.map(([position, texts]) => new TextMarker(texts).range(position)));
  const longest = marks.flatMap(([, texts]) => texts).reduce((a, b) => (b.length > a.length ? b : a), '');
  return gutter({
    class: 'reader-gutter',
    markers: () => set,
    initialSpacer: () => new TextMarker([longest]),
  });
}

class TextMarker extends GutterMarker {
  private readonly texts: readonly string[];
  constructor(texts: readonly string[]) {
    super();
    this.texts = texts;
  }
  override eq(other: GutterMarker): boolean {
    return other instanceof TextMarker && other.texts.join('\n') === this.texts.join('\n');
  }
  override toDOM(): Node {
    const dom = document.createElement('div');
    dom.className = 'reader-gutter__mark';
    for (const text of this.texts) dom.appendChild(document.createElement('div')).textContent = text;
    return dom;
  }
}

class SpeakerWidget extends WidgetType {
  private readonly speaker: string;
  private readonly isInterviewer: boolean;
  constructor(speaker: string, isInterviewer: boolean) {
    super();
    this.speaker = speaker;
    this.isInterviewer = isInterviewer;
  }
  override eq(other: SpeakerWidget): boolean {
    return other.speaker === this.speaker && other.isInterviewer === this.isInterviewer;
  }
  override toDOM(): HTMLElement {
    const dom = document.createElement('span');
    dom.className = `reader-speaker reader-speaker--added${this.isInterviewer ? ' reader-speaker--interviewer' : ''}`;
    dom.textContent = this.speaker;
    return dom;
  }
}

class QuestionWidget extends WidgetType {
  private readonly question: string;
  constructor(question: string) {
    super();
    this.question = question;
  }
  override eq(other: QuestionWidget): boolean {
    return other.question === this.question;
  }
  override toDOM(): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'reader-question';
    dom.textContent = this.question;
    return dom;
  }
  override get estimatedHeight(): number {
    return 48;
  }
}
