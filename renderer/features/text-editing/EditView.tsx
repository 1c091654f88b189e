/** The text of a source to be corrected, with what that does to its codings beside it. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { previewRevision } from '#shared/domain/revision/preview-revision.ts';
import { reviseContent, type TextEdit } from '#shared/domain/revision/revise-content.ts';
import type { SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { useCodingsOfSource, useSession } from '#renderer/data/hooks.ts';
import { CodingFates } from '#renderer/features/text-editing/CodingFates.tsx';
import { makeRevision } from '#renderer/features/text-editing/make-revision.ts';
import { createTextEditor } from '#renderer/features/text-editing/text-editor.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { useWords } from '#renderer/ui/words.ts';

export type EditViewProps = {
  readonly source: Source;
  readonly content: SourceContent;
  readonly onDone: () => void;
  /** Whether there is something that leaving would lose. */
  readonly onDirty: (isDirty: boolean) => void;
};

const PAUSE_MILLISECONDS = 150;

/** The editor and its save button. */
export function EditView({ source, content, onDone, onDirty }: EditViewProps) {
  const words = useWords();
  const session = useSession();
  const codings = useCodingsOfSource(source.id);
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef<readonly TextEdit[]>([]);
  const [edits, setEdits] = useState<readonly TextEdit[]>([]);
  const [dropsLost, setDropsLost] = useState(false);
  const label = words('texts.editorLabel', { source: source.name });

  useEffect(() => {
    if (!host.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const view = createTextEditor({
      parent: host.current,
      text: content.text,
      label,
      onEdits: (next) => {
        latest.current = next;
        onDirty(next.length > 0);
        clearTimeout(timer);
        timer = setTimeout(() => setEdits(next), PAUSE_MILLISECONDS);
      },
    });
    view.focus();
    return () => {
      clearTimeout(timer);
      view.destroy();
    };
  }, [content, label, onDirty]);

  const fates = useMemo(() => {
    const revised = reviseContent(content, edits);
    const present = codings.filter((coding) => coding.revision === source.revision);
    return {
      ...previewRevision(present, revised.sections),
      before: ({ coding }: { readonly coding: { readonly start: number; readonly end: number } }) =>
        content.text.slice(coding.start, coding.end),
      after: ({ after }: { readonly after: { readonly start: number; readonly end: number } | null }) =>
        after ? revised.content.text.slice(after.start, after.end) : '',
    };
  }, [codings, content, edits, source.revision]);

  const save = async (): Promise<void> => {
    // What was typed a moment ago counts, too.
    const revised = reviseContent(content, latest.current);
    const { lost } = previewRevision(codings, revised.sections);
    const removed = dropsLost ? lost.map(({ coding }) => coding) : [];
    if (await makeRevision(session, [{ source, revised }], 'edit', removed)) onDone();
  };
  return (
    <div className="edit-text">
      <div ref={host} className="edit-text__editor" />
      <div className="edit-text__side">
        <p className="coding-fates__hint">{words('texts.editHelp')}</p>
        <CodingFates fates={fates} />
        {fates.lost.length > 0 && (
          <Checkbox isSelected={dropsLost} onChange={setDropsLost}>
            {words('texts.dropLost', { count: fates.lost.length })}
          </Checkbox>
        )}
        <Button
          variant="primary"
          isDisabled={edits.length === 0 || session.lockedBy !== null}
          onPress={() => void save()}
        >
          {words('texts.save')}
        </Button>
      </div>
    </div>
  );
}
