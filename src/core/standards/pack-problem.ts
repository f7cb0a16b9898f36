// What can be wrong with a pack, by code; sentences are made where the language is known.

export const PACK_PROBLEMS = [
  "unreadable",
  "missing",
  "notListed",
  "unknownField",
  "shape",
  "endsBeforeStart",
  "duplicateId",
  "unit",
  "comparison",
  "value",
  "parameter",
  "applies",
  "subjectMissing",
  "notDeclared",
  "personal",
  "colourWithoutMeaning",
  "workflow",
] as const;
export type PackProblemCode = (typeof PACK_PROBLEMS)[number];

export interface RulePackProblem {
  readonly code: PackProblemCode;
  /** Where in the JSON, for example "rules.3.value"; "" is the whole. */
  readonly path: string;
  /** Id of the rule, register or kind of matter concerned; null when it is about the pack. */
  readonly subject: string | null;
  readonly message: string;
  /** What stands there, what should, and which of the words allowed it is most like. */
  readonly given?: string;
  readonly wanted?: string;
  readonly nearest?: string;
}

/** Files a problem under its code. */
export type Say = (
  path: string,
  code: PackProblemCode,
  message: string,
  seen?: Pick<RulePackProblem, "given" | "wanted">,
) => void;
