// What the documents ask to be shown or recorded: for each rule, a row as a clerk's table has it is read into its
// register without a fault, or a matter walks its workflow to the end; and each named system is carried by things whose
// own words speak of it.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseKind, parseLevel } from "../../../src/core/formats/parse-level.ts";
import { LAYER_ROLES } from "../../../src/core/model/index.ts";
import {
  type Coverage,
  checkRows,
  loadRulePack,
  type Matter,
  moveMatter,
  type RegisterRow,
  type RulePack,
  rowsOfTable,
} from "../../../src/core/standards/index.ts";
import { readPack } from "../../helpers/demo-scene.ts";

const COVERAGE = new URL("../../../data/standards/coverage.json", import.meta.url);
const coverage = JSON.parse(readFileSync(COVERAGE, "utf8")) as Coverage;

type Cells = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;
type Row = readonly [pack: string, register: string, cells: Cells, values: Values];

const [H, W, C, Z, T, Q, D, K, S] = [
  ...["hunan-2022", "wuhan-2015", "changchun-chaoyang", "zhenglan-banner", "changzhou-tianning"],
  ...["quzhou-qujiang", "dehua", "kunming-2023", "suzhou-2011"],
] as [string, string, string, string, string, string, string, string, string];

/** A row of each register that records a rule: columns as clerks name them, and what is read. */
const ROWS: Readonly<Record<string, Row | readonly Row[]>> = {
  "HN-10": [H, "visitTally", { 事项: "民情走访", 到户数: "320" }, { duty: "visit", reached: 320 }],
  "HN-11": [
    H,
    "subdistrict",
    { 有专职副书记: "是", 有两新组织综合党委: "是", 有离退休干部党委: "无" },
    { deputySecretary: 1, jointCommittee: 1, retireesCommittee: 0 },
  ],
  "HN-13": [H, "staffing", { 本年参训: "12", 新人有导师: "3" }, { trained: 12, mentored: 3 }],
  "HN-15": [H, "staffing", { 本年新招: "8", 新招中符合条件: "7" }, { hired: 8, hiredFit: 7 }],
  "HN-16": [
    H,
    "staffing",
    { 正职岗位: "10", 副职岗位: "21", 工作人员岗位: "60", 已定等级: "91" },
    { leading: 10, deputy: 21, staff: 60, graded: 91 },
  ],
  "HN-17": [H, "staffing", { 待遇与平均工资之比: "1.02" }, { payRatio: 1.02 }],
  "HN-26": [
    H,
    "grid",
    { 班子有业主单位代表: "有", 班子有楼宇物业代表: "有", 班子有重点企业代表: "无" },
    { ownersInTeam: 1, propertyInTeam: 1, firmsInTeam: 0 },
  ],
  "HN-28": [
    [H, "selfServicePoint", { 名称: "东门自助厅", 类型: "自助设施" }, { kind: "selfService" }],
    [H, "community", { 有一门式服务: "是" }, { oneStop: 1 }],
  ],
  "HN-29": [
    H,
    "dutyList",
    { 清单: "减负", 条数: "12", 修订日期: "2026-01-05" },
    { list: "relief", items: 12, reviewed: "2026-01-05" },
  ],
  "HN-32": [
    H,
    "community",
    { 难点社区: "是", 已派第一书记: "是", 有驻社区工作队: "否" },
    { difficult: 1, firstSecretary: 1, residentTeam: 0 },
  ],
  "HN-33": [
    H,
    "building",
    { 重点类型: "住改商", 排查日期: "2026/5/1" },
    { risk: "converted", inspected: "2026-05-01" },
  ],
  "HN-38": [H, "ownersCommittee", { 交叉任职人数: "2" }, { crossPosts: 2 }],
  "HN-42": [H, "propertyFirm", { 名称: "安居物业", 街道评价: "88" }, { rating: 88 }],
  "HN-44": [H, "station", { 用房来源: "架空层改造" }, { source: "openFloor" }],
  "HN-48": [H, "meeting", { 日期: "2026-06-01", 类型: "议事会" }, { date: "2026-06-01", type: "council" }],
  "HN-49": [H, "fieldOrganisation", { 类型: "楼宇", 有党组织: "有" }, { kind: "building", hasPartyOrg: 1 }],
  "HN-54": [
    H,
    "deployment",
    { 人数: "5", 日期: "2026-07-01", 任务: "防汛" },
    { count: 5, date: "2026-07-01", theme: "防汛" },
  ],
  "HN-55": [
    H,
    "memberUnit",
    { 已签共建协议: "是", 可共享的资源: "会议室" },
    { agreement: 1, resources: "会议室" },
  ],
  "HN-57": [
    H,
    "subdistrict",
    { 已取消招商协税任务: "是", 上级部门直接考核次数: "0" },
    { investmentDropped: 1, directAppraisals: 0 },
  ],
  "HN-58": [H, "staffing", { 县级统一选聘: "80" }, { countyHired: 80 }],
  "HN-59": [H, "socialOrganisation", { 类型: "慈善资源" }, { kind: "charity" }],
  "HN-60": [H, "meeting", { 议题: "加装电梯" }, { topic: "lift" }],
  "HN-61": [H, "demoArea", { 类型: "垃圾分类" }, { kind: "waste" }],
  "HN-64": [H, "staffing", { 本年进事业编或班子的书记: "1" }, { promoted: 1 }],
  "WH-03": [W, "serviceItem", { 社区办结: "否" }, { local: 0 }],
  "WH-08": [
    W,
    "subdistrict",
    { 统一内设机构数: "4", 另设机构数: "2", 党政领导职数: "7" },
    { offices: 4, extraOffices: 2, leaders: 7 },
  ],
  "WH-09": [W, "subdistrict", { 已取消招商和经济指标: "是" }, { investmentDropped: 1 }],
  "WH-10": [W, "dutyList", { 清单: "权力", 已公开: "是" }, { list: "power", published: 1 }],
  "WH-11": [
    W,
    "lawIssue",
    { 责任部门: "城管", 日期: "2026-03-02" },
    { department: "urban", date: "2026-03-02" },
  ],
  "WH-12": [W, "serviceItem", { 提供方式: "购买服务" }, { provider: "bought" }],
  "WH-13": [W, "dutyList", { 清单: "社区减负", 条数: "9" }, { list: "relief", items: 9 }],
  "WH-14": [W, "ownersCommittee", { 主任由谁担任: "社区书记" }, { chair: "secretary" }],
  "WH-15": [
    W,
    "community",
    { 大党委中的业委会党员: "1", 大党委中的物业党员: "2" },
    { ownersInCommittee: 1, propertyInCommittee: 2 },
  ],
  "WH-16": [W, "staffing", { 待遇与平均工资之比: "1" }, { payRatio: 1 }],
  "WH-17": [W, "socialOrganisation", { 类型: "文体活动" }, { kind: "culture" }],
  "WH-20": [W, "subdistrict", { 区财政保障占比: "1" }, { fundedShare: 1 }],
  "CC-01": [C, "district", { 有双组长治理委员会: "是" }, { governanceCommittee: 1 }],
  "CC-10": [
    [C, "memberUnit", { 有共建组织: "是" }, { agreement: 1 }],
    [C, "volunteerTeam", { 名称: "巷新力", 新就业群体组成: "是" }, { newJobs: 1 }],
  ],
  "CC-12": [C, "compound", { 幸福小区: "市级" }, { award: "city" }],
  "CC-14": [C, "staffing", { 正职岗位: "53", 已定岗级: "727" }, { leading: 53, graded: 727 }],
  "ZL-04": [
    Z,
    "centerHousehold",
    { 功能类型: "第三类", 四好达到数: "4", 四强达到数: "4", 六大员职责数: "6" },
    { kind: "kindThree", goods: 4, strengths: 4, duties: 6 },
  ],
  "ZL-08": [
    Z,
    "activity",
    { 类型: "调解", 次数: "100", 日期: "2023-12-31" },
    { kind: "mediation", times: 100, date: "2023-12-31" },
  ],
  "TN-03": [
    [T, "center", { 已完成提升: "是" }, { upgraded: 1 }],
    [T, "facility", { 类型: "小院议事厅" }, { kind: "hall" }],
  ],
  "TN-06": [T, "renewal", { 居民出资占比: "0.3", 补贴占比: "0.7" }, { residentsFunds: 0.3, subsidy: 0.7 }],
  "TN-07": [T, "facility", { 类型: "培训中心", 师资人数: "70" }, { kind: "training", trainers: 70 }],
  "TN-08": [T, "deployment", { 人数: "12", 任务: "双报到" }, { count: 12, theme: "双报到" }],
  "TN-09": [T, "facility", { 类型: "青年 YOUNG 空间" }, { kind: "youth" }],
  "QJ-01": [
    Q,
    "dutyList",
    { 清单: "属地管理", 条数: "67", 涉及部门数: "19" },
    { list: "territorial", items: 67, departments: 19 },
  ],
  "QJ-02": [
    Q,
    "dutyList",
    { 清单: "负面", 条数: "8", 修订日期: "2026-01-01" },
    { list: "barred", items: 8, reviewed: "2026-01-01" },
  ],
  "QJ-06": [Q, "activity", { 类型: "整村经营", 人次: "20" }, { kind: "wholeVillage", people: 20 }],
  "QJ-08": [Q, "grid", { 三色分类: "红" }, { colour: "red" }],
  "QJ-09": [Q, "visitTally", { 清单: "户情", 到户数: "410" }, { list: "household", reached: 410 }],
  "QJ-11": [Q, "serviceItem", { 可网上办: "是", 一证通办: "是" }, { online: 1, oneId: 1 }],
  "QJ-13": [Q, "activity", { 类型: "应急救援", 日期: "2026-02-03" }, { kind: "rescue", date: "2026-02-03" }],
  "QJ-14": [Q, "subdistrict", { 已落实的岗位规范条数: "10", 已赋权数: "4" }, { postRules: 10, powers: 4 }],
  "DH-04": [D, "deployment", { 人数: "46" }, { count: 46 }],
  "DH-06": [
    D,
    "activity",
    { 类型: "微课堂", 每场分钟: "30", 人次: "45" },
    { kind: "lesson", minutes: 30, people: 45 },
  ],
  "DH-07": [D, "disciplineRoom", { 物业收费已公示: "是" }, { feesPublished: 1 }],
  "DH-10": [D, "activity", { 类型: "服务群众", 人次: "38000" }, { kind: "service", people: 38_000 }],
  "KM-08": [K, "staffing", { 党务工作者: "5", 党员: "900" }, { partyStaff: 5, partyMembers: 900 }],
  "KM-14": [
    K,
    "meeting",
    { 议题: "物业", 提出件数: "6", 解决件数: "5" },
    { theme: "物业", raised: 6, solved: 5 },
  ],
  "KM-15": [
    [K, "subdistrict", { 街道品牌: "七彩治理", 已定街道品牌: "是" }, { brand: "七彩治理", hasBrand: 1 }],
    [K, "community", { 社区特色: "四邻和春", 已定社区特色: "是" }, { feature: "四邻和春", hasFeature: 1 }],
  ],
  "SZ-05": [S, "community", { 有四方协调机制: "是" }, { coordination: 1 }],
  "SZ-06": [S, "staffing", { 大学生: "12", 年龄中位数: "40" }, { graduates: 12, medianAge: 40 }],
  "SZ-07": [
    S,
    "staffing",
    { 负责人人均培训天数: "7", 人均培训天数: "5" },
    { headTrainingDays: 7, trainingDays: 5 },
  ],
  "SZ-08": [S, "staffing", { 持证: "30", "45 岁以下": "30" }, { certified: 30, young: 30 }],
  "SZ-09": [
    S,
    "staffing",
    { 待遇与平均工资之比: "1", 书记待遇与平均工资之比: "1.2" },
    { payRatio: 1, secretaryPayRatio: 1.2 },
  ],
  "SZ-10": [S, "serviceItem", { 服务对象: "外来人员" }, { target: "migrants" }],
  "SZ-25": [S, "community", { 指导类别: "因地制宜" }, { class: "adapting" }],
  "SZ-26": [
    S,
    "community",
    { 组织关系在社区的党员: "60", 在职党员: "20", 流动党员: "8" },
    { membersHere: 60, membersWorking: 20, membersFloating: 8 },
  ],
  "SZ-28": [S, "community", { 明确联系领导: "是" }, { contactLeader: 1 }],
};

