// A rule pack: one place's requirements in one edition, as data. The shape is checked by zod when a pack
// is read; metrics, comparisons and forces are closed vocabularies, so a pack cannot ask for what no code does.

import { z } from "zod";
import { CENTER_LEVELS } from "../model/index.ts";
import { COMPARISONS, METRIC_IDS, RULE_UNITS } from "./metrics.ts";

export const FORCES = ["must", "general", "advice", "info"] as const;
/** M, G, A, D of the policy reading: required, normally, aim, reported fact. */
export type Force = (typeof FORCES)[number];

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a date YYYY-MM-DD");
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

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
  comparison: z.enum(COMPARISONS),
  /** One number, or [low, high] for "between". */
  value: z.union([z.number().nonnegative(), z.tuple([z.number().nonnegative(), z.number().nonnegative()])]),
  unit: z.enum(RULE_UNITS),
  /** Further numbers a metric needs, for example `{ splitAbove: 500 }`. */
  parameters: z.record(z.string(), z.number()).optional(),
  note: bilingual.optional(),
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
  rules: z.array(ruleSchema).min(1),
});
export type RulePack = z.infer<typeof rulePackSchema>;
