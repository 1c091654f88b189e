/** The window's side of the search worker: it is given the texts once, and asked as somebody types. */
import type { SearchQuery } from '#shared/analysis/search.ts';
import type { FromSearchWorker, SearchAnswer, ToSearchWorker } from '#renderer/workers/search-messages.ts';

export type TextSearch = {
  /** Gives it a text under a key; what has not changed is not sent again. */
  readonly keep: (key: string, text: string) => void;
  /** Forgets all texts but these. */
  readonly keepOnly: (keys: ReadonlySet<string>) => void;
  /** Asks; only the last question is answered, earlier ones are dropped. */
  readonly ask: (query: SearchQuery, limit: number, onAnswer: (answer: SearchAnswer) => void) => void;
  readonly close: () => void;
};

/** Starts the worker. */
export function startTextSearch(): TextSearch {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const known = new Map<string, string>();
  let latest = 0;
  let listener: (answer: SearchAnswer) => void = () => undefined;
  const say = (message: ToSearchWorker): void => worker.postMessage(message);
  worker.addEventListener('message', ({ data }: MessageEvent<FromSearchWorker>) => {
    if (data.id === latest) listener(data.answer);
  });
  return {
    keep: (key, text) => {
      if (known.get(key) === text) return;
      known.set(key, text);
      say({ kind: 'text', key, text });
    },
    keepOnly: (keys) => {
      for (const key of [...known.keys()]) {
        if (keys.has(key)) continue;
        known.delete(key);
        say({ kind: 'forget', key });
      }
    },
    ask: (query, limit, onAnswer) => {
      latest += 1;
      listener = onAnswer;
      say({ kind: 'search', id: latest, query, limit });
    },
    close: () => worker.terminate(),
  };
}