/** States that a matter of each workflow goes through, from the first to a closed one. */
const WALKS: Readonly<
  Record<string, readonly (readonly [pack: string, kind: string, ...states: string[]])[]>
> = {
  "HN-27": [[H, "event", "collected", "found", "assigned", "handling", "fedBack"]],
  "HN-40": [[H, "order", "ordered", "assigned", "accepted", "done", "rated"]],
  "HN-63": [[H, "task", "open", "underWay", "done"]],
  "WH-11": [[W, "event", "collected", "found", "assigned", "handling", "fedBack"]],
  "CC-11": [
    [C, "sevenSteps", "intake", "dispatch", "command", "supervision", "feedback", "gathering", "analysis"],
  ],
  "ZL-07": [[Z, "herdersLoop", "found", "led", "studied", "answered"]],
  "TN-02": [[T, "departmentOrder", "requested", "ordered", "answered"]],
  "TN-05": [[T, "project", "planned", "underWay", "done"]],
  "QJ-12": [[Q, "order", "ordered", "assigned", "accepted", "done", "rated"]],
  "DH-09": [[D, "whistle", "whistled", "reported", "linked", "closed"]],
  "KM-06": [
    [K, "need", "raised", "claimed", "underWay", "done"],
    [K, "resource", "offered", "inUse", "ended"],
    [K, "project", "planned", "underWay", "done"],
  ],
  "KM-07": [[K, "whistle", "whistled", "reported", "linked", "closed"]],
  "KM-18": [[K, "project", "planned", "underWay", "done"]],
};

