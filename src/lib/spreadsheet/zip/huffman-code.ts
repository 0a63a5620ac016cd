/** A code for the symbols of one deflate block (RFC 1951 3.2.2). Index: the symbol. */
export interface HuffmanCode {
  /** In bits; 0: the symbol does not occur. */
  readonly lengths: Uint8Array;
  /** As they are written: the first bit is the lowest. */
  readonly codes: Uint16Array;
}

/** The shortest code for symbols that occur so often; nearly, where that would have codes of more than `longest` bits. */
export function huffmanCode(frequencies: Int32Array, longest: number): HuffmanCode {
  const symbols = occurring(frequencies);
  const weights = symbols.map((symbol) => frequencies[symbol] ?? 0);
  const counts = countsOfLengths(weights, longest);
  const lengths = new Uint8Array(frequencies.length);
  let rarest = 0;
  for (let length = longest; length > 0; length--) {
    for (let left = counts[length] ?? 0; left > 0; left--) lengths[symbols[rarest++] ?? 0] = length;
  }
  return { lengths, codes: canonicalCodes(lengths, longest) };
}

/** The rarest first; two at least, since old unpackers want that. */
function occurring(frequencies: Int32Array): number[] {
  const symbols: number[] = [];
  for (let symbol = 0; symbol < frequencies.length; symbol++) if (frequencies[symbol] !== 0) symbols.push(symbol);
  for (let symbol = 0; symbols.length < 2; symbol++) if (frequencies[symbol] === 0) symbols.push(symbol);
  return symbols.sort((a, b) => (frequencies[a] ?? 0) - (frequencies[b] ?? 0));
}

/** How many of the symbols get a code of each length, for weights that rise. */
function countsOfLengths(weights: readonly number[], longest: number): Int32Array {
  const leaves = weights.length;
  const weight = Float64Array.from({ length: 2 * leaves - 1 }, (_, node) => weights[node] ?? 0);
  const parent = new Int32Array(weight.length);
  let leaf = 0;
  let inner = leaves;
  const lightest = (made: number): number =>
    leaf < leaves && (inner === made || (weight[leaf] ?? 0) <= (weight[inner] ?? 0)) ? leaf++ : inner++;
  for (let made = leaves; made < weight.length; made++) {
    const first = lightest(made);
    const second = lightest(made);
    weight[made] = (weight[first] ?? 0) + (weight[second] ?? 0);
    parent[first] = made;
    parent[second] = made;
  }
  const depths = new Int32Array(weight.length);
  const counts = new Int32Array(longest + 1);
  for (let node = weight.length - 2; node >= 0; node--) {
    const depth = (depths[parent[node] ?? 0] ?? 0) + 1;
    depths[node] = depth;
    if (node < leaves) change(counts, Math.min(depth, longest), 1);
  }
  return shortened(counts, longest);
}

/** Where codes were cut to the longest length they are too many: others become longer to make room. */
function shortened(counts: Int32Array, longest: number): Int32Array {
  let tooMany = -(2 ** longest);
  for (let length = 1; length <= longest; length++) tooMany += (counts[length] ?? 0) * 2 ** (longest - length);
  for (; tooMany > 0; tooMany--) {
    let length = longest - 1;
    while (counts[length] === 0) length--;
    change(counts, length, -1);
    change(counts, length + 1, 2);
    change(counts, longest, -1);
  }
  return counts;
}

function change(counts: Int32Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}

function canonicalCodes(lengths: Uint8Array, longest: number): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= longest; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] === length) codes[symbol] = reversed(code++, length);
    }
    code <<= 1;
  }
  return codes;
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let bit = 0; bit < length; bit++) bits |= ((code >>> bit) & 1) << (length - 1 - bit);
  return bits;
}
