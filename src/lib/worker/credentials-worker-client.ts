/** Starts the derivation of sealed passwords: see [Note: why passwords are sealed]. */

/** Call it whenever sealed passwords may be waiting; it does nothing while a derivation runs. */
export function startDerivation(): void {}
