// What the command line itself says, in Chinese and English: help, wrong arguments, labels of the summary.

import type { Language } from "../messages/language.ts";

type Both = Readonly<Record<Language, string>>;

export const HELP: Both = {
  "zh-CN": `圈点 Quandian：党群服务中心 15 分钟步行服务圈、按户覆盖率和社区评估

用法
  npm run --silent quandian -- analyse <文件夹 | 项目.quandian> [选项]
  npm run --silent quandian -- analyse --residences 文件 --centers 文件 [--network 文件] [选项]
  npm run --silent quandian -- inspect <文件…> [--encoding 编码] [--json]
  npm run --silent quandian -- convert <输入> <输出> [--datum 坐标系] [--to 坐标系] [--encoding gbk|utf8]
  npm run --silent quandian -- partition <文件夹 | 项目.quandian> | --units 文件 [--areas 文件] [选项]
  npm run --silent quandian -- site …                选址，见 site --help
  npm run --silent quandian -- report …              排成页面打印，见 report --help
  npm run --silent quandian -- packs [--json]        规则包，以及每条规则如何落实

图层（GeoJSON、Shapefile、CSV 等，也可在 zip 里；多图层文件写作“文件#图层”；写明的图层代替文件夹或项目文件中的同类图层）
  --residences 文件     居民楼（点或面）
  --centers 文件        党群服务中心
  --network 文件        步行路网（线）；没有路网时按直线距离估算
  --communities 文件    社区（面）
  --barriers 文件       阻隔：河流、铁路、围墙（线或面）
  --datum 坐标系        wgs84、cgcs2000、gcj02、bd09 或 EPSG:n（如 EPSG:4547），先纵后横加“/yx”；不写则自动判断
  --encoding 编码       utf-8、gb18030、big5 等；不写则自动判断
  --keep-columns 列,列  像个人信息也保留的列（默认略去）

字段（不写则按字段名判断）
  --households 字段     户数        --area 字段   建筑面积
  --name 字段           名称        --id 字段     编号

分析
  --pack 规则包         默认 hunan-2022
  --minutes 分钟        默认 15，可用小数；恰好 15:00 算在内
  --speed 米每秒        默认 1.0（老年人 0.8）

划分网格（partition；--units 即 --residences，--areas 即 --communities）
  --min 户 --max 户     每格户数，默认 300–500
  --parts N             一共 N 个网格；不写则按户数决定
  --adjacency 文件      相邻单元编号对（CSV），代替按地面判断
  --gates 文件          小区出入口（点）
  --previous 文件       上年网格（面，或写明单元编号和网格编码的表）；改动户数最少
  --previous-field 字段 上年网格编码所在字段
  --seed N              随机种子，默认 1；同一种子结果相同

输出
  --json                在标准输出打印一个 JSON 对象
  --out 文件夹          写出 residences.csv、communities.csv、findings.csv、service-areas.geojson；
                        partition 写出 grids.geojson、units.csv
  --lang zh|en          语言，默认 zh
  --help                显示本说明

退出码：0 完成；2 参数有误；3 输入文件无法使用
`,
  en: `Quandian 圈点: 15-minute walking circles of Party-mass service centres, coverage by household, communities judged

Usage
  npm run --silent quandian -- analyse <folder | project.quandian> [options]
  npm run --silent quandian -- analyse --residences FILE --centers FILE [--network FILE] [options]
  npm run --silent quandian -- inspect FILE… [--encoding NAME] [--json]
  npm run --silent quandian -- convert IN OUT [--datum DATUM] [--to DATUM] [--encoding gbk|utf8]
  npm run --silent quandian -- partition <folder | project.quandian> | --units FILE [--areas FILE] [options]
  npm run --silent quandian -- site …                siting, see site --help
  npm run --silent quandian -- report …              pages to print, see report --help
  npm run --silent quandian -- packs [--json]        rule packs, and how each rule is carried

Layers (GeoJSON, Shapefile, CSV and more, zipped too; FILE#LAYER where there are several; a layer named here replaces that of the folder or project)
  --residences FILE     residential buildings (points or polygons)
  --centers FILE        service centres
  --network FILE        walking network (lines); without one, straight distances are used as an estimate
  --communities FILE    communities (polygons)
  --barriers FILE       barriers: rivers, railways, walls (lines or polygons)
  --datum DATUM         wgs84, cgcs2000, gcj02, bd09 or EPSG:n (EPSG:4547), /yx when northing is first; found when not given
  --encoding NAME       utf-8, gb18030, big5 …; found by reading when not given
  --keep-columns A,B    columns to keep although they look personal (left out otherwise)

Fields (told by their names when not given)
  --households FIELD    households        --area FIELD   floor area
  --name FIELD          name              --id FIELD     id

Analysis
  --pack ID             rule pack, hunan-2022 when not given
  --minutes N           15 when not given, fractions allowed; exactly 15:00 is inside
  --speed N             metres per second, 1.0 when not given (older people 0.8)

Grids (partition; --units is --residences, --areas is --communities)
  --min N --max N       households of a grid, 300 to 500 when not given
  --parts N             N grids in all; as many as fit when not given
  --adjacency FILE      CSV of pairs of unit ids, in place of neighbours found on the ground
  --gates FILE          compound gates (points)
  --previous FILE       last year's grids (polygons, or a table of unit ids with grid codes): fewest households moved
  --previous-field F    the field with last year's grid code
  --seed N              1 when not given; the same seed gives the same net

Output
  --json                print one JSON object on standard output
  --out DIR             write residences.csv, communities.csv, findings.csv, service-areas.geojson;
                        partition writes grids.geojson, units.csv
  --lang zh|en          language, zh when not given
  --help                show this text

Exit codes: 0 done; 2 wrong arguments; 3 input that cannot be used
`,
};

