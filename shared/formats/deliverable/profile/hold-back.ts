/** Which excerpts stay out of a deliverable for a profile, and why: consent first, then what the profile adds. */
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { mayShare, type EffectiveConsent } from '#shared/domain/consent/effective-consent.ts';
import { excerptReader } from '#shared/formats/deliverable/excerpts.ts';
import type { EvaluationMaterial, MaterialIndex } from '#shared/formats/deliverable/material.ts';
import type { ExportProfile, LeftOutReason } from '#shared/formats/deliverable/profile/export-profile.ts';

type HeldBack = NonNullable<EvaluationMaterial['heldBack']>;

/** Says why words of this consent stay out, or null. What people limited in their own words no program can weigh. */
export function reasonToHoldBack(consent: EffectiveConsent, profile: ExportProfile): LeftOutReason | null {
  const shared = mayShare(consent);
  if (shared !== true) return shared;
  if (profile === 'full') return null;
  if (consent.restrictions.length > 0) return 'restrictions';
  if (profile === 'reviewer') return null;
  if (consent.sensitivity === 'restricted' || consent.sensitivity === 'victim-survivor') return 'guarded';
  return consent.sensitivity === 'internal' ? 'internal' : null;
}

/** The excerpts that stay out. The public gets none but those that a finding rests on. */
export function holdBack(index: MaterialIndex, profile: ExportProfile): HeldBack {
  const read = excerptReader(index);
  const held = new Map<CodingId, { readonly reason: LeftOutReason; readonly from: string }>();
  for (const coding of index.material.records.coding) {
    const excerpt = read(coding);
    const unused = profile === 'public' && excerpt.findings.length === 0 ? 'not-in-a-finding' : null;
    const reason = reasonToHoldBack(excerpt.consent, profile) ?? unused;
    if (reason !== null) held.set(coding.id, { reason, from: excerpt.label });
  }
  return held;
}
