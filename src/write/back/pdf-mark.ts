/** The mark at the end of a PDF that notes were appended to: how long it was before. It is a comment, which readers of PDF pass over. */
const MARK = /\n%gov-report (\d+)\n$/;

/** The mark for a PDF of that many bytes. */
export function markFor(length: number): Uint8Array {
  return new TextEncoder().encode(`\n%gov-report ${length}\n`);
}

/** The PDF as it was before an earlier run put notes into it; one without notes of ours as it is. */
export function withoutOwnNotes(bytes: Uint8Array): Uint8Array {
  const tail = String.fromCharCode(...bytes.subarray(-40));
  const length = Number(MARK.exec(tail)?.[1] ?? bytes.length);
  return length > 0 && length < bytes.length ? bytes.subarray(0, length) : bytes;
}
