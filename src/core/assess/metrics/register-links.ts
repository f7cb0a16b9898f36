// Links between rows: the one core of a network and the points that name it; the places a proposal concerns and
// those that have answered. A text that names several ids parts them by commas, semicolons or 、.

import type { RegisterRow } from "../../standards/index.ts";
import { exactly } from "../span.ts";
import { evidence } from "./metric.ts";
import { registerMetric } from "./register-metric.ts";

/** Judges a network: `text` of each member is "core" or "point". Two cores, or none, are as bad as a point astray. */
export const placeCoreNetwork = registerMetric({
  flag: "bodyMismatch",
  registers: ({ of }) => [of!.register!],
  conclude: ({ rule, unit, ground }) => {
    const { register = "", text = "" } = rule.of ?? {};
    const rows = ground.index.rowsAt(register, unit) ?? [];
    const cores = rows.filter(({ texts }) => texts[text] === "core").length;
    const silent = rows.filter(({ texts }) => texts[text] === undefined).length;
    const label = ground.index.labelOf(register, register);
    return {
      span: { low: cores, high: cores + silent },
      inputs: [
        evidence("parts", rows.length, "count", ground.index.fileOf(register), label),
        evidence("counted", silent > 0 ? null : cores, "count", ground.index.fileOf(register), {
          zh: "核心",
          en: "Cores",
        }),
      ],
    };
  },
});

/** Places named by a proposal's text that have no row in the register of opinions. */
export const placeMissingOpinions = registerMetric({
  flag: "noAnswer",
  registers: ({ of }) => [of!.register!],
  conclude: ({ rule, unit, ground }) => {
    const { register = "", text = "" } = rule.of ?? {};
    const concerned = namesIn(unit.texts[text]);
    const given = new Set((ground.index.rowsAt(register, unit) ?? []).map(answererOf));
    const missing = concerned.filter((id) => !given.has(id)).length;
    const label = ground.index.labelOf(text, unit.kind);
    return {
      span: concerned.length === 0 ? { low: Number.NaN, high: Number.NaN } : exactly(missing),
      inputs: [
        evidence(
          "parts",
          concerned.length === 0 ? null : concerned.length,
          "count",
          ground.index.fileOf(unit.kind),
          label,
        ),
        evidence("partsWith", concerned.length - missing, "count", ground.index.fileOf(register)),
      ],
    };
  },
});

const answererOf = ({ texts }: RegisterRow): string => texts["from"] ?? "";

/** The names in a text that parts them by commas, semicolons or 、. */
export const namesIn = (text: string | undefined): readonly string[] =>
  (text ?? "").split(/[,;，；、]/).flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
