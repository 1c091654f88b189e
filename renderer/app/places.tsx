/** The places of the app, in the order of the rail. */
import { Compass, FileText, Grid3x3, Highlighter, History, Settings } from 'lucide-react';
import type { ComponentType } from 'react';
import { CodingPlace } from '#renderer/features/coding/CodingPlace.tsx';
import { FindingsPlace } from '#renderer/features/findings/FindingsPlace.tsx';
import { HistoryPlace } from '#renderer/features/history/HistoryPlace.tsx';
import { MatrixPlace } from '#renderer/features/matrix/MatrixPlace.tsx';
import { SettingsPlace } from '#renderer/features/settings/SettingsPlace.tsx';
import { SourcesPlace } from '#renderer/features/sources/SourcesPlace.tsx';
import type { PlaceId } from '#renderer/view-state/navigation.ts';

export type Place = {
  readonly id: PlaceId;
  readonly icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>;
  readonly titleKey: string;
  readonly Component: ComponentType;
};

export const places: readonly Place[] = [
  { id: 'sources', icon: FileText, titleKey: 'shell.place.sources', Component: SourcesPlace },
  { id: 'coding', icon: Highlighter, titleKey: 'shell.place.coding', Component: CodingPlace },
  { id: 'matrix', icon: Grid3x3, titleKey: 'shell.place.matrix', Component: MatrixPlace },
  { id: 'findings', icon: Compass, titleKey: 'shell.place.findings', Component: FindingsPlace },
  { id: 'history', icon: History, titleKey: 'shell.place.history', Component: HistoryPlace },
  { id: 'settings', icon: Settings, titleKey: 'shell.place.settings', Component: SettingsPlace },
];
