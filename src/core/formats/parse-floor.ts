// The storey something is on, as people write it: 1, "2F", "3楼", "二层", "B1", "地下一层", "-1". Of several storeys
// ("1-3层") the first, which is where one enters. Ground is 1, cellars are below 0.

/** null when nothing is said or no word is understood. */
export function parseFloor(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  if (/^(?:首层|底层|地面层?|groundfloor|ground|g\/?f?)$/.test(plain)) return 1;
  const match = PATTERN.exec(plain);
  if (match?.groups === undefined) return null;
  const { below = "", digits = "" } = match.groups;
  const storey = /\d/.test(digits) ? Number(digits) : hanNumber(digits);
  if (storey === 0) return null;
  return below === "" ? storey : -storey;
}

const PATTERN =
  /^(?:地上)?第?(?<below>-|\u2212|b|负|地下第?|basement)?(?<digits>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:f|l|层|樓|楼|st|nd|rd|th|floor)*(?:$|[-~至到、,/].*$)/u;

const DIGITS = "一二三四五六七八九";

/** 1–99 in Chinese numerals: 十二, 二十, 两. */
function hanNumber(text: string): number {
  const digit = (each: string): number => (each === "两" ? 2 : DIGITS.indexOf(each) + 1);
  const at = text.indexOf("十");
  if (at === -1) return text.length === 1 ? digit(text) : 0;
  const tens = at === 0 ? 1 : digit(text.slice(0, at));
  const ones = at + 1 === text.length ? 0 : digit(text.slice(at + 1));
  return 10 * tens + ones;
}
