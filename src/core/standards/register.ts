// Registers: typed attributes that a pack declares and any place can carry: checklists, posts, activities, colours
// with a meaning, labels. A row speaks of a place, never of a resident: attributes that are personal, on health,
// hardship or credit are refused where they are declared (see personal-words.ts).

import * as z from "zod/mini";
import { bilingual } from "./bilingual.ts";

/** "yes" is stored as 1 or 0 among the numbers; "choice" and "colour" hold the id of an option. */
export const ATTRIBUTE_TYPES = ["number", "yes", "text", "date", "choice", "colour"] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

const identifier = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/, "expected a name of letters and digits"));

const optionSchema = z.strictObject({
  id: identifier,
  name: bilingual,
  /** "#rrggbb", for colours. */
  colour: z.optional(z.string().check(z.regex(/^#[0-9a-f]{6}$/))),
});

export const attributeSchema = z.strictObject({
  id: identifier,
  name: bilingual,
  type: z.enum(ATTRIBUTE_TYPES),
  options: z.optional(z.array(optionSchema).check(z.minLength(1))),
});
export type RegisterAttribute = z.infer<typeof attributeSchema>;

export const registerSchema = z.strictObject({
  id: identifier,
  name: bilingual,
  /** Place its rows belong to: a place word, or another register of the pack. */
  place: identifier,
  attributes: z.array(attributeSchema),
});
export type Register = z.infer<typeof registerSchema>;

export type { RegisterRow } from "../model/index.ts";