/** Wrong arguments; gaps as in fill-template.ts. */
export const ARGUMENT_FAULTS = {
  noCommand: {
    "zh-CN": "请写明要做什么：{commands}。用 --help 查看用法。",
    en: "Say what to do: {commands}. See --help.",
  },
  unknownCommand: {
    "zh-CN": "没有“{value}”这个命令，可用：{commands}。用 --help 查看用法。",
    en: "There is no command “{value}”; there are: {commands}. See --help.",
  },
  noOutput: {
    "zh-CN": "convert 需要输入和输出两个文件，例如 convert 住宅.shp 住宅.gpkg。",
    en: "convert needs an input and an output, for example convert homes.shp homes.gpkg.",
  },
  badOutput: {
    "zh-CN": "不能写出“{value}”这种格式。可用扩展名：geojson、shp、zip、gpkg、kml、fgb、csv、xlsx。",
    en: "“{value}” is not a format that can be written. Extensions: geojson, shp, zip, gpkg, kml, fgb, csv, xlsx.",
  },
  unknownOption: {
    "zh-CN": "没有“{option}”这个选项。用 --help 查看用法。",
    en: "There is no option “{option}”. See --help.",
  },
  noValue: {
    "zh-CN": "选项“{option}”后面缺少值。",
    en: "The option “{option}” needs a value after it.",
  },
  needlessValue: {
    "zh-CN": "选项“{option}”不需要值。",
    en: "The option “{option}” takes no value.",
  },
  notPositive: {
    "zh-CN": "“{option}”应为大于 0 的数，写的是“{value}”。",
    en: "“{option}” must be a number above 0, not “{value}”.",
  },
  notWhole: {
    "zh-CN": "“{option}”应为不小于 {least} 的整数，写的是“{value}”。",
    en: "“{option}” must be a whole number of at least {least}, not “{value}”.",
  },
  minAboveMax: {
    "zh-CN": "--min（{min}）不能大于 --max（{max}）。",
    en: "--min ({min}) is above --max ({max}).",
  },
  noUnits: {
    "zh-CN": "缺少输入：请给一个文件夹或项目文件，或用 --units 指明单元图层。",
    en: "There is no input: give a folder or a project file, or name the units with --units.",
  },
  badDatum: {
    "zh-CN":
      "不认识坐标系“{value}”。--datum 可用 wgs84、gcj02、bd09 或 EPSG:n（4490、4326、CGCS2000 高斯-克吕格带 4491–4554、UTM、3857）。",
    en: "The datum “{value}” is not known. --datum takes wgs84, gcj02, bd09 or EPSG:n (4490, 4326, the CGCS2000 Gauss–Krüger zones 4491–4554, UTM, 3857).",
  },
  badEncoding: {
    "zh-CN": "不认识编码“{value}”。--encoding 可用 utf-8、gb18030、gbk、big5、utf-16le 等。",
    en: "The encoding “{value}” is not known. --encoding takes utf-8, gb18030, gbk, big5, utf-16le and others.",
  },
  noFiles: {
    "zh-CN": "缺少文件：请在 inspect 后面写出要查看的文件。",
    en: "There is no file: name those to look into after inspect.",
  },
  badLanguage: {
    "zh-CN": "--lang 可用 zh 或 en，写的是“{value}”。",
    en: "--lang takes zh or en, not “{value}”.",
  },
  tooManyInputs: {
    "zh-CN": "只能给一个文件夹或项目文件，多出了“{value}”。",
    en: "Give one folder or project file; “{value}” is one too many.",
  },
  noInput: {
    "zh-CN": "缺少输入：请给一个文件夹或项目文件，或同时用 --residences 和 --centers 指明图层。",
    en: "There is no input: give a folder or a project file, or name the layers with --residences and --centers.",
  },
  unknownPack: {
    "zh-CN": "没有规则包“{value}”，可用：{packs}。",
    en: "There is no rule pack “{value}”; there are: {packs}.",
  },
  badPack: {
    "zh-CN": "规则包“{value}”有误，未使用：{problems}",
    en: "The rule pack “{value}” is wrong and was not used: {problems}",
  },
  cannotWrite: {
    "zh-CN": "无法写入文件夹“{value}”（{reason}）。请换一个可写的文件夹。",
    en: "The folder “{value}” cannot be written ({reason}). Choose another.",
  },
} as const satisfies Record<string, Both>;
export type ArgumentFault = keyof typeof ARGUMENT_FAULTS;

