/** How often each code was used: codings and independent sources, of the code alone and with all below it. */
import { NOT_COUNTED, type CodingFacts } from '#shared/analysis/coding-facts.ts';
import { buildCodebook } from '#shared/domain/codebook/codebook.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';

export type UseCounts = { readonly codings: number; readonly sources: number; readonly independentSources: number };
export type CodeCounts = { readonly own: UseCounts; readonly withChildren: UseCounts };

/** Counts every code of the project. */
export function countCodes(facts: CodingFacts): ReadonlyMap<CodeId, CodeCounts> {
  const own: UseTally[] = [];
  facts.read().forEach(({ codes, voices }, source) => {
    for (let place = 0; place < codes.length; place += 1) {
      if (codes[place] === NOT_COUNTED) continue;
      (own[codes[place] as number] ??= new UseTally()).add(source, voices[place] as number);
    }
  });
  const codebook = buildCodebook(facts.project.all('code'));
  const counts = new Map<CodeId, CodeCounts>();
  for (const { code } of codebook.flat) {
    const whole = new UseTally();
    for (const id of codebook.withDescendants(code.id)) whole.addAll(own[facts.codeNumber(id)]);
    counts.set(code.id, {
      own: (own[facts.codeNumber(code.id)] ?? new UseTally()).read(),
      withChildren: whole.read(),
    });
  }
  return counts;
}

class UseTally {
  codings = 0;
  readonly sources = new Set<number>();
  readonly voices = new Set<number>();

  add(source: number, voice: number): void {
    this.codings += 1;
    this.sources.add(source);
    this.voices.add(voice);
  }

  addAll(other: UseTally | undefined): void {
    if (!other) return;
    this.codings += other.codings;
    for (const source of other.sources) this.sources.add(source);
    for (const voice of other.voices) this.voices.add(voice);
  }

  read(): UseCounts {
    return { codings: this.codings, sources: this.sources.size, independentSources: this.voices.size };
  }
}
