// Rows of a register that say there is none: at a place, or with "the rest" for a place that the rows listed are all
// there are. So a place that was asked counts nought, and one nobody spoke of stays unknown.

import type { RegisterRow } from "../model/index.ts";
import type { Register } from "./register.ts";

/** What stands for a name where there is none, and for a place where all others are meant, in either language. */
export const NONE_WORDS = { none: { zh: "无", en: "none" }, rest: { zh: "其余", en: "the rest" } } as const;

const NONE: ReadonlySet<string> = new Set([...Object.values(NONE_WORDS.none), "没有", "0"]);
const REST: ReadonlySet<string> = new Set([
  ...Object.values(NONE_WORDS.rest),
  "",
  "其他",
  "全区",
  "district",
]);

export const saysNone = (name: string): boolean => NONE.has(name.toLowerCase());

export const saysRest = (place: string): boolean => REST.has(place.toLowerCase());

/** `placeId` null: the rest. */
export const noneRow = ({ id }: Pick<Register, "id">, placeId: string | null): RegisterRow => ({
  id: `${id}:none:${placeId ?? "rest"}`,
  kind: id,
  name: NONE_WORDS.none.zh,
  placeId,
  position: null,
  ...{ numbers: {}, texts: {}, dates: {} },
  none: true,
});
