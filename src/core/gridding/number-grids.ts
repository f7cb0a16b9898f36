// Grid codes by rules in data: fields of fixed width, the last a serial within the community that runs west to
// east, then north to south, by the grids' centres in bands (DB11, DB6101/T 3185-2024). A grid that held a code
// keeps it; new grids take the next serials that were never used, and codes without a grid are retired.

export interface CodeRule {
  readonly id: string;
  /** What stands before the serial, in order: so many digits of the community's code, all of its id and a mark, or fixed digits. */
  readonly fields: readonly (
    | { readonly kind: "area"; readonly from: number; readonly digits: number }
    | { readonly kind: "areaId"; readonly after: string }
    | { readonly kind: "fixed"; readonly text: string }
  )[];
  readonly serialDigits: number;
}

/** 15 digits: county 6, street 3, community 3, serial 3 (Beijing DB11, the default). */
export const CODE_15: CodeRule = {
  id: "grid-15",
  fields: [{ kind: "area", from: 0, digits: 12 }],
  serialDigits: 3,
};

/** 20 digits: object class 6, county 6, street 3, community 3, serial 2 (CJ/T 349-2010); 000000 where no class is set. */
export const CODE_20: CodeRule = {
  id: "grid-20",
  fields: [
    { kind: "fixed", text: "000000" },
    { kind: "area", from: 0, digits: 12 },
  ],
  serialDigits: 2,
};

export interface NumberGridsInput {
  readonly rule: CodeRule;
  /** Code of each community. */
  readonly areaCodes: readonly string[];
  /** Community of each grid, and its centre in metres: pair g. */
  readonly areaOf: Int32Array;
  readonly centres: Float64Array;
  /** Code each grid held before, "" for a new one; of two grids with one code the first keeps it. */
  readonly held: readonly string[];
  /** Every code used so far, also retired ones: none is given twice. */
  readonly used: readonly string[];
}

export interface NumberedGrids {
  /** Code per grid; "" where the community's code does not fit the rule or the serials have run out. */
  readonly codes: readonly string[];
  /** Codes in `used` that no grid holds now. */
  readonly retired: readonly string[];
  /** Grids without a code. */
  readonly failed: readonly number[];
}

export function numberGrids(input: NumberGridsInput): NumberedGrids {
  const { rule, areaCodes, areaOf, held, used } = input;
  const codes = held.map((code, grid) => (code !== "" && held.indexOf(code) === grid ? code : ""));
  const taken = new Set([...used, ...codes.filter((code) => code !== "")]);
  const last = new Map<string, number>();
  for (const code of taken) {
    const serial = Number(code.slice(-rule.serialDigits));
    const prefix = code.slice(0, -rule.serialDigits);
    if (Number.isInteger(serial)) last.set(prefix, Math.max(last.get(prefix) ?? 0, serial));
  }
  for (const grid of readingOrder(input)) {
    const prefix = codes[grid] === "" ? prefixOf(rule, areaCodes[areaOf[grid]!] ?? "") : null;
    if (prefix === null) continue;
    const serial = (last.get(prefix) ?? 0) + 1;
    if (serial >= 10 ** rule.serialDigits) continue;
    last.set(prefix, serial);
    codes[grid] = prefix + String(serial).padStart(rule.serialDigits, "0");
  }
  const living = new Set(codes);
  return {
    codes,
    retired: [...new Set(used)].filter((code) => !living.has(code)).sort(),
    failed: [...codes.keys()].filter((grid) => codes[grid] === ""),
  };
}

/** The digits before the serial; null when the community's code is too short or not digits. */
function prefixOf({ fields }: CodeRule, areaCode: string): string | null {
  let prefix = "";
  for (const field of fields) {
    if (field.kind === "areaId") {
      prefix += areaCode + field.after;
      continue;
    }
    const part = field.kind === "fixed" ? field.text : areaCode.slice(field.from, field.from + field.digits);
    if (field.kind === "area" && !(part.length === field.digits && /^\d+$/.test(part))) return null;
    prefix += part;
  }
  return prefix;
}

/** Bands from north to south, as many as the square root of the grids of a community; west to east in each. */
function readingOrder({ areaOf, centres }: NumberGridsInput): number[] {
  const groups = new Map<number, number[]>();
  areaOf.forEach((area, grid) => {
    groups.set(area, [...(groups.get(area) ?? []), grid]);
  });
  const order: number[] = [];
  for (const area of [...groups.keys()].sort((a, b) => a - b)) {
    const southward = groups
      .get(area)!
      .sort(
        (a, b) => centres[2 * b + 1]! - centres[2 * a + 1]! || centres[2 * a]! - centres[2 * b]! || a - b,
      );
    const width = Math.ceil(southward.length / Math.max(1, Math.round(Math.sqrt(southward.length))));
    for (let start = 0; start < southward.length; start += width) {
      const band = southward.slice(start, start + width);
      order.push(...band.sort((a, b) => centres[2 * a]! - centres[2 * b]! || a - b));
    }
  }
  return order;
}
