/** How far the coding of a source is: a shape with its word, and the filter by it. */
import { Circle, CircleCheck, CircleCheckBig, CircleDot, ListFilter } from 'lucide-react';
import { sourceProgresses, type SourceProgress } from '#shared/domain/source/source-progress.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { useWords } from '#renderer/ui/words.ts';
import { useCodingDesk } from '#renderer/view-state/coding-desk.ts';

const shapes = { new: Circle, reading: CircleDot, coded: CircleCheck, 'second-coded': CircleCheckBig } as const;

/** The shape; its word is there for screen readers and in the tooltip of the row. */
export function ProgressMark({ progress }: { readonly progress: SourceProgress }) {
  const words = useWords();
  const Shape = shapes[progress];
  return (
    <span className="source-progress" data-progress={progress} title={words(`coding.progress.${progress}`)}>
      <Shape aria-hidden />
      <span className="ui-hidden-text">{words(`coding.progress.${progress}`)}</span>
    </span>
  );
}

/** The button with the boxes to tick. */
export function ProgressFilter() {
  const words = useWords();
  const chosen = useCodingDesk((desk) => desk.progressFilter);
  const toggle = (progress: SourceProgress, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(progress);
    else next.delete(progress);
    useCodingDesk.setState({ progressFilter: next });
  };
  return (
    <Popover
      label={words('coding.progress.filter')}
      trigger={
        <IconButton
          label={words('coding.progress.filter')}
          icon={<ListFilter aria-hidden />}
          isPressed={chosen.size > 0}
        />
      }
    >
      {() => (
        <div className="text-options">
          {sourceProgresses.map((progress) => (
            <Checkbox key={progress} isSelected={chosen.has(progress)} onChange={(isOn) => toggle(progress, isOn)}>
              {words(`coding.progress.${progress}`)}
            </Checkbox>
          ))}
        </div>
      )}
    </Popover>
  );
}
