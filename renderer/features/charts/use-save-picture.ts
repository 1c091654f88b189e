/** Saves the picture of a chart where the person says. */
import { hostBridge } from '#renderer/bridge/bridge.ts';
import type { SavePicture } from '#renderer/charts/ChartFrame.tsx';
import { useSession } from '#renderer/data/hooks.ts';
import { showToast } from '#renderer/ui/Toast.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** What a frame needs to save its chart under a name. */
export function useSavePicture(name: string): { readonly onSave: SavePicture; readonly onFailure: () => void } {
  const words = useWords();
  const session = useSession();
  return {
    onSave: async (kind, bytes) => {
      const suggested = `${session.project.evaluation.title} ${name}`.replace(/[\\/:*?"<>|\s]+/gu, ' ').slice(0, 150);
      const place = await hostBridge().ask('files.pickToSave', {
        title: words('charts.savePicture'),
        suggestedName: `${suggested.trim()}.${kind}`,
        extension: kind,
      });
      if (!place) return;
      const written = await hostBridge().ask('files.write', { token: place.token, bytes });
      showToast(
        written.ok
          ? { message: words('charts.saved', { name: place.name }) }
          : { message: words(`disk.${written.failure.code}`, { name: place.name }), tone: 'danger' },
      );
    },
    onFailure: () => showToast({ message: words('charts.notDrawn'), tone: 'danger' }),
  };
}
