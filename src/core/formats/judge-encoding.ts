// Which encoding some bytes are text in, by reading them: every candidate decodes the samples strictly, and the
// characters that come out are weighed by how usual they are in Chinese (the commonest characters and those of
// place names, then level 1 of GB 2312 or Big5, then the rest). Wrong readings give rare characters or none at
// all. What a file states about itself (.cpg, language id) is a bonus, never a verdict. Kana are the same bytes in
// GB 2312 and EUC-JP: text with many of them is Japanese.

import type { Decode } from "./feature-table.ts";

export interface EncodingVerdict {
  /** WHATWG label. */
  readonly encoding: string;
  /** The next best reading when it is nearly as good; null when there is no doubt. */
  readonly runnerUp: string | null;
  /** Does every sample decode? */
  readonly clean: boolean;
}

/** `samples`: cells or lines, of which those in plain ASCII tell nothing; `stated`: labels from normalLabel. */
export function judgeEncoding(
  samples: readonly Uint8Array[],
  decode: Decode,
  stated: readonly string[] = [],
): EncodingVerdict {
  const telling = samples.filter(hasHighByte);
  if (telling.length === 0) return { encoding: stated[0] ?? "utf-8", runnerUp: null, clean: true };
  const levels: Readonly<Record<string, ReadonlySet<string>>> = {
    gb18030: levelOne(decode, "gb18030", GB_LEVEL_1),
    big5: levelOne(decode, "big5", BIG5_LEVEL_1),
  };
  const ranked = [...new Set([...CANDIDATES, ...stated])]
    .map((encoding) => {
      const { weight, clean } = weigh(telling, encoding, decode, levels[encoding]);
      const bonus = clean && stated.includes(encoding) ? bonusOf(encoding) : 0;
      return { encoding, clean, score: weight + bonus };
    })
    .sort((a, b) => b.score - a.score);
  const first = ranked[0]!.encoding;
  if ((first === "gb18030" || first === "big5") && isJapanese(telling, decode)) {
    return { encoding: "euc-jp", runnerUp: first, clean: true };
  }
  const [best, second] = ranked;
  const close = second !== undefined && best!.score - second.score < MARGIN && second.clean;
  return { encoding: best!.encoding, runnerUp: close ? second.encoding : null, clean: best!.clean };
}

/** "CP936", "ANSI 936", "GBK" … as the WHATWG label that decodes it; null when nothing is meant by it. */
export function normalLabel(name: string, decode: Decode): string | null {
  const plain = name.trim().toLowerCase();
  const digits = /^(?:cp|ms|ansi|oem|windows|ibm|x-)?[\s_-]*(\d{3,5})$/.exec(plain)?.[1];
  const label = PAGES[digits ?? ""] ?? PAGES[plain.replace(/[\s_-]/g, "")] ?? plain;
  const known = label === "gbk" || label === "gb2312" ? "gb18030" : label;
  try {
    decode(new Uint8Array(0), known, false);
    return known;
  } catch {
    return null;
  }
}

/** In the order in which a tie goes. */
export const CANDIDATES = ["utf-8", "gb18030", "big5", "shift_jis", "windows-1252"] as const;

/** Code pages and odd spellings. */
const PAGES: Readonly<Record<string, string>> = {
  "936": "gb18030",
  "54936": "gb18030",
  euccn: "gb18030",
  "950": "big5",
  big5: "big5",
  "932": "shift_jis",
  sjis: "shift_jis",
  "949": "euc-kr",
  "51932": "euc-jp",
  eucjp: "euc-jp",
  "65001": "utf-8",
  utf8: "utf-8",
  "1200": "utf-16le",
  utf16: "utf-16le",
  "1201": "utf-16be",
  "866": "ibm866",
  "874": "windows-874",
  "20866": "koi8-r",
  koi8r: "koi8-r",
  "88591": "windows-1252",
  iso88591: "windows-1252",
  latin1: "windows-1252",
  latin2: "iso-8859-2",
  latin9: "iso-8859-15",
  iso885915: "iso-8859-15",
  "28592": "iso-8859-2",
  ...Object.fromEntries(
    [1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((n) => [n, `windows-${n}`]),
  ),
  ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((n) => [`8859${n}`, `iso-8859-${n}`])),
};

/** Two readings that differ by less are both possible. */
const MARGIN = 0.12;

/** What it is worth that the file says so; many programs say Latin-1 of everything. */
const bonusOf = (encoding: string): number => (encoding === "windows-1252" ? 0.05 : 0.45);

/** First and last lead and trail bytes of the characters in common use. */
const GB_LEVEL_1 = { lead: [0xb0, 0xd7], trail: [[0xa1, 0xfe]] } as const;
const BIG5_LEVEL_1 = {
  lead: [0xa4, 0xc6],
  trail: [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ],
} as const;

