/** What the matrix can be filtered by, with a box to tick for each value. */
import { useMemo } from 'react';
import { useSession, useVersion } from '#renderer/data/hooks.ts';
import { filterChoices } from '#renderer/features/matrix/column-choices.ts';
import { dimensionLabel, useValueLabel } from '#renderer/features/matrix/matrix-words.ts';
import { matrixKinds } from '#renderer/features/matrix/use-matrix.ts';
import { filterMatrix, useMatrixView } from '#renderer/view-state/matrix-view.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { useWords } from '#renderer/ui/words.ts';

/** The panel. */
export function FilterPanel() {
  const words = useWords();
  const session = useSession();
  const valueLabel = useValueLabel();
  const where = useMatrixView((view) => view.where);
  const version = useVersion(matrixKinds);
  const choices = useMemo(
    () => filterChoices(session.project),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, version],
  );
  return (
    <div className="matrix-filter">
      <p className="matrix-filter__hint">{words('matrix.filterHint')}</p>
      {choices.map(({ name, values }) => (
        <fieldset key={name} className="matrix-filter__group">
          <legend>{dimensionLabel(name, words)}</legend>
          {values.map((value) => (
            <Checkbox
              key={value}
              isSelected={where.some((clause) => clause.name === name && clause.value === value)}
              onChange={(isOn) => filterMatrix({ name, value }, isOn)}
            >
              {valueLabel(name, value)}
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
