/** The texts of `--help`. */
import type { Command } from '#electron/headless/command.ts';
import { commonOptions, type OptionShape } from '#electron/headless/words-of-command.ts';

/** What there is. */
export function helpOfAll(commands: readonly Command[]): string {
  return `${[
    'triangula COMMAND …   works on an evaluation without a window',
    '',
    ...columns(commands.map((command) => [command.name, command.summary])),
    '',
    'triangula COMMAND --help tells more. With every command:',
    ...optionLines(commonOptions),
    '',
    'The passphrase of a sealed project comes from TRIANGULA_PASSPHRASE or --passphrase-file.',
    'Leaves with 0 when done, 1 when refused or failed, 2 when wrongly used.',
  ].join('\n')}\n`;
}

/** One command. */
export function helpOfCommand(command: Command): string {
  const options = Object.keys(command.options).length > 0 ? ['', ...optionLines(command.options)] : [];
  const details = command.details ? ['', ...command.details] : [];
  return `${[
    `triangula ${command.name} ${command.operands.join(' ')}`,
    `  ${command.summary}`,
    ...options,
    ...details,
    '',
    'With every command:',
    ...optionLines(commonOptions),
  ].join('\n')}\n`;
}

function optionLines(options: Readonly<Record<string, OptionShape>>): readonly string[] {
  return columns(
    Object.entries(options).map(([name, option]) => [
      `--${name}${option.value === null ? '' : ` ${option.value}`}${option.many ? '…' : ''}`,
      option.about,
    ]),
  );
}

function columns(lines: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  return lines.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}
