/** What became of an export: how far it is, where it was saved, or why not and what to do. */
import { CircleAlert, CircleCheck } from 'lucide-react';
import { BriefSheet } from '#renderer/features/export/BriefSheet.tsx';
import type { ExportStage } from '#renderer/features/export/use-export.ts';
import { useFormats } from '#renderer/ui/formats.ts';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type ExportOutcomeProps = {
  readonly stage: Exclude<ExportStage, { readonly kind: 'choosing' }>;
  readonly onCancel: () => void;
};

/** The outcome. */
export function ExportOutcome({ stage, onCancel }: ExportOutcomeProps) {
  const words = useWords();
  const { bytes, percent } = useFormats();
  switch (stage.kind) {
    case 'reading':
    case 'writing':
      return (
        <ProgressBar
          label={words(`export-screen.${stage.kind}`)}
          done={stage.done}
          total={stage.total}
          {...(stage.done !== null && { detail: percent(stage.done / Math.max(1, stage.total)) })}
          onCancel={onCancel}
        />
      );
    case 'printing':
      return (
        <>
          <ProgressBar label={words('export-screen.printing')} done={null} total={1} />
          <BriefSheet brief={stage.sheet} />
        </>
      );
    case 'done':
      return (
        <div className="export-outcome export-outcome--good" role="status">
          <CircleCheck aria-hidden />
          <div>
            <p className="export-outcome__title">{words('export-screen.saved', { name: stage.name })}</p>
            <p className="export-outcome__text">
              {words('export-screen.savedWhere', { size: bytes(stage.sizeBytes) })}
            </p>
            {stage.remarks.length > 0 && (
              <ul className="export-outcome__remarks">
                {stage.remarks.map((remark) => (
                  <li key={remark}>{remark}</li>
                ))}
              </ul>
            )}
          </div>
        </div>
      );
    case 'failed':
      return (
        <div className="export-outcome export-outcome--bad" role="alert">
          <CircleAlert aria-hidden />
          <div>
            <p className="export-outcome__title">{words('export-screen.failed')}</p>
            <p className="export-outcome__text">
              {'name' in stage.failure
                ? words(`disk.${stage.failure.code}`, { name: stage.failure.name })
                : words(`export-screen.failure.${stage.failure.code}`, stage.failure.values)}
            </p>
          </div>
        </div>
      );
  }
}
