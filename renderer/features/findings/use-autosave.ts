/**
 * Holds what is being typed and hands it on as one change when the field is left or the typing has rested, never per
 * keystroke. A value that changes from outside (undo, a colleague) shows at once unless somebody is typing here.
 */
import { useEffect, useRef, useState } from 'react';

const REST_MILLISECONDS = 4000;

export type AutosavedText = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
};

/** The text of a field with the handlers that save it. */
export function useAutosave(value: string, onSave: (value: string) => void): AutosavedText {
  const [draft, setDraft] = useState<string | null>(null);
  const pending = useRef<() => void>(() => undefined);
  pending.current = () => {
    if (draft !== null && draft !== value) onSave(draft);
  };
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      pending.current();
      setDraft(null);
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [draft]);
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
