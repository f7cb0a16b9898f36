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

export async function readCodeRule(json: unknown): Promise<ReadCodeRule> {
  const { codeRuleSchema } = await import("./code-rule-schema.ts");
  const parsed = codeRuleSchema.safeParse(json);
  if (parsed.success) return { rule: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  return { rule: null, problems };
}