/** What the pack's own notes must say. */
const NOTED: Readonly<Record<string, readonly [pack: string, words: RegExp]>> = {
  "HN-56": [H, /22 条/],
  "WH-18": [W, /1\+10.*三年/],
  "KM-18": [K, /三年计划/],
  "SZ-27": [S, /五年/],
};

const PLACES = ["s1", "c1", "g1", "m1"].map((id) => ({ id, name: id }));
const PLACE_OF: Readonly<Record<string, string>> = {
  subdistrict: "s1",
  community: "c1",
  grid: "g1",
  center: "m1",
};

function readRow([pack, id, cells]: Row): RegisterRow {
  const register = readPack(pack).registers!.find((each) => each.id === id)!;
  const all = { 地点: PLACE_OF[register.place] ?? "", ...cells };
  const table = { columns: Object.keys(all), rows: [{ row: 1, cells: all }] };
  const { rows, faults, unused, refused } = rowsOfTable(table, register, PLACES);
  expect({ faults, refused }).toEqual({ faults: [], refused: [] });
  expect(unused.filter((column) => column !== "地点")).toEqual([]);
  expect(checkRows(rows, readPack(pack).registers!, () => 1).faults).toEqual([]);
  return rows[0]!;
}

const isRow = (given: Row | readonly Row[]): given is Row => typeof given[0] === "string";
describe("recorded and displayed rules", () => {
  const rows = Object.entries(ROWS).flatMap(([id, given]) =>
    (isRow(given) ? [given] : given).map((row) => [id, row[1], row] as const),
  );
  it.each(rows)("%s: a row of %s is read as it stands in a table", (id, register, row) => {
    const { numbers, texts, dates } = readRow(row);
    expect({ ...numbers, ...texts, ...dates }).toEqual(row[3]);
    expect(coverage.rules.find((rule) => rule.id === id)?.by).toContain(`register/${register}`);
  });

  const walks = Object.entries(WALKS).flatMap(([id, list]) =>
    list.map((walk) => [id, walk[1], walk] as const),
  );
  it.each(walks)("%s: a matter of kind %s goes through its states to the end", (id, kindId, walk) => {
    const [packId, , first, ...states] = walk;
    const kinds = readPack(packId).matters!;
    const kind = kinds.find((each) => each.id === kindId)!;
    const texts = Object.fromEntries(kind.fields.map((field) => [field.id, "x"]));
    let matter: Matter = {
      ...{ id: "m", kind: kindId, name: "m", placeId: "c1", opened: "2026-01-01", due: null },
      ...{ state: first!, texts, dates: {}, moves: [] },
    };
    expect(kind.states[0]?.id).toBe(first);
    for (const state of states) {
      const moved = moveMatter(matter, kinds, state, "2026-01-02", "post");
      expect(moved).toHaveProperty("matter");
      if ("matter" in moved) matter = moved.matter;
    }
    expect(kind.states.find((state) => state.id === matter.state)?.closed).toBe(true);
    expect(coverage.rules.find((rule) => rule.id === id)?.by).toContain(`matter/${kindId}`);
  });

  it.each(Object.entries(NOTED))("%s: the pack's notes say so", (id, [packId, words]) => {
    const { note, rules } = readPack(packId);
    expect(`${note?.zh} ${rules[0]?.source.document.zh}`).toMatch(words);
    expect(coverage.rules.find((rule) => rule.id === id)?.by).toContain("pack");
  });

  it.each([
    [
      "HN-07",
      () => ["商圈", "楼宇", "市场", "区域性"].map((word) => parseLevel(`${word}党群服务中心`)),
      "area",
    ],
    ["QJ-04", () => [parseKind("社区服务综合体", ""), parseKind("", "大洲综合体")], "complex"],
  ] as const)("%s: centres of the kind are known by what files call them", (_, told, kind) => {
    expect(new Set(told())).toEqual(new Set([kind]));
  });

  it.each(["WH-21"])("%s: the levels are layers", (id) => {
    const layers = coverage.rules.find((rule) => rule.id === id)!.by;
    for (const layer of layers) expect(LAYER_ROLES).toContain(layer.slice("layer/".length));
  });

  it.each(["WH-19"])("%s: a register for hardship or for residents' credit is refused", (id) => {
    const pack = readPack("wuhan-2015");
    for (const name of ["困难户补助", "信用记录"]) {
      const attributes = [{ id: "record", name: { zh: name, en: "Record" }, type: "yes" as const }];
      const register = { id: "aid", name: { zh: "补助", en: "Aid" }, place: "community", attributes };
      const { pack: read, problems } = loadRulePack({ ...pack, registers: [...pack.registers!, register] });
      expect(read).toBeNull();
      expect(problems.map(({ code }) => code)).toEqual(["personal"]);
    }
    expect(coverage.rules.find((rule) => rule.id === id)?.status).toBe("refused");
  });

  it("leaves no register that no rule, system or other register asks for", () => {
    const packs = [...new Set(coverage.rules.map(({ pack }) => pack))].map(readPack);
    const carried = new Set([
      ...coverage.rules.flatMap(({ pack, by }) => by.map((each) => `${pack}/${each}`)),
      ...coverage.systems.flatMap(({ by }) => by),
    ]);
    const stray = packs.flatMap(({ id: pack, rules, registers = [] }) => {
      const asked = JSON.stringify([rules, registers.map(({ place }) => place)]);
      return registers.flatMap(({ id }) =>
        carried.has(`${pack}/register/${id}`) || new RegExp(`"${id}["#.]`).test(asked)
          ? []
          : [`${pack}/${id}`],
      );
    });
    expect(stray).toEqual([]);
  });
});

