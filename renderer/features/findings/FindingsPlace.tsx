/** Placeholder until the place is built. */

/** The Findings place. */
export function FindingsPlace() {
  return <div />;
}
