export interface ComboboxOption {
  /** Never ''. */
  readonly value: string;
  readonly label: string;
  /** A second, quieter line: where it is, whose it is. */
  readonly detail?: string;
}

interface ComboboxFindings {
  /** Few enough to draw: about a hundred. */
  readonly options: readonly ComboboxOption[];
  /** How many more match but are not among `options`. */
  readonly more: number;
}

/** Answers at each key: it must be quick over thousands. '' asks for the first ones. */
export type FindOptions = (typed: string) => ComboboxFindings;
