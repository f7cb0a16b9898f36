// Why an edit is not made: a code, never a sentence. An edit that would change nothing is refused too, so
// that the change record holds only changes.

import type { Patch } from "./patch.ts";

export const REFUSAL_CODES = [
  "center.unknown",
  "center.duplicateId",
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

export const isRefusal = (result: Patch | Refusal): result is Refusal => "refused" in result;
