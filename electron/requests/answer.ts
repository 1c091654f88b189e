/** Lets a handler answer once the argument fits the schema of the request's name. */
import { requestSchemas, type RequestName } from '#shared/bridge/requests.ts';
import type { Handlers } from '#electron/requests/handlers.ts';

export function answer(handlers: Handlers, name: RequestName, args: unknown): unknown {
  const parsed = requestSchemas[name].safeParse(args);
  // The argument itself stays out of the message: it may hold somebody's words.
  if (!parsed.success) throw new Error(`${name}: refused, argument does not fit`);
  // The schema of this very name has just made these arguments; only the compiler cannot follow the pairing.
  const handler = handlers[name] as (args: unknown) => unknown;
  return handler(parsed.data);
}
