/** Listens for what must not happen unseen: errors in the page, breaches of its policy, errors in the host. */
import type { ElectronApplication, Page } from '@playwright/test';

const policyBreach = /Content Security Policy|Content-Security-Policy/;
const hostError = /Uncaught|UnhandledPromiseRejection|Unhandled promise rejection/;

export type Complaints = {
  readonly watchHost: (app: ElectronApplication) => void;
  readonly watchPage: (page: Page) => void;
  /** What a test provokes on purpose does not fail it. */
  readonly tolerate: (pattern: RegExp) => void;
  /** Errors that fail the test. */
  readonly open: () => readonly string[];
  /** Everything that the page wrote to its console as an error, for a test to look at. */
  readonly consoleErrors: () => readonly string[];
};

export function createComplaints(): Complaints {
  const complaints: string[] = [];
  const consoleErrors: string[] = [];
  const tolerated: RegExp[] = [];
  return {
    watchHost: (app) => {
      app.process().stderr?.on('data', (chunk: Buffer) => {
        const text = chunk.toString();
        if (hostError.test(text)) complaints.push(`host: ${text.trim()}`);
      });
    },
    watchPage: (page) => {
      page.on('pageerror', (error) => complaints.push(`page: ${error.name} ${error.message} ${error.stack ?? ''}`));
      page.on('crash', () => complaints.push('page: crashed'));
      page.on('console', (message) => {
        if (message.type() !== 'error') return;
        consoleErrors.push(message.text());
        if (policyBreach.test(message.text())) complaints.push(`policy: ${message.text()}`);
      });
    },
    tolerate: (pattern) => {
      tolerated.push(pattern);
    },
    open: () => complaints.filter((complaint) => !tolerated.some((pattern) => pattern.test(complaint))),
    consoleErrors: () => consoleErrors,
  };
}
