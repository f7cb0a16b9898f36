// Reads a rule for grid codes from its file (data/codes), checked by zod, which is loaded with the first file: a
// place that numbers its grids otherwise is a new file. Digits a rule asks for beyond 20 fit no code in use.

import type { CodeRule } from "./number-grids.ts";

export interface NamedCodeRule extends CodeRule {
  readonly name: { readonly "zh-CN": string; readonly en: string };
  /** Standard the rule comes from. */
  readonly source: string;
}

export interface ReadCodeRule {
  /** null: with any problem there is no rule. */
  readonly rule: NamedCodeRule | null;
  /** Where in the file, and what is wrong there. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const MOST_DIGITS = 20;

export async function readCodeRule(json: unknown): Promise<ReadCodeRule> {
  const { z } = await import("zod");
  const digits = z.int().min(1).max(MOST_DIGITS);
  const field = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("area"), from: z.int().min(0), digits }),
    z.strictObject({ kind: z.literal("areaId"), after: z.string() }),
    z.strictObject({ kind: z.literal("fixed"), text: z.string().min(1) }),
  ]);
  const schema = z.strictObject({
    id: z.string().min(1),
    name: z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) }),
    source: z.string().min(1),
    fields: z.array(field).min(1),
    serialDigits: z.int().min(1).max(6),
  });
  const parsed = schema.safeParse(json);
  if (parsed.success) return { rule: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  return { rule: null, problems };
}
