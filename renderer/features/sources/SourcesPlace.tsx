/** The Sources place. */
export function SourcesPlace() {
  return <div />;
}
