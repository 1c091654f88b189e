/** Payloads of a project file's frames of one kind, as they stand on the disk: what must not be found any more later. */
const MARKER = Buffer.from('5452461e', 'hex');
const HEAD_BYTES = 68;

/** The payloads of all frames of the kind (docs/project-file.md), in the order of the file. */
export function payloadsOfKind(file: Buffer, kind: number): readonly Buffer[] {
  const payloads: Buffer[] = [];
  for (let place = file.indexOf(MARKER); place !== -1;) {
    const end = place + HEAD_BYTES + file.readUInt32LE(place + 4);
    if (file.readUInt8(place + 8) === kind) payloads.push(file.subarray(place + HEAD_BYTES, end));
    place = file.indexOf(MARKER, end);
  }
  return payloads;
}
