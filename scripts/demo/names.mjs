// Names of the invented district: streets' offices, communities, compounds. No name stands for a real place.
import { randomFor } from "./random.mjs";

/** Subdistricts in code order, with the letters of their communities on the plan and the names of those, in code order. */
export const SUBDISTRICTS = [
  {
    name: "揽星街道",
    communities: {
      A: "北坡",
      E: "瓜田",
      F: "环西",
      G: "摇光",
      M: "枫林",
      N: "石榴园",
      U: "栗山",
      V: "青石",
      W: "溪西",
    },
  },
  {
    name: "银汉街道",
    communities: {
      B: "拾光",
      C: "北塘",
      H: "柳溪",
      I: "银汉",
      J: "向阳桥",
      O: "书香",
      P: "开阳",
      Q: "玉衡",
      R: "梧桐里",
    },
  },
  { name: "古渡街道", communities: { X: "溪口", Y: "钟鼓巷", Z: "古渡", a: "码头" } },
  {
    name: "月台街道",
    communities: { D: "松岗", K: "铁东", L: "桂花", S: "月台", T: "紫藤", b: "机务段", c: "东湖" },
  },
  {
    name: "芦汀街道",
    communities: { d: "荻花", e: "芦汀", f: "采莲", g: "南岸", m: "新安", n: "稻香" },
  },
  {
    name: "澄湖街道",
    communities: {
      h: "双桥",
      i: "澄湖",
      j: "学府",
      k: "渡东",
      l: "白鹭",
      o: "文澜",
      p: "南圃",
      q: "杏花",
      r: "纺织",
      s: "金穗",
    },
  },
];

const STEMS = [..."桂荷兰梅竹柳杏枫棠榕樟松槿苇鹭鹤鸥燕晴云月星溪泉湖澜景和嘉瑞宁康安福"];
const LEADS = [..."翠锦馨雅丽金银玉碧清明秀春秋东南西北新华德文"];
const TAILS = {
  slab: ["小区", "新村", "苑", "里", "园", "家园"],
  tower: ["府", "国际", "华庭", "公馆", "名邸", "花园", "天城"],
  courtyard: ["巷", "胡同", "里弄"],
  relocation: ["安置小区"],
  village: ["村"],
  fields: ["村民组"],
};
const WORKS = [
  "机械厂",
  "纺织厂",
  "供电所",
  "粮库",
  "印刷厂",
  "农机站",
  "邮电局",
  "水泥厂",
  "铁路",
  "卫生局",
];

/** A fresh compound name for each call, never one given before. */
export function compoundNames() {
  const used = new Set();
  const random = randomFor("compound names");
  const draw = (use, year) => {
    if (use === "slab" && year < 1996 && random.chance(0.35)) return `${random.pick(WORKS)}家属院`;
    return `${random.pick(LEADS)}${random.pick(STEMS)}${random.pick(TAILS[use])}`;
  };
  return (use, year) => {
    let name = draw(use, year);
    while (used.has(name)) name = draw(use, year);
    used.add(name);
    return name;
  };
}
