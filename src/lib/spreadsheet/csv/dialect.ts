/** How a CSV text is cut: one character each; no quote ('') where quotes are characters like others. */
export interface CsvDialect {
  readonly separator: string;
  readonly quote: string;
}
