/** Places in a text: UTF-16 code units. */

/** Whether a place lies between the two halves of one character. */
export function splitsPair(text: string, place: number): boolean {
  const before = text.charCodeAt(place - 1);
  const after = text.charCodeAt(place);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
