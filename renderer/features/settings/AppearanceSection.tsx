/** How the app looks and which language it speaks; every choice shows at once. */
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { SettingsSection } from '#renderer/features/settings/SettingsSection.tsx';
import { changePreferences, usePreferences } from '#renderer/view-state/preferences.ts';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { interfaceLanguages, useLanguage, useWords } from '#renderer/ui/words.ts';

const themes = ['system', 'light', 'dark', 'contrast'] as const;
const scales = [0.875, 1, 1.125, 1.25, 1.5] as const;

/** Language, theme and size of type. */
export function AppearanceSection() {
  const words = useWords();
  const { percent } = useFormats();
  const { theme, fontScale } = usePreferences((state) => state.preferences);
  const change = (choice: Parameters<typeof changePreferences>[1]): void =>
    void changePreferences(hostBridge(), choice);
  return (
    <SettingsSection title={words('settings.appearance')}>
      <SegmentedControl
        label={words('settings.language')}
        options={interfaceLanguages.map(({ id, name }) => ({ value: id, label: name }))}
        value={useLanguage()}
        onChange={(language) => change({ language })}
      />
      <SegmentedControl
        label={words('settings.theme')}
        options={themes.map((value) => ({ value, label: words(`settings.themes.${value}`) }))}
        value={theme}
        onChange={(chosen) => change({ theme: chosen })}
      />
      <SegmentedControl
        label={words('settings.fontScale')}
        options={scales.map((scale) => ({ value: String(scale), label: percent(scale) }))}
        value={String(fontScale)}
        onChange={(scale) => change({ fontScale: Number(scale) })}
      />
    </SettingsSection>
  );
}
