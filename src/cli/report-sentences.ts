// What `report` says on the command line, in Chinese and English.

import type { Language } from "../messages/language.ts";

type Both = Readonly<Record<Language, string>>;

export const REPORT_HELP: Both = {
  "zh-CN": `report：把分析结果排成页面，打印或发给参会单位

用法
  npm run --silent quandian -- report <文件夹 | 项目文件> --out 路径 [选项]
  图层、字段、规则包、分钟、步速的选项与 analyse 相同

  --format 格式              不写则按 --out 的扩展名，否则为 pdf：pdf、png（300 dpi）、svg、pptx、docx、xlsx，
                             或 html：一个文件，双击即开的互动地图；png 和 svg 每页一个文件
  --pages atlas|pack|grids   atlas 每社区一页（默认）；pack 会议材料；grids 每网格一张图纸
  --paper A4|A3|8K|16:9      默认 A4，pptx 默认 16:9；8K 为 8 开（260×368 毫米）
  --portrait | --landscape   纵向、横向；docx 默认纵向，其余横向
  --scale 2000               社区和网格地图的比例尺；不写则取放得下的最大整比例尺
  --only 编码,编码            只要这些社区
  --option 方案               项目文件（.quandian）里的哪个方案；不写为最后编辑的，其余方案参与比较
  --public                   公开使用；不写为内部资料
  --review 审图号             公开地图的审图号
  --maker 名称               制图单位
  --date 2026-10-31          制作日期，默认今天
  --out 路径                 文件；多个文件时为其名字的开头，或已有的文件夹，png、svg 也可为一个 .zip
  --lang zh|en               语言，默认 zh
`,
  en: `report: lays results out as pages, to print or to hand out

Usage
  npm run --silent quandian -- report <folder | project file> --out PATH [options]
  Options on layers, fields, pack, minutes and speed are those of analyse

  --format FORMAT            by the ending of --out when not given, else pdf: pdf, png (300 dpi), svg, pptx, docx, xlsx,
                             or html: one file with an interactive map that opens by a double click; png and svg write
                             a file a page
  --pages atlas|pack|grids   atlas: a page a community (default); pack: for the meeting; grids: a drawing a grid
  --paper A4|A3|8K|16:9      default A4, 16:9 for pptx; 8K is 260 × 368 mm
  --portrait | --landscape   docx is upright by default, all others across
  --scale 2000               scale of maps of communities and grids; else the largest round one that shows all
  --only CODE,CODE           only these communities
  --option NAME              which option of a project file (.quandian); the last edited one by default, the others
                             are compared with it
  --public                   for the public; else marked internal
  --review NUMBER            review number of a public map
  --maker NAME               who made it
  --date 2026-10-31          date printed, today by default
  --out PATH                 file; where there are several, the beginning of their names, or an existing folder;
                             png and svg may also go into one .zip
  --lang zh|en               language, default zh
`,
};

export const REPORT_FAULTS = {
  noValue: { "zh-CN": "选项 {option} 后面缺少值。", en: "Option {option} needs a value." },
  badChoice: {
    "zh-CN": "选项 {option} 不认识“{value}”，可用：{choices}。",
    en: "Option {option} does not know “{value}”; use one of {choices}.",
  },
  badScale: {
    "zh-CN": "比例尺“{value}”无法使用，请写分母，例如 --scale 2000。",
    en: "The scale “{value}” cannot be used; write its denominator, for example --scale 2000.",
  },
  badDate: {
    "zh-CN": "日期“{value}”应写作 2026-10-31。",
    en: "The date “{value}” should be written 2026-10-31.",
  },
  badEnding: {
    "zh-CN":
      "--out 的扩展名“{value}”与格式 {format} 不符；请改扩展名，或用 --format 写明格式（png、svg 可写成一个 .zip）。",
    en: "The ending “{value}” of --out does not fit the format {format}; change it, or name the format with --format (png and svg may go into one .zip).",
  },
  noOut: { "zh-CN": "请用 --out 写明输出路径。", en: "Say where to write with --out." },
  unknownOnly: {
    "zh-CN": "没有编码为“{value}”的社区。",
    en: "There is no community with the code “{value}”.",
  },
  unknownOption: {
    "zh-CN": "没有名为“{value}”的方案，可用：{options}。",
    en: "There is no option “{value}”; use one of {options}.",
  },
  noFont: {
    "zh-CN":
      "没有找到印刷字体（Noto Sans SC），PDF 无法嵌入文字，没有写出文件。请运行 npm install 补上，或改用 --format svg、png、pptx、docx、xlsx、html。",
    en: "The printed font (Noto Sans SC) is missing, so that a PDF cannot carry its text; no file was written. Run npm install, or use --format svg, png, pptx, docx, xlsx or html.",
  },
  cannotWrite: { "zh-CN": "无法写入“{value}”：{reason}。", en: "Cannot write “{value}”: {reason}." },
} as const satisfies Readonly<Record<string, Both>>;
export type ReportFault = keyof typeof REPORT_FAULTS;

export const REPORT_SUMMARY = {
  present: { "zh-CN": "现状", en: "Present state" },
  title: { "zh-CN": "{name} 党群服务中心布局", en: "{name}: layout of service centres" },
  written: { "zh-CN": "已写出 {pages} 页：{files}", en: "{pages} pages written: {files}" },
  writtenWhole: { "zh-CN": "已写出 {files}", en: "Written: {files}" },
  cancelled: { "zh-CN": "已停止，没有写出文件。", en: "Stopped; no file was written." },
  standIn: {
    "zh-CN":
      "没有找到印刷字体（Noto Sans SC），图上的文字改用本机字体，字位不变。请运行 npm install 补上后重新输出。",
    en: "The printed font (Noto Sans SC) is missing: letters on pictures are this machine's own, each in its place. Run npm install and write again.",
  },
  more: { "zh-CN": "{first} 等 {count} 个文件", en: "{first} and so on, {count} files" },
} as const satisfies Readonly<Record<string, Both>>;
