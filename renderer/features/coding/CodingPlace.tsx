/** Placeholder until the place is built. */

/** The Coding place. */
export function CodingPlace() {
  return <div />;
}
