/** The import. */
export function ImportDialog() {
  return null;
}
