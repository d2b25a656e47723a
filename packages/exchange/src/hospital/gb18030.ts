/** Bytes of each two-byte character of GB18030, by code point; made from the decoder, which Node has and browsers have. */
let table: ReadonlyMap<number, number> | undefined;

function twoByteTable(): ReadonlyMap<number, number> {
  const codes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push(lead * 256 + trail);
  }
  const decoder = new TextDecoder("gb18030", { fatal: true });
  const made = new Map<number, number>();
  for (const code of codes) {
    const text = decoder.decode(Uint8Array.of(code >> 8, code & 0xff));
    const point = text.codePointAt(0);
    // Two characters would be one byte of ASCII after a broken lead; the first code of a character is its own.
    if (point !== undefined && text.length === 1 && !made.has(point)) made.set(point, code);
  }
  return made;
}

/**
 * Text in GB18030, for characters that take one or two bytes in it: ASCII and those of GBK.
 *
 * @throws RangeError for a character that takes four
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= twoByteTable();
  const bytes = new Uint8Array(2 * text.length);
  let at = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) {
      bytes[at++] = point;
      continue;
    }
    const code = table.get(point);
    if (code === undefined) throw new RangeError(`U+${point.toString(16).toUpperCase()} takes four bytes in GB18030`);
    bytes[at++] = code >> 8;
    bytes[at++] = code & 0xff;
  }
  return bytes.subarray(0, at);
}
