/** Reads the words of a command line against what a command takes; anything it does not know is wrong usage. */
import { misuse, stop } from '#electron/headless/failure.ts';

/** A word in capitals takes a value; `many` may be given several times; a switch takes none. */
export type OptionShape = { readonly value: string | null; readonly many?: boolean; readonly about: string };

export type CommandShape = {
  readonly name: string;
  /** The words behind the name, such as `FILE INPUT…`; the last may stand for several. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, OptionShape>>;
};

export type ReadWords = {
  readonly operands: readonly string[];
  /** Values in the order given; a switch that is on has one empty value. */
  readonly options: ReadonlyMap<string, readonly string[]>;
};

export const commonOptions: Readonly<Record<string, OptionShape>> = {
  json: { value: null, about: 'print exactly one JSON document on stdout' },
  'passphrase-file': { value: 'F', about: 'read the passphrase from the first line of F' },
  now: { value: 'ISO', about: 'the time that changes carry, so that runs can repeat' },
  actor: { value: 'NAME', about: 'who makes the changes' },
  help: { value: null, about: 'show this' },
};

/** Reads the words after the command's name. `--name value` and `--name=value` are the same; `--` ends options. */
export function readWords(shape: CommandShape, words: readonly string[]): ReadWords {
  const operands: string[] = [];
  const options = new Map<string, readonly string[]>();
  const queue = [...words];
  let areOptionsOver = false;
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (areOptionsOver || !word.startsWith('--')) operands.push(word);
    else if (word === '--') areOptionsOver = true;
    else {
      const [name = '', given] = splitOnce(word.slice(2), '=');
      const option = shape.options[name] ?? commonOptions[name];
      if (!option) stop(misuse(`${shape.name} has no option --${name}.`, helpHint(shape.name)));
      if (option.value === null && given !== undefined) {
        stop(misuse(`--${name} takes no value.`, helpHint(shape.name)));
      }
      const value = option.value === null ? '' : (given ?? queue.shift());
      if (value === undefined) stop(misuse(`--${name} needs a value.`, helpHint(shape.name)));
      if (options.has(name) && !option.many && option.value !== null) {
        stop(misuse(`--${name} is given twice.`, helpHint(shape.name)));
      }
      options.set(name, [...(options.get(name) ?? []), value]);
    }
  }
  if (!options.has('help')) checkCount(shape, operands);
  return { operands, options };
}

/** Splits at the first separator; the second part is undefined without one. */
export function splitOnce(text: string, separator: string): readonly [string, string | undefined] {
  const place = text.indexOf(separator);
  return place < 0 ? [text, undefined] : [text.slice(0, place), text.slice(place + separator.length)];
}

/** Where to look next after wrong usage. */
export function helpHint(command: string): string {
  return `See: triangula ${command} --help`;
}

function checkCount(shape: CommandShape, operands: readonly string[]): void {
  const takesMany = shape.operands.at(-1)?.endsWith('…') ?? false;
  const missing = shape.operands[operands.length];
  if (missing !== undefined) stop(misuse(`${shape.name} needs ${missing.replace('…', '')}.`, helpHint(shape.name)));
  if (!takesMany && operands.length > shape.operands.length) {
    const extra = operands[shape.operands.length] ?? '';
    stop(misuse(`${shape.name} does not know what to do with "${extra}".`, helpHint(shape.name)));
  }
}
