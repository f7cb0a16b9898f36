// Why an edit is not made: a code, never a sentence. An edit that would change nothing is refused too, so
// that the change record holds only changes.

export const REFUSAL_CODES = [
  "center.unknown",
  "center.duplicateId",
  "grid.unknown",
  "grid.duplicateId",
  "grid.duplicateCode",
  "grid.locked",
  "grid.apart",
  "grid.parent",
  "residence.unknown",
  "residence.outside",
  "posts.invalid",
  "link.unknown",
  "link.duplicateId",
  "link.invalidLine",
  "border.unknown",
  "border.duplicateId",
  "border.invalidLine",
  "candidate.unknown",
  "candidate.duplicateId",
  "register.unknown",
  "register.duplicateId",
  "matter.unknown",
  "matter.duplicateId",
  "meeting.unknown",
  "meeting.duplicateId",
  "date.invalid",
  "cost.invalid",
  "position.invalid",
  "floorArea.invalid",
  "name.blank",
  "nothingChanged",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly refused: RefusalCode;
}

export const refuse = (refused: RefusalCode): Refusal => ({ refused });

export const isRefusal = (result: object): result is Refusal => "refused" in result;
