/** Placeholder until the place is built. */

/** The Matrix place. */
export function MatrixPlace() {
  return <div />;
}
