// A rule pack: one place's requirements in one edition, as data. The shape is checked by zod when a pack
// is read; metrics, comparisons and forces are closed vocabularies, so a pack cannot ask for what no code does.

import * as z from "zod/mini";
import { CENTER_LEVELS } from "../model/index.ts";
import { bilingual } from "./bilingual.ts";
import { matterKindSchema } from "./matter.ts";
import { COMPARISONS, FORCES, METRIC_IDS, RULE_UNITS } from "./metrics.ts";
import { registerSchema } from "./register.ts";

const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "expected a date YYYY-MM-DD"));
const positive = z.number().check(z.nonnegative());

/** "population" of the judged place, "sportsGround.area" summed over a register's rows there, "canteen#" counted. */
const term = z
  .string()
  .check(z.regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*|#)?$/, "expected name, register.name or register#"));

/** What a rule is about: see SUBJECT_FIELDS and the metric's shape for which of these it needs. */
const subjectSchema = z.strictObject({
  register: z.optional(z.string()),
  part: z.optional(z.string()),
  number: z.optional(term),
  less: z.optional(term),
  numerator: z.optional(term),
  denominator: z.optional(term),
  items: z.optional(z.array(term).check(z.minLength(1))),
  date: z.optional(z.string()),
  text: z.optional(z.string()),
  kinds: z.optional(z.array(z.string()).check(z.minLength(1))),
  bands: z.optional(z.array(z.tuple([positive, positive])).check(z.minLength(1))),
});
export type RuleSubject = z.infer<typeof subjectSchema>;

/** Limits a rule to places where a number lies above or at a value, or a text is one of some. */
const conditionSchema = z.union([
  z.strictObject({ number: term, above: positive }),
  z.strictObject({ number: term, atLeast: positive }),
  z.strictObject({ text: z.string(), in: z.array(z.string()).check(z.minLength(1)) }),
]);
export type RuleCondition = z.infer<typeof conditionSchema>;

export const ruleSchema = z.strictObject({
  id: z.string().check(z.minLength(1)),
  title: bilingual,
  /** The requirement in our own words. */
  text: bilingual,
  /** Document and place in it; date as ISO, or the part of it that is known ("2022"); null = not confirmed. */
  source: z.strictObject({
    document: bilingual,
    article: bilingual,
    date: z.nullable(
      z.string().check(z.regex(/^\d{4}(-\d{2}){0,2}$/, "expected YYYY, YYYY-MM or YYYY-MM-DD")),
    ),
  }),
  force: z.enum(FORCES),
  metric: z.enum(METRIC_IDS),
  /** Limits a rule on centres to one level or kind; every centre when absent. */
  applies: z.optional(
    z.strictObject({ level: z.optional(z.enum(CENTER_LEVELS)), kind: z.optional(z.string()) }),
  ),
  /** Places judged by a metric that does not name them: a place word or a register of the pack. */
  each: z.optional(z.string()),
  of: z.optional(subjectSchema),
  when: z.optional(conditionSchema),
  comparison: z.enum(COMPARISONS),
  /** One number, or [low, high] for "between"; null = the text names none, and nothing is judged until a user does. */
  value: z.nullable(z.union([positive, z.tuple([positive, positive])])),
  unit: z.enum(RULE_UNITS),
  /** Further numbers a metric needs, for example `{ splitAbove: 500 }`. */
  parameters: z.optional(z.record(z.string(), z.number())),
  note: z.optional(bilingual),
  /** True where a user changed it from what the document says. */
  edited: z.optional(z.boolean()),
  /** True where a user turned it off: it is listed and judges nothing. */
  off: z.optional(z.boolean()),
});
export type Rule = z.infer<typeof ruleSchema>;

export const rulePackSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/, "expected lower-case letters, digits and hyphens")),
  name: bilingual,
  place: bilingual,
  edition: z.string().check(z.minLength(1)),
  validFrom: isoDate,
  validTo: z.nullable(isoDate),
  /** Minutes and speed the pack asks for; null where its text is silent. */
  walk: z.strictObject({
    minutes: z.number().check(z.positive()),
    speed: z.nullable(z.number().check(z.positive())),
  }),
  /** "ride" where distances are too great to walk: the speed is then a vehicle's or a horse's. */
  travel: z.optional(z.enum(["walk", "ride"])),
  note: z.optional(bilingual),
  /** The pack a user copied this one from; absent = as published. */
  basedOn: z.optional(
    z.strictObject({ id: z.string().check(z.minLength(1)), edition: z.string().check(z.minLength(1)) }),
  ),
  rules: z.array(ruleSchema).check(z.minLength(1)),
  registers: z.optional(z.array(registerSchema)),
  matters: z.optional(z.array(matterKindSchema)),
});
export type RulePack = z.infer<typeof rulePackSchema>;
