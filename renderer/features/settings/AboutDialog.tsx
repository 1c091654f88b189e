/** About the app: its version, and on which runtime it runs. */
import { usePreferences } from '#renderer/view-state/preferences.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './AboutDialog.css';

/** The About box. */
export function AboutDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={words('settings.about.title')}
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {words('common.close')}
        </Button>
      }
    >
      <AboutFacts />
    </Dialog>
  );
}

/** Versions and runtime, for the About box and for the settings. */
export function AboutFacts() {
  const words = useWords();
  const info = usePreferences((state) => state.info);
  if (!info) return null;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [words('settings.about.version'), info.appVersion],
    [words('settings.about.runtime'), words(`settings.about.runtimes.${info.runtime}`)],
    [words('settings.about.electron'), info.electron],
    [words('settings.about.chromium'), info.chromium],
    [words('settings.about.node'), info.node],
    [words('settings.about.system'), info.platform],
  ];
  return (
    <div className="about">
      <p>{words('settings.about.text')}</p>
      <dl className="about__facts">
        {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
      </dl>
      {info.runtime === 'fallback' && <p className="about__warning">{words('settings.about.fallbackWarning')}</p>}
    </div>
  );
}
