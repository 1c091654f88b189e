/** Who speaks how often. */
import type { Segment } from '#shared/domain/source/source-content.ts';

export type SpeakerCount = { readonly name: string; readonly turns: number };

/** Labels as they stand in the text, in the order in which they come up. */
export function countSpeakers(segments: readonly Segment[]): readonly SpeakerCount[] {
  const counts = new Map<string, number>();
  for (const { role, speaker } of segments) {
    if (role === 'turn' && speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return [...counts].map(([name, turns]) => ({ name, turns }));
}
