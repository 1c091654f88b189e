/** What a command is, and what it gets: its words, the world around it, and where to say how far it is. */
import type { RandomBytes } from '#shared/basics/ids.ts';
import { misuse, stop } from '#electron/headless/failure.ts';
import { helpHint, type CommandShape, type ReadWords } from '#electron/headless/words-of-command.ts';

/** What the command line takes from the machine; tests pass their own. */
export type Surroundings = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly userName: string;
  readonly clock: () => Date;
  readonly randomBytes: RandomBytes;
  /** A remark on stderr, one line. */
  readonly remark: (line: string) => void;
  /** How far it is, on stderr when that is a terminal. */
  readonly progress: (line: string) => void;
};

/** What a command answers: the document for `--json`, and the same for people. */
export type CommandAnswer = {
  readonly json: unknown;
  readonly text: string;
  /** Done, but with something refused that matters: leaves with 1. */
  readonly isBad?: boolean;
};

export type Command = CommandShape & {
  readonly summary: string;
  /** More lines for `--help`. */
  readonly details?: readonly string[];
  readonly run: (call: CommandCall) => Promise<CommandAnswer>;
};

/** One call of a command, with its words read. */
export class CommandCall {
  readonly surroundings: Surroundings;
  private readonly command: string;
  private readonly words: ReadWords;

  constructor(command: string, words: ReadWords, surroundings: Surroundings) {
    this.command = command;
    this.words = words;
    this.surroundings = surroundings;
  }

  operand(place: number): string {
    return this.words.operands[place] ?? '';
  }

  operandsFrom(place: number): readonly string[] {
    return this.words.operands.slice(place);
  }

  has(option: string): boolean {
    return this.words.options.has(option);
  }

  value(option: string): string | undefined {
    return this.words.options.get(option)?.at(-1);
  }

  values(option: string): readonly string[] {
    return this.words.options.get(option) ?? [];
  }

  /** The value of an option that must be one of a few. */
  choice<Choice extends string>(option: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.value(option);
    if (value === undefined) return undefined;
    const chosen = choices.find((choice) => choice === value);
    return chosen ?? this.misuse(`--${option} is one of ${choices.join(', ')}, not "${value}".`);
  }

  /** The time that changes carry: `--now` or the clock. */
  now(): Date {
    const given = this.value('now');
    if (given === undefined) return this.surroundings.clock();
    const time = new Date(given);
    if (Number.isNaN(time.getTime())) this.misuse(`--now is an ISO time such as 2026-01-31T12:00:00Z, not "${given}".`);
    return time;
  }

  /** Who makes the changes: `--actor` or the user of this machine. */
  actor(): string {
    const given = this.value('actor');
    if (given !== undefined && given.trim() === '') this.misuse('--actor needs a name.');
    return (given ?? (this.surroundings.userName || 'triangula')).trim();
  }

  /** Ends the command as wrongly used. */
  misuse(message: string): never {
    return stop(misuse(message, helpHint(this.command)));
  }
}
