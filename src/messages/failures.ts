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
  areas: { "zh-CN": "绘制服务圈", en: "Drawing service circles" },
  assess: { "zh-CN": "评估社区", en: "Judging communities" },
  write: { "zh-CN": "写出文件", en: "Writing files" },
};
