/** What the window holds instead of paths: a token for each file that the user picked, good for one use only. */
import { randomBytes } from 'node:crypto';

export type FileUse = 'read' | 'write';

export type FileTokens = {
  readonly issue: (path: string, use: FileUse) => string;
  /** The path behind a token that was issued for this use, or null. */
  readonly pathOf: (token: string, use: FileUse) => string | null;
  readonly forgetAll: () => void;
};

/** A token that says nothing about its file and cannot be guessed. */
export function drawToken(): string {
  return randomBytes(16).toString('hex');
}

export function createFileTokens(): FileTokens {
  const files = new Map<string, { readonly path: string; readonly use: FileUse }>();
  return {
    issue: (path, use) => {
      const token = drawToken();
      files.set(token, { path, use });
      return token;
    },
    pathOf: (token, use) => {
      const file = files.get(token);
      return file?.use === use ? file.path : null;
    },
    forgetAll: () => files.clear(),
  };
}
