/** What all parts of the desk share: the actions and the reader they work on. */
import { createContext, useContext } from 'react';
import type { CodingActions } from '#renderer/features/coding/coding-actions.ts';
import type { ReaderHandle } from '#renderer/features/coding/reader/reader-handle.ts';

export type Desk = { readonly actions: CodingActions; readonly reader: ReaderHandle };

export const DeskContext = createContext<Desk | null>(null);

/** The desk around this component. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No coding desk is around this component.');
  return desk;
}
