// The shape of a file with a rule for grid codes. Digits a rule asks for beyond 20 fit no code in use.

import { z } from "zod";

const MOST_DIGITS = 20;

const digits = z.int().min(1).max(MOST_DIGITS);
const field = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("area"), from: z.int().min(0), digits }),
  z.strictObject({ kind: z.literal("areaId"), after: z.string() }),
  z.strictObject({ kind: z.literal("fixed"), text: z.string().min(1) }),
]);
export const codeRuleSchema = z.strictObject({
  id: z.string().min(1),
  name: z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) }),
  source: z.string().min(1),
  fields: z.array(field).min(1),
  serialDigits: z.int().min(1).max(6),
});
