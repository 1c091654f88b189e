/** How far long work has come, with a way to stop it. */
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { Button } from '#renderer/ui/Button.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './ProgressBar.css';

export type ProgressBarProps = {
  readonly label: string;
  /** Null while nobody knows how much there is. */
  readonly done: number | null;
  readonly total: number;
  /** Shown at the end of the line, such as 3 of 12. */
  readonly detail?: string;
  readonly onCancel?: () => void;
};

/** A bar that fills. */
export function ProgressBar({ label, done, total, detail, onCancel }: ProgressBarProps) {
  const words = useWords();
  const value = done === null ? {} : { value: done };
  return (
    <AriaProgressBar
      aria-label={label}
      {...value}
      minValue={0}
      maxValue={Math.max(1, total)}
      isIndeterminate={done === null}
      className="ui-progress"
    >
      {({ percentage }) => (
        <>
          <div className="ui-progress__words">
            <span>{label}</span>
            <span>{detail}</span>
          </div>
          <div className="ui-progress__row">
            <div className="ui-progress__track">
              <div
                className={done === null ? 'ui-progress__fill ui-progress__fill--unknown' : 'ui-progress__fill'}
                style={done === null ? {} : { width: `${percentage ?? 0}%` }}
              />
            </div>
            {onCancel && (
              <Button variant="quiet" onPress={onCancel}>
                {words('common.cancel')}
              </Button>
            )}
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
