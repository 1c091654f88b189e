/** Decides whether a lock beside a project file still means that somebody has it open. */
import * as z from 'zod';

export const lockSchema = z.object({
  owner: z.string().max(500),
  pid: z.number().int().positive(),
  host: z.string().max(500),
  /** ISO time at which the file was opened. */
  since: z.string().max(40),
});
export type Lock = z.infer<typeof lockSchema>;

/** What this machine knows when it looks at a lock. */
export type LockWitness = {
  readonly host: string;
  readonly ownPid: number;
  /** When this machine was started. */
  readonly bootedAt: Date;
  readonly isAlive: (pid: number) => boolean;
};

/**
 * A lock of another machine always counts: whether that machine still runs cannot be seen from here. A lock of this
 * machine is stale when its process is gone, or when the number of the process was given anew since.
 * The caller has made sure that it does not hold the lock itself.
 */
export function isStale(lock: Lock, witness: LockWitness): boolean {
  if (lock.host !== witness.host) return false;
  if (lock.pid === witness.ownPid) return true;
  if (!witness.isAlive(lock.pid)) return true;
  // A process that now bears the number cannot be the one from before the machine was started.
  return Date.parse(lock.since) < witness.bootedAt.getTime();
}
