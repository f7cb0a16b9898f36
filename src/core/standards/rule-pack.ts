// A rule pack: one place's requirements in one edition, as data. The shape is checked by zod when a pack
// is read; metrics, comparisons and forces are closed vocabularies, so a pack cannot ask for what no code does.

import { z } from "zod";
import { METRIC_IDS } from "./metrics.ts";

export const FORCES = ["must", "general", "advice", "info"] as const;
/** M, G, A, D of the policy reading: required, normally, aim, reported fact. */
export type Force = (typeof FORCES)[number];

/** atLeast and between include their bounds (以上 includes the number); above does not (超过). */
export const COMPARISONS = ["atLeast", "atMost", "above", "between", "equal"] as const;
export type Comparison = (typeof COMPARISONS)[number];

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const ruleSchema = z.strictObject({
  id: z.string().min(1),
  title: bilingual,
  /** The requirement in our own words. */
  text: bilingual,
  /** Document and place in it. */
  source: z.strictObject({ document: bilingual, article: z.string().min(1), date: z.string() }),
  force: z.enum(FORCES),
  metric: z.enum(METRIC_IDS),
  comparison: z.enum(COMPARISONS),
  /** One number, or [low, high] for "between". */
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  unit: z.string(),
  /** Further numbers a metric needs, for example `{ splitAbove: 500 }`. */
  parameters: z.record(z.string(), z.number()).optional(),
  note: bilingual.optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

export const rulePackSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
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
