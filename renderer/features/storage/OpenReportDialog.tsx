/** After opening: what was damaged, what was mended from which copy, and what is lost. */
import type { OpenReport } from '#renderer/data/session.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useFormats } from '#renderer/ui/formats.ts';
import { useWords } from '#renderer/ui/words.ts';

export type OpenReportDialogProps = {
  readonly report: OpenReport;
  readonly name: string;
  readonly onClose: () => void;
};

/** Says it once, in words. */
export function OpenReportDialog({ report, name, onClose }: OpenReportDialogProps) {
  const words = useWords();
  const { bytes, list } = useFormats();
  const lost = report.missingChanges;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={words('storage.report.title', { name })}
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {words('common.close')}
        </Button>
      }
    >
      <ul className="storage-list">
        {report.wasRebuilt && <li>{words('storage.report.rebuilt')}</li>}
        {report.tornBytes > 0 && <li>{words('storage.report.torn', { size: bytes(report.tornBytes) })}</li>}
        {report.damaged.length > 0 && (
          <li>
            {words('storage.report.damaged', {
              count: report.damaged.length,
              frames: list(report.damaged.slice(0, 12).map(({ frame }) => String(frame))),
            })}
          </li>
        )}
        {report.restoredToFile > 0 && <li>{words('storage.report.restored', { count: report.restoredToFile })}</li>}
        {report.unreadable > 0 && <li>{words('storage.report.unreadable', { count: report.unreadable })}</li>}
        <li>{lost > 0 ? words('storage.report.lost', { count: lost }) : words('storage.report.nothingLost')}</li>
      </ul>
    </Dialog>
  );
}
