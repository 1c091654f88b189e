/**
 * Where the person is in the app and what is selected there. Features never know each other: one opens another's
 * place from here. Back and forward walk the places that were visited.
 */
import { create } from 'zustand';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import type { Extent } from '#shared/domain/coding/coding-edits.ts';
import type { QuestionId } from '#shared/domain/evaluation/question.ts';
import type { FindingId } from '#shared/domain/findings/finding.ts';
import type { SourceId } from '#shared/domain/source/source.ts';

export const placeIds = [
  'sources',
  'coding',
  'quotes',
  'evaluation',
  'matrix',
  'findings',
  'report',
  'team',
  'history',
  'settings',
] as const;
export type PlaceId = (typeof placeIds)[number];

/** What rests on findings: the lists beside that of the findings themselves. */
export const chainLists = ['conclusion', 'recommendation', 'lesson', 'good-practice'] as const;
export type ChainList = (typeof chainLists)[number];

/** A list of what rests on findings, and the item of it that is in hand. */
export type ChainPlace = { readonly list: ChainList; readonly id: string | null };

/** Everything that back and forward restore. */
export type Whereabouts = {
  readonly place: PlaceId;
  /** Which view of each place was last in hand, where a place has several. */
  readonly views: Readonly<Partial<Record<PlaceId, string>>>;
  /** The source in hand: selected in Sources, open in Coding. */
  readonly source: SourceId | null;
  /** The stretch of text to show; null shows the source from where it was left. */
  readonly extent: Extent | null;
  readonly coding: CodingId | null;
  readonly code: CodeId | null;
  readonly finding: FindingId | null;
  readonly question: QuestionId | null;
  /** What rests on findings and is in hand; null while the findings themselves are. */
  readonly chain: ChainPlace | null;
};

type Navigation = {
  readonly here: Whereabouts;
  readonly past: readonly Whereabouts[];
  readonly future: readonly Whereabouts[];
  /** Rises with each jump, so that jumping to where one already is shows it again. */
  readonly jump: number;
};

const START: Whereabouts = {
  place: 'sources',
  views: {},
  source: null,
  extent: null,
  coding: null,
  code: null,
  finding: null,
  question: null,
  chain: null,
};
const HISTORY_LENGTH = 100;

export const useNavigation = create<Navigation>(() => ({ here: START, past: [], future: [], jump: 0 }));

function visit(change: Partial<Whereabouts>): void {
  useNavigation.setState(({ here, past, jump }) => ({
    here: { ...here, ...change },
    past: [...past, here].slice(-HISTORY_LENGTH),
    future: [],
    jump: jump + 1,
  }));
}

/** Changes what is selected without a step in the history. */
function select(change: Partial<Whereabouts>): void {
  useNavigation.setState(({ here }) => ({ here: { ...here, ...change } }));
}

/** Opens a place; what was selected stays selected. */
export function openPlace(place: PlaceId): void {
  if (useNavigation.getState().here.place !== place) visit({ place, extent: null });
}

/** The views in hand, with this one of a place. */
function viewsWith(place: PlaceId, view: string): Whereabouts['views'] {
  return { ...useNavigation.getState().here.views, [place]: view };
}

/** Opens one of several views of a place. */
export function openView(place: PlaceId, view: string): void {
  const { here } = useNavigation.getState();
  if (here.place !== place || here.views[place] !== view) visit({ place, views: { ...here.views, [place]: view } });
}

/** Opens a source in the reading view, at a stretch of its text when one is given. */
export function showSource(source: SourceId, extent: Extent | null = null): void {
  visit({ place: 'coding', source, extent, coding: null });
}

/** Opens a coding in its text and selects it. */
export function showCoding(coding: Pick<Coding, 'id' | 'source' | 'start' | 'end'>): void {
  const extent = { start: coding.start, end: coding.end };
  visit({ place: 'coding', source: coding.source, extent, coding: coding.id });
}

/** Opens the codebook at a code. */
export function showCode(code: CodeId): void {
  visit({ place: 'coding', code });
}

/** Opens a finding. */
export function showFinding(finding: FindingId): void {
  visit({ place: 'findings', views: viewsWith('findings', 'findings'), finding, chain: null });
}

/** Opens a question of the evaluation matrix. */
export function showQuestion(question: QuestionId): void {
  const { here } = useNavigation.getState();
  visit({ place: 'evaluation', views: { ...here.views, evaluation: 'matrix' }, question });
}

/** Opens a conclusion, recommendation, lesson or good practice. */
export function showChainItem(chain: ChainPlace): void {
  visit({ place: 'findings', views: viewsWith('findings', 'findings'), chain });
}

/** Opens what is known about a source. */
export function showSourceDetails(source: SourceId): void {
  visit({ place: 'sources', source });
}

/** Selects a source where one is. */
export function selectSource(source: SourceId | null): void {
  select({ source, extent: null, coding: null });
}

/** Selects a coding where one is. */
export function selectCoding(coding: CodingId | null): void {
  select({ coding });
}

/** Selects a code where one is. */
export function selectCode(code: CodeId | null): void {
  select({ code });
}

/** Selects a finding where one is. */
export function selectFinding(finding: FindingId | null): void {
  select({ finding, chain: null });
}

/** Selects a question where one is. */
export function selectQuestion(question: QuestionId | null): void {
  select({ question });
}

/** Selects a conclusion, recommendation, lesson or good practice where one is; null goes back to the findings. */
export function selectChainItem(chain: ChainPlace | null): void {
  select({ chain });
}

/** One step back, as in a browser. */
export function goBack(): void {
  useNavigation.setState((state) => {
    const target = state.past.at(-1);
    if (!target) return state;
    const { past, future, here, jump } = state;
    return { here: target, past: past.slice(0, -1), future: [here, ...future], jump: jump + 1 };
  });
}

/** One step forward again. */
export function goForward(): void {
  useNavigation.setState((state) => {
    const [target, ...future] = state.future;
    if (!target) return state;
    return { here: target, past: [...state.past, state.here], future, jump: state.jump + 1 };
  });
}

/** Forgets all places: another evaluation is opened. */
export function resetNavigation(place: PlaceId = 'sources'): void {
  useNavigation.setState({ here: { ...START, place }, past: [], future: [], jump: 0 });
}

/** Goes back to a place noted down earlier; what is not one leaves the person at the beginning. */
export function restoreWhereabouts(noted: string): void {
  try {
    const known = JSON.parse(noted) as Partial<Whereabouts>;
    if (placeIds.some((id) => id === known.place)) {
      useNavigation.setState({ here: { ...START, ...known }, past: [], future: [], jump: 0 });
    }
  } catch {
    resetNavigation();
  }
}
