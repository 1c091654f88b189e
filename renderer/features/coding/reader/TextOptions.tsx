/** How a text is shown, and what a key codes while no text is selected. */
import { ALargeSmall } from 'lucide-react';
import { codingUnits, lineWidths, type DeskPreferences } from '#shared/bridge/desk-preferences.ts';
import { hostBridge } from '#renderer/bridge/bridge.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { RadioGroup, SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';
import { changeDeskPreferences, useDeskPreferences } from '#renderer/view-state/desk-preferences.ts';

const scales = [0.875, 1, 1.125, 1.25, 1.5, 1.75] as const;

/** The button with its panel. */
export function TextOptions() {
  const words = useWords();
  const { percent } = useFormats();
  const { textScale, lineWidth, unit } = useDeskPreferences();
  const change = (choice: Partial<DeskPreferences>): void => void changeDeskPreferences(hostBridge(), choice);
  return (
    <Popover
      label={words('coding.textOptions.title')}
      trigger={<IconButton label={words('coding.textOptions.title')} icon={<ALargeSmall aria-hidden />} />}
    >
      {() => (
        <div className="text-options">
          <SegmentedControl
            label={words('coding.textOptions.size')}
            options={scales.map((scale) => ({ value: String(scale), label: percent(scale) }))}
            value={String(textScale)}
            onChange={(scale) => change({ textScale: Number(scale) })}
          />
          <SegmentedControl
            label={words('coding.textOptions.width')}
            options={lineWidths.map((value) => ({ value, label: words(`coding.textOptions.widths.${value}`) }))}
            value={lineWidth}
            onChange={(value) => change({ lineWidth: value })}
          />
          <RadioGroup
            label={words('coding.textOptions.unit')}
            options={codingUnits.map((value) => ({ value, label: words(`coding.textOptions.units.${value}`) }))}
            value={unit}
            onChange={(value) => change({ unit: value })}
          />
        </div>
      )}
    </Popover>
  );
}
