/** How a figure is written; null is what the system did not tell. */
export const words = {
  time: (/** @type {number} */ milliseconds) =>
    milliseconds < 995 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`,
  bytes: (/** @type {number} */ bytes) => `${Math.round(bytes / 1e6)} MB`,
  /** Of the page's own thread; shorter ones are not told by browsers. */
  task: (/** @type {number} */ milliseconds) => (milliseconds === 0 ? 'none over 50 ms' : words.time(milliseconds)),
  perRow: (/** @type {number} */ milliseconds) => `${(milliseconds * 1000).toFixed(1)} µs`
};

/** @typedef {keyof typeof words} Unit */

/**
 * What a row must hold; `ratio` is what is shown of the two figures.
 * @typedef {object} Target
 * @property {string} words
 * @property {(ours: number, theirs: number) => string} ratio
 * @property {(ours: number, theirs: number) => boolean} holds
 */

const twoPlaces = (/** @type {number} */ number) => (number < 10 ? number.toFixed(2) : number.toFixed(1));

const fasterInWords = (/** @type {number} */ times) =>
  times < 1 ? `${twoPlaces(1 / times)} × its time` : `${twoPlaces(times)} × faster`;

/** @returns {Target} */
export const faster = (/** @type {number} */ times) => ({
  words: `at least ${times} × faster`,
  ratio: (ours, theirs) => fasterInWords(theirs / ours),
  holds: (ours, theirs) => theirs / ours >= times
});

/** @returns {Target} */
export const within = (/** @type {number} */ times, /** @type {string} */ ofIt) => ({
  words: `at most ${times} × ${ofIt}`,
  ratio: (ours, theirs) => `${twoPlaces(ours / theirs)} × ${ofIt}`,
  holds: (ours, theirs) => ours / theirs <= times
});

/** Told beside the others, and held to nothing. @type {Target} */
export const comparison = {
  words: '',
  ratio: (ours, theirs) => (ours === 0 ? '' : fasterInWords(theirs / ours)),
  holds: () => true
};

/** @returns {Target} */
export const under = (/** @type {number} */ limit, /** @type {Unit} */ unit) => ({
  words: unit === 'task' ? 'none over 50 ms' : `under ${words[unit](limit)}`,
  ratio: comparison.ratio,
  holds: (ours) => ours < limit
});
