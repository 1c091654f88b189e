/** Runs one command line: finds the command, prints its answer or its failure, and tells how to leave. */
import { CommandCall, type Command, type Surroundings } from '#electron/headless/command.ts';
import { agreementCommand } from '#electron/headless/commands/agreement.ts';
import { codeCommand } from '#electron/headless/commands/code.ts';
import { exportCommand } from '#electron/headless/commands/export.ts';
import { gapsCommand } from '#electron/headless/commands/gaps.ts';
import { importCommand } from '#electron/headless/commands/import.ts';
import { matrixCommand } from '#electron/headless/commands/matrix.ts';
import { mergeCommand } from '#electron/headless/commands/merge.ts';
import { newCommand } from '#electron/headless/commands/new.ts';
import { rescueCommand } from '#electron/headless/commands/rescue.ts';
import { searchCommand } from '#electron/headless/commands/search.ts';
import { showCommand } from '#electron/headless/commands/show.ts';
import { verifyCommand } from '#electron/headless/commands/verify.ts';
import { CommandStop, failureLine, misuse, refuse, type CommandFailure } from '#electron/headless/failure.ts';
import { helpOfAll, helpOfCommand } from '#electron/headless/help.ts';
import { readWords } from '#electron/headless/words-of-command.ts';

const commands: readonly Command[] = [
  newCommand,
  importCommand,
  codeCommand,
  showCommand,
  matrixCommand,
  gapsCommand,
  searchCommand,
  agreementCommand,
  mergeCommand,
  exportCommand,
  verifyCommand,
  rescueCommand,
];

export type Output = { readonly stdout: string; readonly stderr: string; readonly exitCode: 0 | 1 | 2 };

/** Runs `words` (without the program's name). Never throws. */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<Output> {
  const isJson = words.includes('--json');
  try {
    return await runCommand(words, surroundings, isJson);
  } catch (error) {
    return describeFailure(error instanceof CommandStop ? error.failure : unexpected(error), isJson);
  }
}

async function runCommand(words: readonly string[], surroundings: Surroundings, isJson: boolean): Promise<Output> {
  const [name = '', ...rest] = words;
  if (name === '--help' || name === 'help' || name === '-h') {
    return { stdout: helpOfAll(commands), stderr: '', exitCode: 0 };
  }
  const command = commands.find((item) => item.name === name);
  if (!command) throw new CommandStop(unknownCommand(name));
  const read = readWords(command, rest);
  if (read.options.has('help')) return { stdout: helpOfCommand(command), stderr: '', exitCode: 0 };
  const call = new CommandCall(command.name, read, surroundings);
  const answer = await command.run(call);
  return {
    stdout: isJson ? `${JSON.stringify(answer.json)}\n` : `${answer.text}\n`,
    stderr: '',
    exitCode: answer.isBad ? 1 : 0,
  };
}

function unknownCommand(name: string): CommandFailure {
  if (name === '' || name.startsWith('-')) return misuse('A command is missing.', 'See: triangula --help');
  return misuse(`There is no command "${name}".`, 'See: triangula --help');
}

function describeFailure(failure: CommandFailure, isJson: boolean): Output {
  const { code, message, hint } = failure;
  return {
    stdout: isJson ? `${JSON.stringify({ error: { code, message, hint } })}\n` : '',
    stderr: `${failureLine(failure)}\n`,
    exitCode: failure.isUsage ? 2 : 1,
  };
}

/** A bug of ours. People get a line they can pass on, not a stack. */
function unexpected(error: unknown): CommandFailure {
  const what = error instanceof Error ? error.message : String(error);
  return refuse(
    'internal',
    `Something unexpected happened (${what}).`,
    'Nothing was written; please report this line.',
  );
}
