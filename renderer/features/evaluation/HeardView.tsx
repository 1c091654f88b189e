/** Who was heard: the sample as planned and as reached, saturation, and whether quotes lean on few voices. */
import { useState } from 'react';
import { heardDimensions, type HeardDimension } from '#shared/analysis/heard.ts';
import { BalanceSection } from '#renderer/features/evaluation/BalanceSection.tsx';
import { HeardCrossSection } from '#renderer/features/evaluation/HeardCrossSection.tsx';
import { HeardTable } from '#renderer/features/evaluation/HeardTable.tsx';
import { SamplingPlanSection } from '#renderer/features/evaluation/SamplingPlanSection.tsx';
import { SaturationSection } from '#renderer/features/evaluation/SaturationSection.tsx';
import { useHeard } from '#renderer/features/evaluation/use-heard.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './evaluation.css';

/** The view. */
export function HeardView() {
  const words = useWords();
  const [chosen, setChosen] = useState<readonly HeardDimension[]>(['method', 'group']);
  const [hidesSmall, setHidesSmall] = useState(true);
  const table = useHeard(chosen);
  const toggle = (dimension: HeardDimension, isOn: boolean): void => {
    setChosen(heardDimensions.filter((one) => (one === dimension ? isOn : chosen.includes(one))));
  };
  return (
    <div className="evaluation-page">
      <div className="evaluation-page__inside">
        <section aria-label={words('evaluation.view.heard')}>
          <h2>{words('evaluation.view.heard')}</h2>
          <p className="evaluation-page__text">{words('evaluation.heard.text')}</p>
          <div className="evaluation-actions">
            <div role="group" aria-label={words('evaluation.heard.by')} className="evaluation-plan__chips">
              <span className="ui-field__label">{words('evaluation.heard.by')}</span>
              {heardDimensions.map((dimension) => (
                <Chip
                  key={dimension}
                  isSelected={chosen.includes(dimension)}
                  onChange={(isOn) => toggle(dimension, isOn)}
                >
                  {words(`matrix.dimension.${dimension}`)}
                </Chip>
              ))}
            </div>
            <Checkbox
              isSelected={hidesSmall}
              onChange={setHidesSmall}
              description={words('evaluation.heard.hideSmallHelp')}
            >
              {words('evaluation.heard.hideSmall')}
            </Checkbox>
          </div>
          <HeardTable table={table} hidesSmall={hidesSmall} />
        </section>
        <HeardCrossSection hidesSmall={hidesSmall} />
        <SamplingPlanSection />
        <SaturationSection />
        <BalanceSection />
      </div>
    </div>
  );
}
