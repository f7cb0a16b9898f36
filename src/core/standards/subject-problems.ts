// What is wrong with what a rule says it is about: places, registers and numbers must be declared, so that a
// misspelt name is found when the pack is read and not as data that is for ever unknown.

import { METRIC_SHAPES } from "./metrics.ts";
import type { Say } from "./pack-problem.ts";
import type { Register, RegisterAttribute } from "./register.ts";
import { isPlace } from "./register-problems.ts";
import type { Rule, RulePack } from "./rule-pack.ts";

/** Rows that every plan has: its centres. */
export const CENTERS = "centers";

/** The register of micro-grids, which a plan may draw itself. */
export const MICRO_GRIDS = "microGrid";

/** Numbers that the plan's own layers give. */
const PLAN_NUMBERS = ["households", "residentialFloorArea", "partyOrgs", "gridWorkers"] as const;

export function subjectProblems(rule: Rule, pack: RulePack, say: Say): void {
  const { each, of = {} } = rule;
  const registers = pack.registers ?? [];
  const { each: needsEach, of: needs } = METRIC_SHAPES[rule.metric];
  if (needsEach && each === undefined) {
    say("each", "subjectMissing", `${rule.metric} needs each`, { wanted: "each" });
  }
  if (each !== undefined && !isPlace(each, registers)) {
    say("each", "notDeclared", `"${each}" is no place and no register`, { given: each });
  }
  for (const fields of needs) {
    if (!fields.some((field) => of[field] !== undefined)) {
      const wanted = `of.${fields.join(" / of.")}`;
      say("of", "subjectMissing", `${rule.metric} needs of.${fields.join(" or of.")}`, { wanted });
    }
  }
  if (of.part !== undefined && !isPlace(of.part, registers)) {
    say("of.part", "notDeclared", `"${of.part}" is no place and no register`, { given: of.part });
  }
  for (const [path, kind, name, place] of namesOf(rule)) {
    if (name !== undefined && !nameCheck(place, registers)(kind, name)) {
      say(path, "notDeclared", `"${name}" is not declared`, { given: name });
    }
  }
}

/** Every name a rule uses: where, what it must be, the name, and the place or register it is looked up at. */
function namesOf({ metric, each = "community", of = {}, when }: Rule) {
  const names: (readonly [path: string, kind: NameKind, name: string | undefined, place: string])[] = [
    ["of.register", "register", of.register, each],
    ["of.number", "number", of.number, of.part ?? each],
    ["of.less", "number", of.less, each],
    ["of.numerator", "number", of.numerator, each],
    ["of.denominator", "number", of.denominator, of.part ?? each],
    ["of.date", "date", of.date, of.register ?? each],
    ["of.text", "text", of.text, TEXT_OF_ROWS.has(metric) ? (of.register ?? each) : each],
    ...(of.items ?? []).map((item, index) => [`of.items.${index}`, "number", item, each] as const),
    ...(of.kinds ?? []).map((kind, index) => [`of.kinds.${index}`, "register", kind, each] as const),
  ];
  if (when === undefined) return names;
  if ("text" in when) names.push(["when.text", "text", when.text, each]);
  else names.push(["when.number", "number", when.number, each]);
  return names;
}

/** Metrics whose text is one of the register's rows, not of the place judged. */
const TEXT_OF_ROWS: ReadonlySet<Rule["metric"]> = new Set(["place.coreNetwork", "place.tiling"]);

type NameKind = "number" | "date" | "text" | "register";

const TYPES: Readonly<Record<NameKind, readonly RegisterAttribute["type"][]>> = {
  number: ["number", "yes"],
  date: ["date"],
  text: ["text", "choice", "colour"],
  register: [],
};

/** Whether a name means something at a place: its own attribute, "register.attribute" or "register#". */
function nameCheck(place: string, registers: readonly Register[]) {
  const find = (id: string) => registers.find((register) => register.id === id);
  const has = (id: string, kind: NameKind, name: string): boolean =>
    find(id)?.attributes.some((attribute) => attribute.id === name && TYPES[kind].includes(attribute.type)) ??
    false;
  return (kind: NameKind, name: string): boolean => {
    if (kind === "register") return name === CENTERS || find(name) !== undefined;
    if (name.endsWith("#")) return name === `${CENTERS}#` || find(name.slice(0, -1)) !== undefined;
    const [register, attribute] = name.split(".");
    if (attribute !== undefined) return has(register!, kind, attribute);
    return has(place, kind, name) || (kind === "number" && PLAN_NUMBERS.some((known) => known === name));
  };
}
