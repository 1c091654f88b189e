/** What would stay out of the chosen deliverable, worked out beside the window as soon as it is chosen. */
import { useEffect, useState } from 'react';
import type { Language } from '#shared/domain/evaluation/language.ts';
import { kinds } from '#shared/domain/kinds.ts';
import type { ExportProfile } from '#shared/formats/deliverable/profile/export-profile.ts';
import { staysOutInWords } from '#shared/formats/deliverable/profile/stays-out-in-words.ts';
import { wordsFrom } from '#shared/formats/deliverable/words.ts';
import { startPreview } from '#renderer/workers/export-writer.ts';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { exportEntries, makeOrder } from '#renderer/features/export/export-order.ts';
import type { ChosenTask } from '#renderer/features/export/use-export-task.ts';
import { useLanguage } from '#renderer/ui/words.ts';

export type StaysOutState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'known'; readonly lines: readonly string[] }
  /** The check broke off, such as for want of memory. */
  | { readonly kind: 'unknown' };

/** The lines in the language of the screen; `language` is that of the deliverable. */
export function useStaysOut(task: ChosenTask, profile: ExportProfile, language: Language): StaysOutState {
  const session = useSession();
  const version = useVersion(kinds);
  const shown = useLanguage();
  const [state, setState] = useState<StaysOutState>({ kind: 'checking' });
  const { make, matrix, deliverable } = task;
  useEffect(() => {
    let isOver = false;
    let stop = (): void => undefined;
    setState({ kind: 'checking' });
    void (async () => {
      const order = await makeOrder(session, { makeTask: make, profile, language }, () => undefined);
      if (isOver) return;
      const preview = startPreview(order);
      stop = preview.cancel;
      const found = await preview.result;
      if (isOver) return;
      const words = wordsFrom(exportEntries[shown]);
      setState(found.ok ? { kind: 'known', lines: staysOutInWords(found.value, words) } : { kind: 'unknown' });
    })();
    return () => {
      isOver = true;
      stop();
    };
    // `make` is new on each drawing; what it makes depends on what stands here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, version, profile, language, shown, matrix, deliverable]);
  return state;
}
