/** Making the sample evaluation: asks where to keep it, makes it there, opens it. */
import { useState } from 'react';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { createSampleProject } from '#renderer/data/create-sample.ts';
import { loadSampleFiles } from '#renderer/data/sample-files.ts';
import type { OpenFailure, ProjectSession } from '#renderer/data/session.ts';
import { usePreferences } from '#renderer/view-state/preferences.ts';
import { useWords } from '#renderer/ui/words.ts';

export type SampleControls = { readonly isBusy: boolean; readonly make: () => Promise<void> };

/** The sample; `onOpened` gets its session. */
export function useSample(
  onOpened: (session: ProjectSession) => void,
  onFailed: (failure: OpenFailure) => void,
): SampleControls {
  const words = useWords();
  const [isBusy, setBusy] = useState(false);
  const make = async (): Promise<void> => {
    const bridge = hostBridge();
    const picked = await bridge.ask('project.pickToCreate', {
      title: words('start.sample.whereTitle'),
      suggestedName: `${words('start.sample.fileName')}.triangula`,
    });
    if (!picked) return;
    if (!picked.ok) return onFailed(picked.failure);
    setBusy(true);
    const { preferences, info } = usePreferences.getState();
    const made = await createSampleProject(bridge, picked.value, {
      personName: preferences.personName || info?.userName || 'Evaluator',
      files: await loadSampleFiles(),
    });
    setBusy(false);
    if (made.ok) onOpened(made.value);
    else onFailed(made.failure);
  };
  return { isBusy, make };
}
