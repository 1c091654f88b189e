/** The fuses that packaging burns in: what must be shut is shut, and the security page names every one. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fuses } from '#config/fuses.mjs';

const burnt = fuses as Readonly<Record<string, boolean>>;

describe('the fuses', () => {
  it('leave no way to run other code in the app’s name', () => {
    expect(burnt).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it.each(Object.keys(burnt))('%s is explained in docs/security.md', (name) => {
    expect(readFileSync('docs/security.md', 'utf8')).toContain(`\`${name}\``);
  });
});
