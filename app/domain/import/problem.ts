/** Everything that can be wrong in a cell or between cells. Texts: i18n namespace `import`, `problem.<code>`. */
export const problemCodes = [
  "missing",
  "too_long",
  "not_a_number",
  "not_whole",
  "too_many_decimals",
  "too_small",
  "too_large",
  "unknown_word",
  "unknown_day",
  "not_a_date",
  "not_an_organisation_number",
  "wrong_check_digit",
  "not_an_email",
  "not_a_reference",
  "is_personnummer",
  "holds_personnummer",
  "not_yes",
  "below_minimum",
  "longer_than_week",
  "before",
  "only_one_coordinate",
  "outside_sweden",
  "needs",
  "repeated",
  "differs",
  "unknown_municipality",
  "unknown_locality",
  "unknown_place",
  "unknown_participant",
  "unknown_employer",
  "already_taken",
  "of_another_association",
  "of_somebody_else",
  "protected_identity",
  "too_many_cells",
  "broken_quotes",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One thing wrong: the column as the file names it, and what the sentence about it needs. */
export type Problem = {
  column: string;
  code: ProblemCode;
  params?: Record<string, string | number>;
};

/** A row that is not taken in. `line` counts the header as line 1. */
export type RejectedRow = { line: number; problems: Problem[] };
