/** Edits of blind rounds, each a pure function to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft, Operation } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation } from '#shared/domain/change/fields.ts';
import type { Coding, CodingId } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type { CodingRound, CodingRoundId, RoundState, Settlement } from '#shared/domain/team/coding-round.ts';
import type { PersonId } from '#shared/domain/team/person.ts';

export type NewRound = Pick<CodingRound, 'title' | 'sources' | 'codes' | 'coders' | 'startedBy' | 'startedAt'>;

/** Starts a round: from now on its coders do not see what others code in it. */
export function startRound(
  input: NewRound,
  randomBytes: RandomBytes,
): { readonly id: CodingRoundId; readonly draft: Draft } {
  const id = drawId<'coding-round'>(randomBytes);
  return {
    id,
    draft: {
      label: { key: 'start-round', values: { round: input.title } },
      ops: [setOperation('coding-round', id, { ...input, state: 'open', settled: {} })],
    },
  };
}

/** Closes a round: everybody sees everything, and it can be compared. */
export function closeRound(round: CodingRound): Draft {
  return setState(round, 'closed', 'close-round');
}

/** Blind again, or compared again: takes back that a round was closed or agreed on. */
export function reopenRound(round: CodingRound): Draft {
  return setState(round, round.state === 'agreed' ? 'closed' : 'open', 'reopen-round');
}

function setState(round: CodingRound, state: RoundState, key: string): Draft {
  return {
    label: { key, values: { round: round.title } },
    ops: [setOperation('coding-round', round.id, { state })],
  };
}

/** Takes a round away with its consensus layer; what each coder did stays. */
export function removeRound(project: Project, round: CodingRound): Draft {
  return {
    label: { key: 'remove-round', values: { round: round.title } },
    ops: [
      ...consensusOf(project, round).map(({ id }) => removeOperation('coding', id)),
      removeOperation('coding-round', round.id),
    ],
  };
}

/** The consensus layer of a round, as far as it has been made. */
function consensusOf(project: Project, round: CodingRound): readonly Coding[] {
  return (Object.keys(round.sources) as (keyof CodingRound['sources'])[]).flatMap((source) =>
    project.codingsOfSource(source, 'everything').filter(({ consensus }) => consensus === round.id),
  );
}

/** What is to stand in the consensus layer for a passage. */
export type Accepted = Pick<Coding, 'source' | 'revision' | 'start' | 'end' | 'code' | 'direction' | 'memo'>;

export type Decision = {
  /** Names the passage by its codings. */
  readonly passage: string;
  /** Codings accepted as they are. */
  readonly kept: readonly Coding[];
  /** Something new instead. */
  readonly fresh: readonly Accepted[];
  readonly reason: string;
};

/** Settles a passage; deciding anew takes the place of what was decided before. */
export function settlePassage(
  round: CodingRound,
  decision: Decision,
  by: { readonly person: PersonId; readonly at: string },
  randomBytes: RandomBytes,
): Draft {
  const accepted = [...decision.kept, ...decision.fresh];
  const made = accepted.map((): CodingId => drawId<'coding'>(randomBytes));
  const settlement: Settlement = {
    by: by.person,
    at: by.at,
    reason: decision.reason,
    kept: decision.kept.map(({ id }) => id),
    made,
  };
  return {
    label: { key: 'settle-passage', values: { round: round.title } },
    ops: [
      ...withdrawSettlement(round, decision.passage),
      ...accepted.map((coding, place) => consensusOperation(made[place] as CodingId, coding, round, by)),
      setMapEntry('coding-round', round.id, 'settled', decision.passage, { ...settlement }),
    ],
  };
}

/** Takes back what was decided on a passage. */
export function unsettlePassage(round: CodingRound, passage: string): Draft {
  return {
    label: { key: 'unsettle-passage', values: { round: round.title } },
    ops: [...withdrawSettlement(round, passage), setMapEntry('coding-round', round.id, 'settled', passage, null)],
  };
}

function withdrawSettlement(round: CodingRound, passage: string): readonly Operation[] {
  return (round.settled[passage]?.made ?? []).map((id) => removeOperation('coding', id));
}

/**
 * Makes the consensus count: passages on which all agreed join what was settled. `agreed` has one coding for each of
 * them, with the key of its passage.
 */
export function agreeOnRound(
  round: CodingRound,
  agreed: readonly { readonly passage: string; readonly codings: readonly Coding[] }[],
  by: { readonly person: PersonId; readonly at: string },
  randomBytes: RandomBytes,
): Draft {
  const ops = agreed
    .filter(({ passage }) => round.settled[passage] === undefined)
    .flatMap(({ passage, codings }): readonly Operation[] => {
      const made = codings.map((): CodingId => drawId<'coding'>(randomBytes));
      const settlement = { by: by.person, at: by.at, reason: '', kept: codings.map(({ id }) => id), made };
      return [
        ...codings.map((coding, place) => consensusOperation(made[place] as CodingId, coding, round, by)),
        setMapEntry('coding-round', round.id, 'settled', passage, settlement),
      ];
    });
  return {
    label: { key: 'agree-on-round', values: { round: round.title } },
    ops: [...ops, setOperation('coding-round', round.id, { state: 'agreed' })],
  };
}

function consensusOperation(
  id: CodingId,
  accepted: Accepted,
  round: CodingRound,
  by: { readonly person: PersonId; readonly at: string },
): Operation {
  const { source, revision, start, end, code, direction, memo } = accepted;
  return setOperation('coding', id, {
    ...{ source, revision, start, end, code, direction, memo },
    coder: by.person,
    codedAt: by.at,
    consensus: round.id,
  });
}
