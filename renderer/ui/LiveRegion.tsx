/** Reads out to screen readers what happened elsewhere on the screen. */
import { useSyncExternalStore } from 'react';

let text = '';
let isOdd = false;
const listeners = new Set<() => void>();

/** Says a sentence politely: after what the screen reader is saying now. */
export function announce(sentence: string): void {
  // The same sentence twice is only read twice when the text differs.
  isOdd = !isOdd;
  text = isOdd ? sentence : `${sentence}\u00a0`;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where sentences are read from; stands once in the app. */
export function LiveRegion() {
  const sentence = useSyncExternalStore(listen, () => text);
  return (
    <div className="ui-hidden-text" role="status" aria-live="polite">
      {sentence}
    </div>
  );
}
