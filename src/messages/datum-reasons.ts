// Why the coordinate doctor takes a layer for a datum, one clause for each reason, in each language.

import type { DatumReason } from "../core/geo/index.ts";
import { DATUM_REASONS } from "../core/geo/index.ts";
import { fillTemplate, type Values } from "./fill-template.ts";
import type { Language } from "./language.ts";

type Code = DatumReason["code"];

/** A clause without a full stop. */
export const reasonClause = ({ code, values }: DatumReason, language: Language): string =>
  fillTemplate(REASONS[code][language], roundedValues(values), language);

/** The clause that an issue's values carry (log-datums.ts); "" when they carry none. */
export function clauseOfIssue(values: Values, language: Language): string {
  const code = DATUM_REASONS.find((each) => each === values["reason"]);
  return code === undefined ? "" : reasonClause({ code, values }, language);
}

/** Shares as whole percents, metres without decimals, degrees to a hundredth. */
const roundedValues = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== "number") return [name, value];
      if (name === "share") return [name, Math.round(100 * value)];
      return [name, name === "metres" ? Math.round(value) : Math.round(100 * value) / 100];
    }),
  );

const REASONS: Readonly<Record<Code, Readonly<Record<Language, string>>>> = {
  degreesInChina: {
    "zh-CN": "{share}% 的坐标是中国境内的经纬度",
    en: "{share}% of the coordinates are degrees in China",
  },
  degreesElsewhere: {
    "zh-CN": "{share}% 的坐标是经纬度，不在中国境内",
    en: "{share}% of the coordinates are degrees outside China",
  },
  axesTurned: { "zh-CN": "纵横坐标的次序颠倒", en: "the two coordinates are the other way round" },
  zonePrefix: {
    "zh-CN": "横坐标前两位是带号 {zone}（中央经线 {centralMeridian}°）",
    en: "the easting begins with zone {zone} (meridian {centralMeridian}°)",
  },
  falseEasting: {
    "zh-CN": "横坐标在 500 公里左右，没有带号；中央经线取 {centralMeridian}°",
    en: "the easting is about 500 km and has no zone; meridian {centralMeridian}° is taken",
  },
  utmRange: {
    "zh-CN": "数值在 UTM {zone} 带的范围内",
    en: "the numbers are in the range of UTM zone {zone}",
  },
  mercatorRange: { "zh-CN": "数值在 Web 墨卡托的范围内", en: "the numbers are in the range of Web Mercator" },
  offsetPossible: {
    "zh-CN": "单看数值，分不出 WGS-84、GCJ-02 与 BD-09",
    en: "the numbers alone cannot tell WGS-84, GCJ-02 and BD-09 apart",
  },
  prjNames: { "zh-CN": ".prj 写明是“{name}”", en: "the .prj says \u201c{name}\u201d" },
  prjPrefixDiffers: {
    "zh-CN": ".prj 写的是“{name}”，中央经线相同，带号写法不同",
    en: "the .prj says \u201c{name}\u201d: the same meridian, its zone number written otherwise",
  },
  prjContradicts: {
    "zh-CN": ".prj 写的是“{name}”，数值却不可能是",
    en: "the .prj says \u201c{name}\u201d, which the numbers cannot be",
  },
  prjNeedsParameters: {
    "zh-CN": ".prj 写的是旧坐标系“{name}”，没有当地参数会差几十米",
    en: "the .prj says \u201c{name}\u201d, an older datum that is tens of metres off without local parameters",
  },
  insideReference: {
    "zh-CN": "这样有 {share}% 落在各社区之内，与已定位的图层吻合",
    en: "so {share}% lies within the communities, in step with the layers already placed",
  },
  nearReference: {
    "zh-CN": "这样与已定位的图层相吻合，相距中位 {metres} 米",
    en: "so it fits the layers already placed, {metres} m away by the median",
  },
  farFromReference: {
    "zh-CN": "离已定位的图层有 {metres} 米",
    en: "it is {metres} m away from the layers already placed",
  },
};
