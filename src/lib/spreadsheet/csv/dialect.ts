/** How a CSV text is cut: one character each. */
export interface CsvDialect {
  readonly separator: string;
  readonly quote: string;
}
