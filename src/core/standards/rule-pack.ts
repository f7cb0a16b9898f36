// A rule pack: one place's requirements in one edition, as data. The shape is checked by zod when a pack
// is read; metrics, comparisons and forces are closed vocabularies, so a pack cannot ask for what no code does.

import { z } from "zod";
import { CENTER_LEVELS } from "../model/index.ts";
import { bilingual } from "./bilingual.ts";
import { matterKindSchema } from "./matter.ts";
import { COMPARISONS, FORCES, METRIC_IDS, RULE_UNITS } from "./metrics.ts";
import { registerSchema } from "./register.ts";

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a date YYYY-MM-DD");
const positive = z.number().nonnegative();

/** "population" of the judged place, "sportsGround.area" summed over a register's rows there, "canteen#" counted. */
const term = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*|#)?$/, "expected name, register.name or register#");

/** What a rule is about: see SUBJECT_FIELDS and the metric's shape for which of these it needs. */
const subjectSchema = z.strictObject({
  register: z.string().optional(),
  part: z.string().optional(),
  number: term.optional(),
  less: term.optional(),
  numerator: term.optional(),
  denominator: term.optional(),
  items: z.array(term).min(1).optional(),
  date: z.string().optional(),
  text: z.string().optional(),
  kinds: z.array(z.string()).min(1).optional(),
  bands: z
    .array(z.tuple([positive, positive]))
    .min(1)
    .optional(),
});
export type RuleSubject = z.infer<typeof subjectSchema>;

/** Limits a rule to places where a number lies above or at a value, or a text is one of some. */
const conditionSchema = z.union([
  z.strictObject({ number: term, above: positive }),
  z.strictObject({ number: term, atLeast: positive }),
  z.strictObject({ text: z.string(), in: z.array(z.string()).min(1) }),
]);
export type RuleCondition = z.infer<typeof conditionSchema>;

export const ruleSchema = z.strictObject({
  id: z.string().min(1),
  title: bilingual,
  /** The requirement in our own words. */
  text: bilingual,
  /** Document and place in it; date as ISO, or the part of it that is known ("2022"); null = not confirmed. */
  source: z.strictObject({
    document: bilingual,
    article: bilingual,
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}){0,2}$/, "expected YYYY, YYYY-MM or YYYY-MM-DD")
      .nullable(),
  }),
  force: z.enum(FORCES),
  metric: z.enum(METRIC_IDS),
  /** Limits a rule on centres to one level or kind; every centre when absent. */
  applies: z
    .strictObject({ level: z.enum(CENTER_LEVELS).optional(), kind: z.string().optional() })
    .optional(),
  /** Places judged by a metric that does not name them: a place word or a register of the pack. */
  each: z.string().optional(),
  of: subjectSchema.optional(),
  when: conditionSchema.optional(),
  comparison: z.enum(COMPARISONS),
  /** One number, or [low, high] for "between"; null = the text names none, and nothing is judged until a user does. */
  value: z.union([positive, z.tuple([positive, positive])]).nullable(),
  unit: z.enum(RULE_UNITS),
  /** Further numbers a metric needs, for example `{ splitAbove: 500 }`. */
  parameters: z.record(z.string(), z.number()).optional(),
  note: bilingual.optional(),
  /** True where a user changed it from what the document says. */
  edited: z.boolean().optional(),
  /** True where a user turned it off: it is listed and judges nothing. */
  off: z.boolean().optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

export const rulePackSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, "expected lower-case letters, digits and hyphens"),
  name: bilingual,
  place: bilingual,
  edition: z.string().min(1),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  /** Minutes and speed the pack asks for; null where its text is silent. */
  walk: z.strictObject({ minutes: z.number().positive(), speed: z.number().positive().nullable() }),
  /** "ride" where distances are too great to walk: the speed is then a vehicle's or a horse's. */
  travel: z.enum(["walk", "ride"]).optional(),
  note: bilingual.optional(),
  /** The pack a user copied this one from; absent = as published. */
  basedOn: z.strictObject({ id: z.string().min(1), edition: z.string().min(1) }).optional(),
  rules: z.array(ruleSchema).min(1),
  registers: z.array(registerSchema).optional(),
  matters: z.array(matterKindSchema).optional(),
});
export type RulePack = z.infer<typeof rulePackSchema>;
