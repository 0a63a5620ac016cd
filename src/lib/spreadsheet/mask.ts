/** What stands in the place of every password: as long for each, so that it tells nothing. */
export const MASK = '••••••••';
