/** The material of an exchange as far as those who speak in it have agreed: their words are out, the rest is as it was. */
import { effectiveConsent, mayShare } from '#shared/domain/consent/effective-consent.ts';
import { labelsOf, maskContent } from '#shared/domain/consent/mask-content.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import { participantsOf } from '#shared/domain/source/source-edits.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { ExportRemark } from '#shared/formats/deliverable/exported-file.ts';
import { leftOutRemarks, sortByConsent } from '#shared/formats/deliverable/left-out.ts';
import { indexMaterial, type EvaluationMaterial, type MaterialIndex } from '#shared/formats/deliverable/material.ts';

/** Takes out what may not be shared, and says how much that is. */
export function shareableMaterial(all: EvaluationMaterial): {
  readonly material: EvaluationMaterial;
  readonly remarks: readonly ExportRemark[];
} {
  const index = indexMaterial(all);
  const { kept, leftOut } = sortByConsent(index, all.records.coding);
  const contents = new Map<ContentHash, SourceContent>();
  for (const source of all.records.source) {
    const content = sharedContent(index, source);
    if (content !== null) contents.set(source.revision, content);
  }
  return { material: { records: { ...all.records, coding: kept }, contents }, remarks: leftOutRemarks(leftOut) };
}

function sharedContent({ material, participants }: MaterialIndex, source: Source): SourceContent | null {
  const content = material.contents.get(source.revision);
  if (!content || mayShare(effectiveConsent([source])) !== true) return null;
  const silent = participantsOf(source).filter((id) => {
    const participant = participants.get(id);
    return participant && mayShare(effectiveConsent([source, participant])) !== true;
  });
  const labels = labelsOf(source, new Set(silent));
  return labels && maskContent(content, labels);
}
