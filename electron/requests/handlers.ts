/** The shape of what answers the window's requests: one function per name in the contract. */
import type { RequestAnswers, RequestArguments, RequestName } from '#shared/bridge/requests.ts';

export type Handlers = {
  readonly [Name in RequestName]: (
    args: RequestArguments<Name>,
  ) => RequestAnswers[Name] | Promise<RequestAnswers[Name]>;
};

/** The handlers of one topic: those whose name starts with `Topic.`. */
export type TopicHandlers<Topic extends string> = Pick<Handlers, Extract<RequestName, `${Topic}.${string}`>>;
