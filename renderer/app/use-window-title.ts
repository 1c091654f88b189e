/** The window's title: the evaluation, and for the host whether something is still being written. */
import { useEffect } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { useRecords, useSaveState, useSession } from '#renderer/data/hooks.ts';

const LONGEST_TITLE = 250;

/** Keeps the window's title in step with the open evaluation. */
export function useWindowTitle(): void {
  const { fileName } = useSession();
  const [evaluation] = useRecords('evaluation');
  const saveState = useSaveState();
  const hasUnsaved = saveState.kind === 'saving' || saveState.kind === 'partly';
  const title = `${(evaluation?.title ?? '').slice(0, LONGEST_TITLE - fileName.length)} (${fileName})`;
  useEffect(() => {
    void hostBridge().ask('window.setTitle', { title, hasUnsaved });
  }, [hasUnsaved, title]);
}
