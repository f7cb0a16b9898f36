// What a pack's edition is: a dated document, a draft put out for comment on a date, or a document without a date.

export interface EditionKind {
  readonly kind: "dated" | "draft" | "undated";
  /** As the pack writes it; empty for a document without one. */
  readonly date: string;
}

const UNDATED = "undated";
const DRAFT = /\s+draft$/;

export function editionKind(edition: string): EditionKind {
  if (edition === UNDATED) return { kind: "undated", date: "" };
  return { kind: DRAFT.test(edition) ? "draft" : "dated", date: edition.replace(DRAFT, "") };
}
