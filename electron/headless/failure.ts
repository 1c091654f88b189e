/** How a command says no: a code for scripts, and for people what happened, where, and what to do. */

export type CommandFailure = {
  readonly code: string;
  /** What happened and where. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Wrong usage leaves the program with 2 instead of 1. */
  readonly isUsage: boolean;
};

/** Something was refused or did not work. */
export function refuse(code: string, message: string, hint: string): CommandFailure {
  return { code, message, hint, isUsage: false };
}

/** The words of the command line are wrong. */
export function misuse(message: string, hint: string): CommandFailure {
  return { code: 'usage', message, hint, isUsage: true };
}

/** Ends a command from any depth. Thrown by `stop`, caught once in run.ts: a command has no half-way answer. */
export class CommandStop extends Error {
  readonly failure: CommandFailure;

  constructor(failure: CommandFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Ends the command with a failure. */
export function stop(failure: CommandFailure): never {
  throw new CommandStop(failure);
}

/** One line, as it stands on stderr. */
export function failureLine(failure: CommandFailure): string {
  return `error: ${failure.message} ${failure.hint}`.replace(/\s+/gu, ' ').trim();
}
