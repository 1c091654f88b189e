/** How a panel hands the app the session to go on with, when what it did closed the one before. */
import { createContext, useContext } from 'react';
import type { ProjectSession } from '#renderer/data/session.ts';

export const NextSessionContext = createContext<(session: ProjectSession) => void>(() => undefined);

/** Takes the session to go on with. */
export function useNextSession(): (session: ProjectSession) => void {
  return useContext(NextSessionContext);
}
