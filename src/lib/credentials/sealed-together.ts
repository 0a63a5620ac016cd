/** Apart from the rest: whoever only finds sealed records needs no cryptography. See [Note: why passwords are sealed]. */
export const MAX_SEALED_TOGETHER = 50;
