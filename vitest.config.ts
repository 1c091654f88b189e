/** The test runner's projects: `unit` (fast, pure), `architecture` (planted violations; slow to warm up). */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Generous: on two busy cores a property test takes its time.
          testTimeout: 30_000,
          setupFiles: ['tests/support/property-seed.ts'],
          include: ['tests/{unit,contracts,migrations}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'architecture',
          environment: 'node',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
