// Failures of a task and the stages of a long one, in the user's language.

import type { FailureCode, FailureDetails, Stage } from "../core/base/index.ts";
import { fillTemplate } from "./fill-template.ts";
import type { Language } from "./language.ts";

export const failureSentence = (code: FailureCode, details: FailureDetails, language: Language): string =>
  fillTemplate(FAILURES[code][language], details, language);

export const stageLabel = (stage: Stage, language: Language): string => STAGES[stage][language];

const FAILURES: Readonly<Record<FailureCode, Readonly<Record<Language, string>>>> = {
  cancelled: { "zh-CN": "已取消。", en: "Cancelled." },
  badInput: {
    "zh-CN": "输入的数据无法使用，请查看问题清单。",
    en: "The input cannot be used; see the list of issues.",
  },
  sceneUnknown: {
    "zh-CN": "数据已被关闭，请重新打开。",
    en: "The data is no longer open; open it again.",
  },
  noNetwork: {
    "zh-CN": "没有路网，无法计算步行路线。请提供道路图层。",
    en: "There is no network to walk on. Give a road layer.",
  },
  noCenters: {
    "zh-CN": "没有党群服务中心，无法计算。请提供或添加一个中心。",
    en: "There is no service centre. Give or add one.",
  },
  storageFull: {
    "zh-CN":
      "磁盘空间不足，最近的修改还没有存下，但仍在本页。请清理磁盘或删除旧的快照与项目，或立即另存为项目文件。",
    en: "The disk is full: your latest edits are not stored yet, but they are still in this page. Free some space or remove old snapshots and projects, or save a project file now.",
  },
  storageOff: {
    "zh-CN":
      "浏览器不允许在本机保存（可能是无痕窗口或被禁用），关闭页面会丢失修改。请用普通窗口打开，或及时另存为项目文件。",
    en: "The browser does not let this page store anything (a private window, or storage is turned off); closing the page loses your edits. Use an ordinary window, or save a project file.",
  },
  storageStale: {
    "zh-CN":
      "这个项目刚在另一个窗口里改动过，本窗口的最后修改没有写入，以免覆盖。请另存为项目文件，再重新打开项目，必要时合并。",
    en: "This project was changed in another window, so the latest edits of this one were not written over it. Save a project file, open the project again and merge if needed.",
  },
  storageNewer: {
    "zh-CN": "本机保存的数据来自更新的程序，请刷新页面以使用新版本。数据没有改动。",
    en: "What is stored here was written by a newer program; reload the page to use it. The data is unchanged.",
  },
  storageLost: {
    "zh-CN": "本机保存的这个项目已不完整，无法打开。请打开它的项目文件，或重新导入数据。其他项目不受影响。",
    en: "What is stored of this project is not whole and cannot be opened. Open its project file or import the data again. Other projects are not affected.",
  },
  readOnly: {
    "zh-CN": "另一个窗口正在编辑这个项目，这里只读。请先接手编辑，或到那个窗口里添加文件。",
    en: "Another window edits this project; this one is read-only. Take over editing first, or add the files in that window.",
  },
  demoMissing: {
    "zh-CN": "示例城区没能读到。请确认网页的 demo 文件夹完整，或直接打开自己的文件。",
    en: "The demo district could not be read. See that the page's demo folder is whole, or open files of your own.",
  },
  internal: {
    "zh-CN": "程序内部出错，数据没有改动。请保存后重试。",
    en: "Something went wrong inside the program; your data is unchanged. Save and try again.",
  },
};

const STAGES: Readonly<Record<Stage, Readonly<Record<Language, string>>>> = {
  read: { "zh-CN": "读取文件", en: "Reading files" },
  split: { "zh-CN": "整理路网", en: "Building the network" },
  link: { "zh-CN": "接入路网", en: "Linking residences" },
  search: { "zh-CN": "计算步行时间", en: "Computing walking times" },
  site: { "zh-CN": "计算选址方案", en: "Choosing sites" },
  areas: { "zh-CN": "绘制服务圈", en: "Drawing service circles" },
  assess: { "zh-CN": "评估社区", en: "Judging communities" },
  write: { "zh-CN": "写出文件", en: "Writing files" },
  grids: { "zh-CN": "划分网格", en: "Drawing grids" },
  borders: { "zh-CN": "绘制网格边界", en: "Drawing grid boundaries" },
  pages: { "zh-CN": "排版页面", en: "Laying out pages" },
};