export const SUMMARY = {
  households: { "zh-CN": "总户数", en: "Households" },
  covered: { "zh-CN": "覆盖户数", en: "Covered" },
  coverage: { "zh-CN": "覆盖率", en: "Coverage" },
  unlinked: { "zh-CN": "未接入路网的户数", en: "Households off the network" },
  unknownResidences: { "zh-CN": "户数未知的居民楼", en: "Residences with unknown households" },
  estimate: {
    "zh-CN": "没有路网，以下为直线距离估算",
    en: "No network: the figures below are straight-line estimates",
  },
  centers: { "zh-CN": "服务中心", en: "Centres" },
  communities: { "zh-CN": "社区", en: "Communities" },
  issues: { "zh-CN": "数据问题", en: "Issues in the data" },
  written: { "zh-CN": "已写出", en: "Written" },
  unknown: { "zh-CN": "未知", en: "unknown" },
  householdsUnit: { "zh-CN": "户", en: "households" },
  noFlags: { "zh-CN": "无提示", en: "no flags" },
} as const satisfies Record<string, Both>;

/** Labels of `partition`. */
export const GRID_SUMMARY = {
  grids: { "zh-CN": "网格", en: "grids" },
  inRange: { "zh-CN": "户数达标的网格", en: "grids in range" },
  moved: { "zh-CN": "改动户数", en: "households moved" },
  retired: { "zh-CN": "停用编码", en: "retired codes" },
  households: { "zh-CN": "户", en: "households" },
  issues: { "zh-CN": "数据问题", en: "Issues in the data" },
  written: { "zh-CN": "已写出", en: "Written" },
} as const satisfies Record<string, Both>;

/** Labels of `inspect`. */
export const INSPECTION = {
  format: { "zh-CN": "格式", en: "format" },
  features: { "zh-CN": "条数", en: "features" },
  datum: { "zh-CN": "坐标系", en: "datum" },
  bbox: { "zh-CN": "范围", en: "extent" },
  role: { "zh-CN": "像是", en: "looks like" },
  fields: { "zh-CN": "字段", en: "fields" },
  issues: { "zh-CN": "提示", en: "notes" },
} as const satisfies Record<string, Both>;
