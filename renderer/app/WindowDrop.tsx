/** Files dropped anywhere on the window are imported. */
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { filesOfDrop, requestImport } from '#renderer/view-state/import-queue.ts';
import { useWords } from '#renderer/ui/words.ts';
import './WindowDrop.css';

/** Listens for files over the window and says what would happen. */
export function WindowDrop() {
  const words = useWords();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // Each element that the pointer crosses enters before the one before leaves.
    let depth = 0;
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const listeners: Readonly<Record<'dragenter' | 'dragover' | 'dragleave' | 'drop', (event: DragEvent) => void>> = {
      dragenter: (event) => {
        if (!carriesFiles(event)) return;
        depth += 1;
        setOver(true);
      },
      dragover: (event) => {
        if (carriesFiles(event)) event.preventDefault();
      },
      dragleave: (event) => {
        if (!carriesFiles(event)) return;
        depth -= 1;
        if (depth <= 0) setOver(false);
      },
      drop: (event) => {
        if (!carriesFiles(event)) return;
        // Without this the window would show the file instead of the app.
        event.preventDefault();
        depth = 0;
        setOver(false);
        requestImport(filesOfDrop(event.dataTransfer?.files ?? []));
      },
    };
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name as 'drop', listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name as 'drop', listener);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="app-drop">
      <span className="app-drop__words">
        <Download aria-hidden />
        {words('shell.dropToImport')}
      </span>
    </div>
  );
}
