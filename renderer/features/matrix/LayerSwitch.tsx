/** Chooses which codings count where a round was agreed on: its consensus, or what each coder did. */
import { codingLayers } from '#shared/domain/coding/coding-sight.ts';
import { useCodingLayer, useRecords, useSession } from '#renderer/data/hooks.ts';
import { SegmentedControl } from '#renderer/ui/Checkbox.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The switch; nothing as long as no round was agreed on. */
export function LayerSwitch() {
  const words = useWords();
  const { project } = useSession();
  const layer = useCodingLayer();
  const hasConsensus = useRecords('coding-round').some(({ state }) => state === 'agreed');
  if (!hasConsensus) return null;
  return (
    <SegmentedControl
      label={words('rounds.layer.label')}
      isLabelHidden
      options={codingLayers.map((value) => ({ value, label: words(`rounds.layer.${value}`) }))}
      value={layer}
      onChange={(next) => project.lookAs({ layer: next })}
    />
  );
}
