/** The language of the interface, within reach before anything is opened. */
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { changePreferences } from '#renderer/view-state/preferences.ts';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { interfaceLanguages, useLanguage, useWords } from '#renderer/ui/words.ts';

/** One segment per language, each in its own words. */
export function LanguageChoice() {
  const words = useWords();
  return (
    <SegmentedControl
      label={words('settings.language')}
      isLabelHidden
      options={interfaceLanguages.map(({ id, name }) => ({ value: id, label: name }))}
      value={useLanguage()}
      onChange={(language) => void changePreferences(hostBridge(), { language })}
    />
  );
}
