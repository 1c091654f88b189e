/** Closing the window: it waits for the page, asks when the page does not answer, and never gets stuck. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdUntilWritten } from '#electron/window/closing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A window in a jar: `pressClose` returns whether it would have closed at once. */
function setUp(answers: { readonly closesAnyway?: boolean } = {}) {
  let isDestroyed = false;
  let hasPage = true;
  let announced = 0;
  let asked = 0;
  let onClose: (event: { preventDefault: () => void }) => void = () => undefined;
  let onPageGone = () => undefined as void;
  const closing = holdUntilWritten({
    window: {
      isDestroyed: () => isDestroyed,
      destroy: () => {
        isDestroyed = true;
      },
      hasPage: () => hasPage,
      onClose: (listener) => {
        onClose = listener;
      },
      onPageGone: (listener) => {
        onPageGone = listener;
      },
    },
    announce: () => {
      announced += 1;
    },
    askToCloseAnyway: () => {
      asked += 1;
      return Promise.resolve(answers.closesAnyway ?? false);
    },
  });
  return {
    closing,
    pressClose: () => onClose({ preventDefault: () => undefined }),
    losePage: () => {
      hasPage = false;
      onPageGone();
    },
    waitLong: () => vi.advanceTimersByTimeAsync(11_000),
    state: () => ({ isDestroyed, announced, asked }),
  };
}

describe('closing', () => {
  it('tells the page once and closes when it has written', () => {
    const { pressClose, closing, state } = setUp();
    pressClose();
    pressClose();
    expect(state()).toEqual({ isDestroyed: false, announced: 1, asked: 0 });
    closing.confirm();
    expect(state().isDestroyed).toBe(true);
  });
  it('is not done by a page that nobody asked', () => {
    const { closing, state } = setUp();
    closing.confirm();
    expect(state().isDestroyed).toBe(false);
  });
  it('goes ahead without a question when nothing is unwritten', async () => {
    const { pressClose, waitLong, state } = setUp();
    pressClose();
    await waitLong();
    expect(state()).toEqual({ isDestroyed: true, announced: 1, asked: 0 });
  });
  it('asks a person when something is unwritten, and heeds the answer', async () => {
    const patient = setUp({ closesAnyway: false });
    patient.closing.setUnsaved(true);
    patient.pressClose();
    await patient.waitLong();
    expect(patient.state()).toEqual({ isDestroyed: false, announced: 1, asked: 1 });
    patient.pressClose();
    expect(patient.state().announced).toBe(2);

    const hasty = setUp({ closesAnyway: true });
    hasty.closing.setUnsaved(true);
    hasty.pressClose();
    await hasty.waitLong();
    expect(hasty.state()).toMatchObject({ isDestroyed: true, asked: 1 });
  });
  it('does not wait for a page that is gone', () => {
    const before = setUp();
    before.losePage();
    before.pressClose();
    expect(before.state()).toMatchObject({ isDestroyed: true, announced: 0 });
    const meanwhile = setUp();
    meanwhile.pressClose();
    meanwhile.losePage();
    expect(meanwhile.state().isDestroyed).toBe(true);
  });
});
