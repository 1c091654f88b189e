/** Short notes at the corner of the window: what was done, with a way to take it back. */
import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { announce } from '#renderer/ui/LiveRegion.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './Tooltip.css';
import './Toast.css';

export type ToastInput = {
  readonly message: string;
  readonly tone?: 'plain' | 'good' | 'danger';
  readonly action?: { readonly label: string; readonly onPress: () => void };
};
type ToastEntry = ToastInput & { readonly id: number };

const MAXIMUM_TOASTS = 3;
const SHOWN_MILLISECONDS = 6000;
/** A toast with an action waits longer: somebody has to read, decide and reach it. */
const SHOWN_WITH_ACTION_MILLISECONDS = 12_000;

let nextId = 1;
let toasts: readonly ToastEntry[] = [];
const listeners = new Set<() => void>();

function setToasts(next: readonly ToastEntry[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a note and reads it out. */
export function showToast(input: ToastInput): void {
  setToasts([...toasts, { ...input, id: nextId++ }].slice(-MAXIMUM_TOASTS));
  announce(input.message);
}

/** Takes all notes away, such as when another evaluation is opened. */
export function clearToasts(): void {
  setToasts([]);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The corner where notes appear; stands once in the app. */
export function ToastRegion() {
  const words = useWords();
  const shown = useSyncExternalStore(listen, () => toasts);
  if (shown.length === 0) return null;
  return (
    // The attribute keeps notes in reach while a dialog is open.
    <section className="ui-toasts" aria-label={words('common.notes')} data-react-aria-top-layer="true">
      {shown.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function Toast({ toast }: { readonly toast: ToastEntry }) {
  const words = useWords();
  const [isHeld, setHeld] = useState(false);
  const dismiss = (): void => setToasts(toasts.filter((other) => other.id !== toast.id));
  useEffect(() => {
    if (isHeld) return;
    const wait = toast.action ? SHOWN_WITH_ACTION_MILLISECONDS : SHOWN_MILLISECONDS;
    const timer = setTimeout(() => setToasts(toasts.filter((other) => other.id !== toast.id)), wait);
    return () => clearTimeout(timer);
  }, [isHeld, toast]);
  return (
    <div
      className={`ui-toast ui-toast--${toast.tone ?? 'plain'}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="ui-toast__words">{toast.message}</span>
      {toast.action && (
        <Button
          variant="quiet"
          onPress={() => {
            toast.action?.onPress();
            dismiss();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label={words('common.close')} icon={<X aria-hidden />} onPress={dismiss} />
    </div>
  );
}
