// Counts and areas as people type them: 372, "372户", "约 400", "1,234", "３７２", "410㎡", "1.2万". The text is
// brought to NFKC (full-width forms, ㎡ → m2) and must then be one number, with an optional sign of doubt
// before or after it and one of the units that fit. What is not understood is said, never guessed.

export type QuantityUnit = "households" | "squareMeters" | "yuan" | "none";

export type Quantity =
  | { readonly kind: "number"; readonly value: number; readonly unit: string; readonly approximate: boolean }
  | { readonly kind: "blank" | "negative" | "notNumber" };

export function parseQuantity(raw: unknown, unit: QuantityUnit): Quantity {
  if (typeof raw === "number") return Number.isNaN(raw) ? { kind: "blank" } : judged(raw, "", false);
  if (raw === null || raw === undefined) return { kind: "blank" };
  if (typeof raw !== "string") return { kind: "notNumber" };
  if (PLAIN.test(raw)) return { kind: "number", value: Number(raw), unit: "", approximate: false };
  const text = raw.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  if (BLANKS.has(text)) return { kind: "blank" };
  const match = PATTERNS[unit].exec(text);
  if (match?.groups === undefined) return { kind: "notNumber" };
  const {
    before = "",
    sign = "",
    digits = "",
    ten = "",
    after = "",
    unit: named = "",
    last = "",
  } = match.groups;
  const size = Number(digits.replaceAll(",", "")) * (ten === "" ? 1 : 10_000);
  const value = sign === "-" || sign === "\u2212" ? -size : size;
  return judged(value, ten + named, before + after + last !== "");
}

/** What nearly every cell holds; the rest is brought to one form first. */
const PLAIN = /^\d{1,15}$/;

/** Texts that stand for "nobody knows", after NFKC and lower case. */
const BLANKS = new Set([
  ..."- -- \u2013 \u2014 \u2014\u2014 / ? n/a na nan null none nil #n/a".split(" "),
  ..."无 無 不详 不詳 未知 不明 待定 待补 待查 暂无 缺 空".split(" "),
  "",
]);

const UNITS: Readonly<Record<QuantityUnit, string>> = {
  households: "户|戶|家|套|住户|households?|hhs?|units?|dwellings?|flats?|homes?",
  squareMeters: "m2|m\\^2|平方米|平方公尺|平米|平方|平|sqm|sq\\.?m\\.?|squaremet(?:er|re)s?",
  yuan: "元|元整|圆|块|rmb|cny|yuan|¥",
  none: "个|名|人|处",
};
const PATTERNS: Readonly<Record<QuantityUnit, RegExp>> = {
  households: pattern(UNITS.households),
  squareMeters: pattern(UNITS.squareMeters),
  yuan: pattern(UNITS.yuan),
  none: pattern(UNITS.none),
};

function pattern(units: string): RegExp {
  return new RegExp(
    "^(?<before>大约|大概|约|約|近|共约|~|\u2248|ca?\\.?|about|around|approx(?:\\.|imately)?)?共?" +
      "(?<sign>[-+\u2212])?(?<digits>(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?(?:e\\+?\\d+)?|\\.\\d+)(?<ten>万|萬)?" +
      `(?<after>余|餘|多|来|左右|上下|\\+)?(?<unit>${units})?(?<last>左右|上下|多|余)?$`,
    "u",
  );
}

const judged = (value: number, unit: string, approximate: boolean): Quantity =>
  value < 0
    ? { kind: "negative" }
    : Number.isFinite(value)
      ? { kind: "number", value, unit, approximate }
      : { kind: "notNumber" };
