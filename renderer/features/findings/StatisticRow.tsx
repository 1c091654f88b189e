/** A survey result among the evidence of a finding: what it says now, and what it said when that has changed. */
import { Unlink } from 'lucide-react';
import { flagStatistic, linkOfFigure, type StatisticFigure } from '#shared/analysis/survey/statistic-figures.ts';
import { linkStatistic, unlinkStatistic } from '#shared/domain/evidence/statistic-edits.ts';
import type { Statistic, StatisticId, StatisticLink } from '#shared/domain/evidence/statistic.ts';
import type { Finding } from '#shared/domain/findings/finding.ts';
import { commitDraft, commitWithUndo } from '#renderer/features/findings/findings-commit.ts';
import { useCodebook, useRecord, useSession } from '#renderer/data/hooks.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { DirectionGlyph, type DirectionName } from '#renderer/ui/DirectionGlyph.tsx';
import { FigureInWords, wordFigure } from '#renderer/ui/FigureInWords.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type StatisticRowProps = {
  readonly finding: Finding;
  readonly id: StatisticId;
  readonly link: StatisticLink;
  readonly statistic: Statistic | undefined;
  /** Undefined while the answers are being read, null when they are gone. */
  readonly figure: StatisticFigure | null | undefined;
};

/** The row. */
export function StatisticRow({ finding, id, link, statistic, figure }: StatisticRowProps) {
  const words = useWords();
  const formats = useFormats();
  const session = useSession();
  const codebook = useCodebook();
  const source = useRecord('source', statistic?.source ?? null);
  const flags = figure === undefined && statistic ? [] : flagStatistic(link, statistic, figure ?? null);
  const isReadOnly = session.lockedBy !== null;
  const unlink = (): void => {
    commitWithUndo(session, unlinkStatistic(finding, id), words('findings.unlinked', { number: finding.number }));
  };
  const isMean = link.mean !== null;
  const before = {
    ...link,
    value: isMean ? link.mean : link.answered === 0 ? null : link.counted / link.answered,
    interval: null,
  };
  return (
    <li
      className="evidence__row statistic-row"
      data-evidence={id}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && event.key === 'Delete' && !isReadOnly) unlink();
      }}
    >
      <div className="statistic-row__head">
        <DirectionGlyph direction={(statistic?.direction ?? link.direction) as DirectionName} />
        <span className="statistic-row__source">{source?.name ?? words('findings.statisticGone')}</span>
        {!isReadOnly && <IconButton label={words('findings.unlink')} icon={<Unlink aria-hidden />} onPress={unlink} />}
      </div>
      <p className="statistic-row__label">{statistic?.label ?? words('findings.statisticRemoved')}</p>
      {statistic && figure && (
        <p className="statistic-row__figure">
          <FigureInWords figure={figure} result={statistic.result} />
        </p>
      )}
      {statistic && <p className="statistic-row__code">{codebook.pathOf(statistic.code).join(' / ')}</p>}
      {flags.length > 0 && (
        <div className="evidence-flags">
          <p className="evidence-flags__title">{words('findings.lookAgain')}</p>
          <ul className="evidence-flags__list">
            {flags.map((flag) => (
              <li key={flag}>{words(`findings.statisticFlag.${flag}`)}</li>
            ))}
          </ul>
          <p className="evidence-flags__before">
            {words('findings.statisticWas', { figure: wordFigure(before, isMean ? 'mean' : 'share', words, formats) })}
          </p>
          {!isReadOnly && (
            <div className="evidence-flags__actions">
              {statistic && figure && (
                <Button
                  onPress={() => commitDraft(session, linkStatistic(finding, id, linkOfFigure(statistic, figure)))}
                >
                  {words('findings.accept')}
                </Button>
              )}
              <Button variant="quiet" onPress={unlink}>
                {words('findings.unlink')}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}
