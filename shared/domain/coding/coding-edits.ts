/** Edits of codings, each a pure function from what is there to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setOperation, touchOperation } from '#shared/domain/change/fields.ts';
import type { Code } from '#shared/domain/codebook/code.ts';
import type { Coding, CodingId, Direction } from '#shared/domain/coding/coding.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

/** A stretch of text: UTF-16 code units, end exclusive. */
export type Extent = { readonly start: number; readonly end: number };

export type NewCoding = Extent & {
  readonly source: Pick<Source, 'id' | 'revision'>;
  readonly code: Pick<Code, 'id' | 'name'>;
  readonly coder: PersonId;
  readonly codedAt: string;
  readonly direction?: Direction;
  readonly memo?: string;
};

/** The operations of one new coding. It touches its source and code, so that neither can be removed unseen. */
export function newCodingOperations(id: CodingId, input: NewCoding): readonly Operation[] {
  return [
    setOperation('coding', id, {
      source: input.source.id,
      revision: input.source.revision,
      start: input.start,
      end: input.end,
      code: input.code.id,
      direction: input.direction ?? 'supports',
      coder: input.coder,
      memo: input.memo ?? '',
      codedAt: input.codedAt,
    }),
    touchOperation('code', input.code.id),
    touchOperation('source', input.source.id),
  ];
}

/** Codes a passage. */
export function codePassage(input: NewCoding, randomBytes: RandomBytes): { id: CodingId; draft: Draft } {
  const id = drawId<'coding'>(randomBytes);
  return {
    id,
    draft: { label: { key: 'code-passage', values: { code: input.code.name } }, ops: newCodingOperations(id, input) },
  };
}

/** Takes codings away; the text stays as it is. */
export function removeCodings(codings: readonly Coding[]): Draft {
  return {
    label: { key: 'remove-codings', values: { count: codings.length } },
    ops: codings.map((coding) => removeOperation('coding', coding.id)),
  };
}

/** Gives codings another code. */
export function recodeCodings(codings: readonly Coding[], code: Pick<Code, 'id' | 'name'>): Draft {
  return {
    label: { key: 'recode', values: { count: codings.length, code: code.name } },
    ops: [
      ...codings.map((coding) => setOperation('coding', coding.id, { code: code.id })),
      touchOperation('code', code.id),
    ],
  };
}

/** Says what codings say about their code: supports, contradicts, mixed, neutral. */
export function setDirection(codings: readonly Coding[], direction: Direction): Draft {
  return {
    label: { key: `direction-${direction}`, values: { count: codings.length } },
    ops: codings.map((coding) => setOperation('coding', coding.id, { direction })),
  };
}

/** Writes the memo of a coding. */
export function writeMemo(coding: Coding, memo: string): Draft {
  return { label: { key: 'write-memo', values: {} }, ops: [setOperation('coding', coding.id, { memo })] };
}

/** Moves the ends of a coding. They count in a revision, which is written with them: the three never part. */
export function resizeCoding(coding: Coding, extent: Extent): Draft {
  return {
    label: { key: 'resize-coding', values: {} },
    ops: [setOperation('coding', coding.id, { revision: coding.revision, start: extent.start, end: extent.end })],
  };
}

/** Marks codings as worth finding again, or takes the mark away. */
export function starCodings(codings: readonly Coding[], starred: boolean): Draft {
  return {
    label: { key: starred ? 'star-codings' : 'unstar-codings', values: { count: codings.length } },
    ops: codings.map((coding) => setOperation('coding', coding.id, { starred })),
  };
}

/** Puts codings that stand on an older revision of their text on the present one. */
export function placeCodings(
  source: Pick<Source, 'name' | 'revision'>,
  places: readonly { readonly coding: Coding; readonly extent: Extent }[],
): Draft {
  return {
    label: { key: 'place-codings', values: { source: source.name, count: places.length } },
    ops: places.map(({ coding, extent }) =>
      setOperation('coding', coding.id, { revision: source.revision, start: extent.start, end: extent.end }),
    ),
  };
}
