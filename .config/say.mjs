/** One line to the person who waits. */
export function say(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Ends the program with sentences that say what to do.
 * @param {...string} lines
 * @returns {never}
 */
export function giveUp(...lines) {
  process.stderr.write(`\n${lines.join('\n')}\n\n`);
  process.exit(1);
}
