/** After how many minutes without a key or a click a sealed evaluation is locked. */
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { SettingsSection } from '#renderer/features/settings/SettingsSection.tsx';
import { changePreferences, usePreferences } from '#renderer/view-state/preferences.ts';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { useWords } from '#renderer/ui/words.ts';

const NEVER = 0;
const choices = [5, 10, 30, 60, NEVER] as const;

/** The choice. */
export function LockSection() {
  const words = useWords();
  const { lockAfterMinutes } = usePreferences((state) => state.preferences);
  return (
    <SettingsSection title={words('storage.lock.section')} text={words('storage.lock.sectionText')}>
      <SegmentedControl
        label={words('storage.lock.after')}
        options={choices.map((minutes) => ({
          value: String(minutes),
          label: minutes === NEVER ? words('storage.lock.never') : words('storage.lock.minutes', { count: minutes }),
        }))}
        value={String(lockAfterMinutes)}
        onChange={(minutes) => void changePreferences(hostBridge(), { lockAfterMinutes: Number(minutes) })}
      />
    </SettingsSection>
  );
}
