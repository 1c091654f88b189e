/** The Report place: every deliverable with what it is for, for whom it is made, what stays out, and its way to a file. */
import { ExportChoice } from '#renderer/features/export/ExportChoice.tsx';
import { ExportOutcome } from '#renderer/features/export/ExportOutcome.tsx';
import { useExportDesk } from '#renderer/features/export/use-export-desk.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './ExportDialog.css';

/** The place. */
export function ReportPlace() {
  const words = useWords();
  const desk = useExportDesk();
  const { stage, cancel, again } = desk.controls;
  return (
    <div className="report-place">
      <div className="report-place__page">
        <h2 className="report-place__title">{words('shell.place.report')}</h2>
        <p className="report-place__about">{words('export-screen.placeAbout')}</p>
        {stage.kind === 'choosing' ? <ExportChoice desk={desk} /> : <ExportOutcome stage={stage} onCancel={cancel} />}
      </div>
      <div className="report-place__actions">
        {stage.kind === 'choosing' && (
          <Button variant="primary" isDisabled={!desk.isReady} onPress={desk.start}>
            {words('export-screen.choosePlace')}
          </Button>
        )}
        {(stage.kind === 'done' || stage.kind === 'failed') && (
          <Button variant="primary" onPress={again} autoFocus>
            {words('export-screen.another')}
          </Button>
        )}
      </div>
    </div>
  );
}
