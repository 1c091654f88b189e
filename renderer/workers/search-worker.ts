/** Searches all texts off the window's thread; a new question stops the one before. */
import { prepareSearch, SearchTexts } from '#shared/analysis/search.ts';
import type { FromSearchWorker, ToSearchWorker } from '#renderer/workers/search-messages.ts';

const texts = new SearchTexts<string>();
let latest = { aborted: false };

self.addEventListener('message', ({ data }: MessageEvent<ToSearchWorker>) => {
  if (data.kind === 'text') texts.set(data.key, data.text);
  else if (data.kind === 'forget') texts.delete(data.key);
  else void answer(data);
});

async function answer({ id, query, limit }: Extract<ToSearchWorker, { kind: 'search' }>): Promise<void> {
  latest.aborted = true;
  const signal = { aborted: false };
  latest = signal;
  const prepared = prepareSearch(query);
  if (!prepared.ok) return tell({ id, answer: { hits: [], total: 0, failure: prepared.failure } });
  const pause = (): Promise<void> => new Promise((go) => setTimeout(go));
  const found = await texts.search(prepared.value, { limit, signal, pause });
  if (found) tell({ id, answer: { ...found, failure: null } });
}

function tell(message: FromSearchWorker): void {
  self.postMessage(message);
}
