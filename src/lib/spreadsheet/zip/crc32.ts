const tables = makeTables();

/** Eight tables of 256, one for each byte of a step ("slicing by eight"). */
function makeTables(): Int32Array {
  const table = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    table[byte] = crc;
  }
  for (let index = 256; index < table.length; index++) {
    const before = table[index - 256] ?? 0;
    table[index] = (before >>> 8) ^ (table[before & 255] ?? 0);
  }
  return table;
}

/** CRC-32 as zip keeps it: of what `crc` stands for, followed by `bytes`. Begin with 0. Unsigned. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wholeSteps = bytes.length - (bytes.length % 8);
  const t = (index: number): number => tables[index] ?? 0;
  let state = ~crc;
  let at = 0;
  for (; at < wholeSteps; at += 8) {
    const low = state ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    state =
      t(1792 + (low & 255)) ^
      t(1536 + ((low >>> 8) & 255)) ^
      t(1280 + ((low >>> 16) & 255)) ^
      t(1024 + (low >>> 24)) ^
      t(768 + (high & 255)) ^
      t(512 + ((high >>> 8) & 255)) ^
      t(256 + ((high >>> 16) & 255)) ^
      t(high >>> 24);
  }
  for (; at < bytes.length; at++) state = (state >>> 8) ^ t((state ^ view.getUint8(at)) & 255);
  return ~state >>> 0;
}
