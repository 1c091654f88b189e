/**
 * What can be done, by name: the palette lists it, the keyboard map runs it, the key sheet shows it. A component
 * offers its commands while it is on the screen.
 */
import { useEffect } from 'react';
import { create } from 'zustand';

export type CommandGroup = 'places' | 'evaluation' | 'edit' | 'view' | 'coding' | 'matrix' | 'findings';

export type Command = {
  /** Unique in the app, such as `coding.remove`. */
  readonly id: string;
  /** Key of its words. */
  readonly titleKey: string;
  readonly titleValues?: Readonly<Record<string, string | number>>;
  readonly group: CommandGroup;
  /** Such as `Mod+K` (Ctrl, or Cmd on a Mac), `Shift+F3`, `?`, `C`. Several run the same. */
  readonly keys?: readonly string[];
  /** Listed in the key sheet, but handled where the focus is (such as keys in the text). */
  readonly isHandledElsewhere?: boolean;
  /** Left out of the palette: it makes sense only as a key. */
  readonly isKeyOnly?: boolean;
  readonly isEnabled?: boolean;
  readonly run: () => void;
};

type Registry = { readonly sets: ReadonlyMap<object, readonly Command[]> };
const useRegistry = create<Registry>(() => ({ sets: new Map() }));

/** Offers commands while the component is on the screen. Memoise the list. */
export function useOfferCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const owner = {};
    useRegistry.setState(({ sets }) => ({ sets: new Map([...sets, [owner, commands]]) }));
    return () => {
      useRegistry.setState(({ sets }) => ({ sets: new Map([...sets].filter(([other]) => other !== owner)) }));
    };
  }, [commands]);
}

/** All commands on offer; of two with one id the later offer counts. */
export function commandsOnOffer(): readonly Command[] {
  return listCommands(useRegistry.getState());
}

/** All commands on offer, kept up to date. */
export function useCommands(): readonly Command[] {
  return listCommands(useRegistry());
}

function listCommands({ sets }: Registry): readonly Command[] {
  const byId = new Map<string, Command>();
  for (const commands of sets.values()) for (const command of commands) byId.set(command.id, command);
  return [...byId.values()];
}

/** Runs a command by its name, when it is on offer and can be done. */
export function runCommand(id: string): void {
  const command = commandsOnOffer().find((item) => item.id === id);
  if (command && command.isEnabled !== false) command.run();
}
