/**
 * Holds what is being typed and hands it on when the field is left, so that a sentence is one change and not forty.
 * A value that changes from outside (undo, a colleague) shows at once unless somebody is typing here.
 */
import { useEffect, useRef, useState } from 'react';

/** How long typing rests before a long text is saved although nobody has left its field. */
const REST_MILLISECONDS = 4000;

export type DraftText = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
};

/** The text of a short field with the handlers that save it when the field is left. */
export function useDraftText(value: string, onCommit: (value: string) => void): DraftText {
  return useDraft(value, onCommit, null);
}

/** The same for a long text, which is also saved when the typing has rested. */
export function useLongDraftText(value: string, onCommit: (value: string) => void): DraftText {
  return useDraft(value, onCommit, REST_MILLISECONDS);
}

function useDraft(value: string, onCommit: (value: string) => void, restMilliseconds: number | null): DraftText {
  const [draft, setDraft] = useState<string | null>(null);
  const pending = useRef<() => void>(() => undefined);
  pending.current = () => {
    if (draft !== null && draft !== value) onCommit(draft);
  };
  useEffect(() => {
    if (draft === null || restMilliseconds === null) return;
    const timer = setTimeout(() => {
      pending.current();
      setDraft(null);
    }, restMilliseconds);
    return () => clearTimeout(timer);
  }, [draft, restMilliseconds]);
  // What is typed but not handed on yet must not be lost when the field goes away.
  useEffect(() => () => pending.current(), []);
  return {
    value: draft ?? value,
    onChange: setDraft,
    onBlur: () => {
      pending.current();
      setDraft(null);
    },
  };
}
