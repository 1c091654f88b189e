/** Closes the window only when its page has written everything, or when a person says to close it all the same. */

const PATIENCE_MILLISECONDS = 10_000;

export type Closing = {
  /** The page has written everything. */
  readonly confirm: () => void;
  readonly setUnsaved: (hasUnsaved: boolean) => void;
};

/** What of the window is needed here. */
export type ClosableWindow = {
  readonly isDestroyed: () => boolean;
  readonly destroy: () => void;
  /** Whether the page still lives and could answer. */
  readonly hasPage: () => boolean;
  readonly onClose: (listener: (event: { readonly preventDefault: () => void }) => void) => void;
  readonly onPageGone: (listener: () => void) => void;
};

export type ClosingNeeds = {
  readonly window: ClosableWindow;
  /** Tells the page that the user wants to close. */
  readonly announce: () => void;
  /** Asks a person whether to close although something is unwritten. */
  readonly askToCloseAnyway: () => Promise<boolean>;
};

export function holdUntilWritten({ window, announce, askToCloseAnyway }: ClosingNeeds): Closing {
  let state: 'open' | 'asked' | 'confirmed' = 'open';
  let hasUnsaved = false;
  let timer: NodeJS.Timeout | undefined;

  function close(): void {
    state = 'confirmed';
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  }

  async function endPatience(): Promise<void> {
    if (state !== 'asked' || window.isDestroyed()) return;
    const mayClose = !hasUnsaved || (await askToCloseAnyway());
    // The page may have finished while the question stood.
    if (!isWaiting()) return;
    if (mayClose) close();
    else state = 'open';
  }

  function isWaiting(): boolean {
    return state === 'asked';
  }

  window.onClose((event) => {
    if (state === 'confirmed') return;
    event.preventDefault();
    if (state === 'asked') return;
    if (!window.hasPage()) return close();
    state = 'asked';
    announce();
    timer = setTimeout(() => void endPatience(), PATIENCE_MILLISECONDS);
  });
  window.onPageGone(() => {
    if (state === 'asked') close();
  });

  return {
    confirm: () => {
      if (state === 'asked') close();
    },
    setUnsaved: (value) => {
      hasUnsaved = value;
    },
  };
}
