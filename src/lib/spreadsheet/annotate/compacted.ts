/**
 * The same texts, in memory of their own. A piece cut out of a long string keeps the whole of it alive, and a table
 * of such pieces all the XML they were cut from (in V8 61 MB for 500,000 inline texts, 35 MB when joined and cut again:
 * then they keep alive only each other).
 */
export function compacted(texts: readonly string[]): string[] {
  const all = texts.join('');
  let end = 0;
  return texts.map((text) => all.slice(end, (end += text.length)));
}