/** Words that must stand in what carries each system: its rules, registers, kinds of matter, or the pack's notes. */
const SYSTEMS: Readonly<Record<string, RegExp>> = {
  S01: /15 分钟.*一刻钟/s,
  S02: /街道中心.*社区中心.*小区站/s,
  S03: /党群服务中心/,
  S04: /网格.*300.*500/s,
  S05: /微网格/,
  S06: /一张网/,
  S07: /网格事件/,
  S08: /商圈网格/,
  S09: /民警/,
  S10: /走访统计.*党员联系.*民情走访.*政策落实.*就业对接.*精准服务/s,
  S11: /六好/,
  S12: /点单派单/,
  S13: /清单/,
  S14: /三块/,
  S15: /大工委/,
  S16: /大党委/,
  S17: /联席会/,
  S18: /联系领导.*现场办公/s,
  S19: /意见/,
  S20: /快递网点.*驿站/s,
  S21: /村改社区.*安置/s,
  S22: /六有/,
  S23: /1\+10/,
  S24: /内设机构/,
  S25: /执法进小区/,
  S26: /晨晚练点.*八成.*体育场地/s,
  S27: /政务服务中心.*综合服务窗口/s,
  S28: /提供方式/,
  S29: /社会组织/,
  S30: /五化赋能/,
  S31: /三级包保/,
  S32: /五级.*单元/s,
  S33: /AB 岗.*平时.*急时/s,
  S34: /四级阵地.*网格阵地/s,
  S35: /一核多点/,
  S36: /下沉/,
  S37: /七步/,
  S38: /幸福小区/,
  S39: /食堂/,
  S40: /岗级/,
  S41: /党员中心户/,
  S42: /四岗一肩挑/,
  S43: /三定三问一反馈/,
  S44: /四好.*四强.*六大员/s,
  S45: /党小组/,
  S46: /点单下单响应/,
  S47: /提升/,
  S48: /红色驿站.*小哥食堂/s,
  S49: /项目/,
  S50: /居民出资.*补贴/s,
  S51: /三色.*清单/s,
  S52: /属地管理.*负面/s,
  S53: /半年/,
  S54: /软村.*乱村.*弱村.*穷村/s,
  S55: /三级议事/,
  S56: /综合体/,
  S57: /一证通办/,
  S58: /四自”强基/,
  S59: /邻里中心/,
  S60: /随手拍/,
  S61: /楼栋长.*单元长/s,
  S62: /近邻纪检/,
  S63: /民声半月谈/,
  S64: /双整双化/,
  S65: /网格.*街道.*业委会/s,
  S66: /提级召集/,
  S67: /需求.*资源.*项目/s,
  S68: /吹哨报到/,
  S69: /四级网格一支部.*九成/s,
  S70: /驿站/,
  S71: /街道品牌.*社区特色/s,
  S72: /物业.*示范点/s,
  S73: /总支.*党委/s,
  S74: /一区多居/,
  S75: /3%.*0\.5%.*三分之一/s,
  S76: /20 元.*150 元.*1\.5 万.*三成/s,
  S77: /党员责任区/,
  S78: /协调机制.*一站式/s,
  S79: /指导类别/,
};

/** What a layer shows, as users call it. */
const LAYER_WORDS: Readonly<Record<string, string>> = { centers: "党群服务中心 区域性 综合体" };

function wordsOf(carrier: string): string {
  const [packId = "", kind = "", id = ""] = carrier.split("/");
  const { name, note, rules, registers = [], matters = [] }: RulePack = readPack(packId);
  if (kind === "pack") return [name.zh, note?.zh, ...rules.map(({ source }) => source.document.zh)].join(" ");
  if (kind === "layer") return LAYER_WORDS[id] ?? "";
  const list = kind === "register" ? registers : kind === "matter" ? matters : rules;
  const found = list.find((each) => each.id === (id === "" ? kind : id));
  expect(found, carrier).toBeDefined();
  return JSON.stringify(found);
}

describe("named systems", () => {
  it.each(coverage.systems.map((system) => [system.id, system.name.zh, system] as const))(
    "%s %s is carried by what speaks of it",
    (id, _, { by }) => {
      expect(by.length).toBeGreaterThan(0);
      expect(by.map(wordsOf).join("\n")).toMatch(SYSTEMS[id]!);
    },
  );
});
