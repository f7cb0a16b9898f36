// Datums as people call them: "CGCS2000 3°带 37（中央经线 111°）" for EPSG:4525. Names that are not known stay as they are.

import { gaussKruger, parseDatum } from "../core/geo/index.ts";
import type { Language } from "./language.ts";

export function datumLabel(datum: string, language: Language): string {
  const name = parseDatum(datum);
  if (name === null) return datum;
  const turned = name.turned ? TURNED[language] : "";
  if (name.kind === "wkt") return `${wktName(name.wkt) ?? OWN[language]}${turned}`;
  if (name.kind === "epsg") return `${epsgLabel(name.epsg ?? 0, language)}${turned}`;
  if (name.kind === "wgs84" && /4490|4480|cgcs2000/i.test(datum)) return `${GEOGRAPHIC[language]}${turned}`;
  return `${NAMES[name.kind][language]}${turned}`;
}

type Both = Readonly<Record<Language, string>>;

const NAMES: Readonly<Record<"wgs84" | "gcj02" | "bd09", Both>> = {
  wgs84: { "zh-CN": "WGS-84 经纬度", en: "WGS-84 degrees" },
  gcj02: { "zh-CN": "GCJ-02（高德、腾讯）", en: "GCJ-02 (Amap, Tencent)" },
  bd09: { "zh-CN": "BD-09（百度）", en: "BD-09 (Baidu)" },
};
const GEOGRAPHIC: Both = { "zh-CN": "CGCS2000 经纬度", en: "CGCS2000 degrees" };
const OWN: Both = { "zh-CN": "文件自带的坐标系", en: "the file's own system" };
const TURNED: Both = { "zh-CN": "，纵横颠倒", en: ", axes turned" };

function epsgLabel(epsg: number, language: Language): string {
  const zone = gaussKruger(epsg);
  if (zone !== null) {
    const width = epsg < 4513 ? 6 : 3;
    const prefix = Math.floor(zone.falseEasting / 1_000_000);
    if (language === "en") {
      return `CGCS2000 ${width}-degree ${prefix > 0 ? `zone ${prefix}, ` : ""}meridian ${zone.centralMeridian}°`;
    }
    return `CGCS2000 ${width}°带${prefix > 0 ? ` ${prefix} 带` : ""}，中央经线 ${zone.centralMeridian}°`;
  }
  if (epsg >= 32_601 && epsg <= 32_660) return `UTM ${epsg - 32_600}N`;
  return epsg === 3857 ? "Web Mercator" : `EPSG:${epsg}`;
}

const wktName = (wkt: string): string | undefined => /\[\s*"([^"]+)"/.exec(wkt)?.[1];