/** The commonest characters of Chinese text, of addresses and of tables, simplified and traditional. */
const COMMON = new Set(
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严社區街道路號棟樓層戶戸村里鄰镇鎮鄉乡縣區園园居委会會民國學校醫院名稱编編號经經度緯纬面積总總楼栋幢弄巷苑庄莊站桥橋河湖港湾灣台臺东東門门廣場馬龍龙黄黃新竹雄市政府户戶數陈陳张張刘劉杨楊赵趙吴吳徐孙孫朱胡郭何林罗羅",
);

function levelOne(
  decode: Decode,
  label: string,
  { lead, trail }: typeof GB_LEVEL_1 | typeof BIG5_LEVEL_1,
): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let first = lead[0]; first <= lead[1]; first++) {
    for (const [from, to] of trail) for (let last = from; last <= to; last++) bytes.push(first, last);
  }
  return new Set(decode(Uint8Array.from(bytes), label, false));
}

/** Mean weight of the characters beyond ASCII; a sample that does not decode weighs −1 for each pair of bytes. */
function weigh(
  samples: readonly Uint8Array[],
  encoding: string,
  decode: Decode,
  level: ReadonlySet<string> | undefined,
): { weight: number; clean: boolean } {
  let sum = 0;
  let count = 0;
  let clean = true;
  for (const sample of samples) {
    const text = decodeWhole(sample, encoding, decode);
    if (text === null) {
      const lost = sample.reduce((high, byte) => high + (byte >= 0x80 ? 0.5 : 0), 0);
      sum -= lost;
      count += lost;
      clean = false;
      continue;
    }
    const characters = [...text];
    for (const [i, character] of characters.entries()) {
      if (character <= "\u007f") continue;
      const near = (characters[i - 1] ?? " ") + (characters[i + 1] ?? " ");
      sum += weightOf(character, near, encoding === "utf-8", level);
      count++;
    }
  }
  return { weight: count === 0 ? 0 : sum / count, clean };
}

/** A cell cut off in the middle of its last character still counts as decoding. */
function decodeWhole(sample: Uint8Array, encoding: string, decode: Decode): string | null {
  const most = encoding === "utf-8" || encoding === "gb18030" ? 3 : 1;
  for (let cut = 0; cut <= most && cut < sample.length; cut++) {
    if (cut > 0 && sample[sample.length - cut]! < 0x80) return null;
    try {
      return decode(sample.subarray(0, sample.length - cut), encoding, true);
    } catch {}
  }
  return null;
}

/** 1 for what is usual in Chinese, 0 for what is not, −1 for what no text holds; `near`: the characters either side. */
function weightOf(
  character: string,
  near: string,
  isUtf8: boolean,
  level: ReadonlySet<string> | undefined,
): number {
  const code = character.codePointAt(0)!;
  if (!isUtf8 && code >= 0x3000 && /[a-z]/.test(near)) return 0;
  if (COMMON.has(character)) return 1;
  const fixed = WEIGHTS.find(([from, to]) => code >= from && code < to)?.[2] ?? 0.05;
  if (fixed < 0) return fixed;
  if (isUtf8) return code >= 0x2000 ? 1 : 0.55;
  if (level?.has(character) === true) return 0.65;
  return code < 0x2000 && !LETTER.test(near) ? 0.1 : fixed;
}

const LETTER = /\p{L}/u;

/** Code points from, below, and their weight: control codes, letters, kana and marks, Hanzi, Hangul, private use. */
const WEIGHTS: readonly (readonly [number, number, number])[] = [
  [0x80, 0xa0, -1],
  [0xa0, 0x2000, 0.4],
  [0x3000, 0x3100, 0.5],
  [0x3400, 0xa000, 0.12],
  [0xac00, 0xd7a4, 0.5],
  [0xe000, 0xf900, -1],
  [0xff01, 0xff5f, 0.5],
  [0xfffd, 0xfffe, -1],
];

/** Share of kana among characters beyond ASCII from which on a text is Japanese. */
const KANA_FROM = 0.15;
/** So many characters of Big5 are never EUC-JP throughout: two in five have a second byte below 0x80. */
const TELLING_CHARACTERS = 20;

/** Is it all EUC-JP, with many kana? */
function isJapanese(samples: readonly Uint8Array[], decode: Decode): boolean {
  const texts = samples.map((sample) => decodeWhole(sample, "euc-jp", decode));
  if (texts.includes(null)) return false;
  const characters = texts.join("").replace(/[^\u0080-\uffff]/g, "");
  const kana = characters.replace(/[^\u3041-\u30fe]/g, "");
  return characters.length >= TELLING_CHARACTERS && kana.length >= KANA_FROM * characters.length;
}

const hasHighByte = (bytes: Uint8Array): boolean => bytes.some((byte) => byte >= 0x80);
