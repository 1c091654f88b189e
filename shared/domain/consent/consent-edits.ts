/** Edits of consent and sensitivity, each a pure function to a draft of a change. */
import type { Draft } from '#shared/domain/change/change.ts';
import { setMapEntry } from '#shared/domain/change/fields.ts';
import type { ConsentAnswer, ConsentMatter, Sensitivity, WithdrawalNote } from '#shared/domain/consent/consent.ts';

/** Sources and participants both carry consent. */
export type ConsentOwner = { readonly kind: 'source' | 'participant'; readonly id: string; readonly name: string };

/** Takes down an answer; `not-asked` takes it away. One field per matter, so that two people's answers both stay. */
export function setConsent(owner: ConsentOwner, matter: ConsentMatter, answer: ConsentAnswer): Draft {
  return {
    label: { key: 'set-consent', values: { name: owner.name } },
    ops: [setMapEntry(owner.kind, owner.id, 'consent', matter, answer === 'not-asked' ? null : answer)],
  };
}

/** Says how sensitive it is. */
export function setSensitivity(owner: ConsentOwner, sensitivity: Sensitivity | null): Draft {
  return {
    label: { key: 'set-sensitivity', values: { name: owner.name } },
    ops: [{ op: 'set', kind: owner.kind, id: owner.id, fields: { sensitivity } }],
  };
}

/** Takes down what they want respected. */
export function setRestrictions(owner: ConsentOwner, restrictions: string): Draft {
  return {
    label: { key: 'set-restrictions', values: { name: owner.name } },
    ops: [
      {
        op: 'set',
        kind: owner.kind,
        id: owner.id,
        fields: { restrictions: restrictions === '' ? null : restrictions },
      },
    ],
  };
}

/** Takes down that consent was withdrawn; null says that it was written down by mistake. */
export function noteWithdrawal(owner: ConsentOwner, withdrawal: WithdrawalNote | null): Draft {
  return {
    label: { key: withdrawal ? 'note-withdrawal' : 'drop-withdrawal', values: { name: owner.name } },
    ops: [{ op: 'set', kind: owner.kind, id: owner.id, fields: { withdrawal } }],
  };
}
