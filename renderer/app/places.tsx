/** The places of the app, in the order of the rail. */
import {
  ClipboardList,
  Compass,
  FileOutput,
  FileText,
  Grid3x3,
  Highlighter,
  History,
  Quote,
  Settings,
  Users,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { ChartsView } from '#renderer/features/charts/overview/ChartsView.tsx';
import { SurveyView } from '#renderer/features/charts/survey/SurveyView.tsx';
import { AgreementView } from '#renderer/features/agreement/AgreementView.tsx';
import { RoundsView } from '#renderer/features/agreement/rounds/RoundsView.tsx';
import { CodingPlace } from '#renderer/features/coding/CodingPlace.tsx';
import { EvaluationMatrixView } from '#renderer/features/evaluation/EvaluationMatrixView.tsx';
import { GapsView } from '#renderer/features/evaluation/GapsView.tsx';
import { HeardView } from '#renderer/features/evaluation/HeardView.tsx';
import { SetupView } from '#renderer/features/evaluation/SetupView.tsx';
import { ReportPlace } from '#renderer/features/export/ReportPlace.tsx';
import { FindingsPlace } from '#renderer/features/findings/FindingsPlace.tsx';
import { TheoryView } from '#renderer/features/findings/theory/TheoryView.tsx';
import { ThreadView } from '#renderer/features/findings/thread/ThreadView.tsx';
import { HistoryPlace } from '#renderer/features/history/HistoryPlace.tsx';
import { MatrixPlace } from '#renderer/features/matrix/MatrixPlace.tsx';
import { MergePlace } from '#renderer/features/merge/MergePlace.tsx';
import { QuotesPlace } from '#renderer/features/quotes/QuotesPlace.tsx';
import { SearchView } from '#renderer/features/search/SearchView.tsx';
import { SettingsPlace } from '#renderer/features/settings/SettingsPlace.tsx';
import { SourcesPlace } from '#renderer/features/sources/SourcesPlace.tsx';
import type { PlaceId } from '#renderer/view-state/navigation.ts';

/** One of several views of a place; views know nothing of each other and may come from several features. */
export type PlaceView = {
  /** `view-state/navigation.ts` names it, so that features can lead there. */
  readonly id: string;
  readonly titleKey: string;
  readonly Component: ComponentType;
};

export type Place = {
  readonly id: PlaceId;
  readonly icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>;
  readonly titleKey: string;
  /** Opens it; fixed, so that a new place moves no other's keys. */
  readonly keys: string;
  /** One view fills the place; several stand behind tabs. */
  readonly views: readonly PlaceView[];
};

function onlyView(titleKey: string, Component: ComponentType): readonly PlaceView[] {
  return [{ id: 'only', titleKey, Component }];
}

export const places: readonly Place[] = [
  {
    id: 'sources',
    icon: FileText,
    titleKey: 'shell.place.sources',
    keys: 'Mod+1',
    views: onlyView('shell.place.sources', SourcesPlace),
  },
  {
    id: 'coding',
    icon: Highlighter,
    titleKey: 'shell.place.coding',
    keys: 'Mod+2',
    views: onlyView('shell.place.coding', CodingPlace),
  },
  {
    id: 'quotes',
    icon: Quote,
    titleKey: 'shell.place.quotes',
    keys: 'Mod+3',
    views: [
      { id: 'list', titleKey: 'search.tab.list', Component: QuotesPlace },
      { id: 'search', titleKey: 'search.tab.search', Component: SearchView },
    ],
  },
  {
    id: 'evaluation',
    icon: ClipboardList,
    titleKey: 'shell.place.evaluation',
    keys: 'Mod+4',
    views: [
      { id: 'matrix', titleKey: 'evaluation.view.matrix', Component: EvaluationMatrixView },
      { id: 'setup', titleKey: 'evaluation.view.setup', Component: SetupView },
      { id: 'theory', titleKey: 'findings.theory.title', Component: TheoryView },
      { id: 'heard', titleKey: 'evaluation.view.heard', Component: HeardView },
      { id: 'gaps', titleKey: 'evaluation.view.gaps', Component: GapsView },
    ],
  },
  {
    id: 'matrix',
    icon: Grid3x3,
    titleKey: 'shell.place.matrix',
    keys: 'Mod+5',
    views: [
      { id: 'matrix', titleKey: 'shell.place.matrix', Component: MatrixPlace },
      { id: 'survey', titleKey: 'charts.survey.title', Component: SurveyView },
      { id: 'charts', titleKey: 'charts.overview.title', Component: ChartsView },
    ],
  },
  {
    id: 'findings',
    icon: Compass,
    titleKey: 'shell.place.findings',
    keys: 'Mod+6',
    views: [
      { id: 'findings', titleKey: 'shell.place.findings', Component: FindingsPlace },
      { id: 'thread', titleKey: 'findings.graph.title', Component: ThreadView },
    ],
  },
  {
    id: 'report',
    icon: FileOutput,
    titleKey: 'shell.place.report',
    keys: 'Mod+7',
    views: onlyView('shell.place.report', ReportPlace),
  },
  {
    id: 'team',
    icon: Users,
    titleKey: 'shell.place.team',
    keys: 'Mod+8',
    views: [
      { id: 'merge', titleKey: 'merge.tab', Component: MergePlace },
      { id: 'rounds', titleKey: 'rounds.title', Component: RoundsView },
      { id: 'agreement', titleKey: 'agreement.title', Component: AgreementView },
    ],
  },
  {
    id: 'history',
    icon: History,
    titleKey: 'shell.place.history',
    keys: 'Mod+9',
    views: onlyView('shell.place.history', HistoryPlace),
  },
  {
    id: 'settings',
    icon: Settings,
    titleKey: 'shell.place.settings',
    keys: 'Mod+,',
    views: onlyView('shell.place.settings', SettingsPlace),
  },
];
