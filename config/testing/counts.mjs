/** Turns what the test runners report into counts that can be added up. A runner that reports nothing has failed. */
import { readFileSync } from 'node:fs';

export const nothing = { passed: 0, failed: 0, skipped: 0 };

export function addUp(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** A check without cases of its own: it passes or it fails. */
export function single(code) {
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/** `code` is the runner's own word: it counts even where no case has failed (an error outside of every case). */
function withExitCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

export function countVitest({ code, report }) {
  const read = readReport(report);
  if (!read) return single(1);
  const counts = {
    passed: read.numPassedTests,
    failed: read.numFailedTests,
    skipped: read.numPendingTests + (read.numTodoTests ?? 0),
  };
  return withExitCode(counts, code);
}

export function countPlaywright({ code, report }) {
  const read = readReport(report);
  if (!read) return single(1);
  const { expected, unexpected, flaky, skipped } = read.stats;
  // A test that needed a second try has failed once.
  return withExitCode({ passed: expected, failed: unexpected + flaky, skipped }, code);
}
