/** Decides whether a message comes from our own page, and not from a frame in it or a page that got in its way. */
import { isAppAddress } from '#electron/security/app-address.ts';

/** What the host knows of the frame that a message comes from. */
export type Sender = {
  readonly address: string;
  readonly isTopFrame: boolean;
  readonly isOurWindow: boolean;
};

export function isTrustedSender(sender: Sender): boolean {
  return sender.isOurWindow && sender.isTopFrame && isAppAddress(sender.address);
}
