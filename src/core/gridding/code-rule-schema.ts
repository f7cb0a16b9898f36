// The shape of a file with a rule for grid codes. Digits a rule asks for beyond 20 fit no code in use.

import * as z from "zod/mini";

const MOST_DIGITS = 20;

const digits = z.int().check(z.gte(1), z.lte(MOST_DIGITS));
const field = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("area"), from: z.int().check(z.gte(0)), digits }),
  z.strictObject({ kind: z.literal("areaId"), after: z.string() }),
  z.strictObject({ kind: z.literal("fixed"), text: z.string().check(z.minLength(1)) }),
]);
export const codeRuleSchema = z.strictObject({
  id: z.string().check(z.minLength(1)),
  name: z.strictObject({ "zh-CN": z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) }),
  source: z.string().check(z.minLength(1)),
  fields: z.array(field).check(z.minLength(1)),
  serialDigits: z.int().check(z.gte(1), z.lte(6)),
});
