// Every code has a word and every metric × verdict a sentence, in each language, with no hole in it.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  assess,
  EVIDENCE_NAMES,
  FIGURE_UNITS,
  type Finding,
  FLAGS,
  MISSING_DATA,
  PLACE_KINDS,
  VERDICTS,
} from "../../src/core/assess/index.ts";
import { FORCES, loadRulePack, METRIC_IDS } from "../../src/core/standards/index.ts";
import { formatFigure } from "../../src/messages/figures.ts";
import {
  evidenceLabel,
  findingSentence,
  flagLabel,
  forceLabel,
  metricLabel,
  placeKindLabel,
  silenceLabel,
  verdictLabel,
} from "../../src/messages/findings.ts";
import { LANGUAGES } from "../../src/messages/language.ts";
import { ACCESS, AREA, buildPlan, type PlanSpec, packOf } from "../helpers/plan-builder.ts";

const SIZE = packOf({
  id: "G",
  metric: "grid.households",
  comparison: "between",
  value: [300, 500],
  unit: "households",
});
const COUNT = packOf({
  id: "N",
  metric: "community.gridCount",
  comparison: "between",
  value: [300, 500],
  unit: "households",
});
const first = (spec: PlanSpec, pack = AREA): Finding => assess(buildPlan(spec, pack)).findings[0]!;
const home = (households: number | null, metres = 100) => ({
  households,
  community: "x",
  grid: "g",
  metres: { a: metres },
});
const center = (floorArea: number | null) => ({ id: "a", community: "x", floorArea });

describe("finding sentences", () => {
  it("say the shortfall, the second view, the clause and the files", () => {
    const finding = first({ residences: [home(2340)], centers: [center(410)] });
    expect(findingSentence(finding, "zh-CN", AREA.rules[0])).toBe(
      "服务 2,340 户，现有 410 ㎡，应有 702 ㎡，缺 292 ㎡。按就近分配 2,340 户，应有 702 ㎡。依据《办法》第二条。数据：homes.geojson、centres.csv。",
    );
    expect(findingSentence(finding, "en")).toBe(
      "Serves 2,340 households, has 410 m², needs 702 m², short 292 m². By nearest centre: 2,340 households, needing 702 m². Data: homes.geojson, centres.csv.",
    );
  });

  it.each([
    [first({ residences: [home(2000)] }), "辖 2,000 户，没有社区党群服务中心，应有 600 ㎡，缺 600 ㎡。"],
    [
      first({ residences: [home(2000), home(null)], centers: [center(410)] }),
      "服务至少 2,000 户（另有 1 处住宅户数不详），现有 410 ㎡，应有 600 ㎡，缺 190 ㎡。",
    ],
    [
      first({ residences: [home(2000)], centers: [center(null)] }),
      "中心面积不详（应有 600 ㎡），所以无法判断。",
    ],
    [first({ residences: [home(0)], centers: [center(410)] }), "没有户数的数据；现有 410 ㎡，所以无法判断。"],
    [
      first({ residences: [home(2000), home(240, 1281)], centers: [center(1)] }, ACCESS),
      "2,240 户中 240 户步行 15 分钟内到不了任何中心，可达率 89.2%，最远 21.4 分钟；步速 1.0 米/秒。",
    ],
    [
      first({ residences: [home(2000), { ...home(35), linked: false }], centers: [center(1)] }, ACCESS),
      "35 户未接入步行网络；已知 2,035 户中 2,000 户步行 15 分钟内可达，所以无法判断。",
    ],
    [
      first({ residences: [home(560)] }, COUNT),
      "560 户无法划成每格 300 至 500 户的网格（现有 1 个），只能取最接近的分法。",
    ],
    [first({ residences: [home(3000)] }, COUNT), "3,000 户划为 1 个网格，应为 6 至 10 个，相差 5 个。"],
    [first({ residences: [home(501)] }, SIZE), "本网格 501 户，要求 300 至 500 户，超出 1 户。"],
  ])("case %#", (finding, sentence) => {
    expect(findingSentence(finding, "zh-CN").startsWith(sentence)).toBe(true);
  });

  /** All the states of data a finding can be in; each metric and verdict must come up. */
  it("exist for every metric and verdict, without a hole", () => {
    const packs = ["hunan-2022", "national"].map((name) => {
      const text = readFileSync(new URL(`../../data/standards/${name}.json`, import.meta.url), "utf8");
      return loadRulePack(JSON.parse(text)).pack!;
    });
    const seen = new Set<string>();
    for (const pack of packs) {
      for (const spec of states()) {
        for (const finding of assess(buildPlan(spec, pack)).findings) {
          seen.add(`${finding.metric} ${finding.verdict}`);
          const rule = pack.rules.find(({ id }) => id === finding.ruleId)!;
          for (const language of LANGUAGES) {
            const sentence = findingSentence(finding, language, rule);
            expect(sentence).not.toMatch(/undefined|NaN|null|Infinity|\[object| {2}/);
            expect(sentence).toMatch(language === "en" ? /^[A-Z0-9].*\.$/ : /。$/);
            if (language === "en") expect(sentence.replace(/Data:.*/, "")).not.toMatch(/[\u4e00-\u9fff]/);
          }
        }
      }
    }
    // The metrics of registers are seen in tests/core/assess/packs.test.ts, with a sample of their own.
    const layers = METRIC_IDS.slice(0, 9);
    const all = layers.flatMap((metric) => VERDICTS.map((verdict) => `${metric} ${verdict}`));
    expect([...seen].filter((key) => all.includes(key)).sort()).toEqual(all.sort());
  });
});

function* states(): Generator<PlanSpec> {
  for (const households of [0, 150, 400, 560, 2000, 3400, null]) {
    for (const floorArea of [10, 900, null]) {
      for (const metres of [100, 2000]) {
        for (const linked of [true, false]) {
          const residence = { ...home(households, metres), compound: "花园", linked };
          const level = floorArea === 10 ? "subdistrict" : "community";
          yield {
            residences: [residence, { ...residence, grid: "h" }],
            centers: [
              { ...center(floorArea), kind: "complex" },
              { id: "d", level, floorArea: floorArea === 900 ? 1200 : floorArea },
              {
                id: "e",
                level: "subdistrict",
                floorArea: floorArea === 900 ? 1200 : floorArea,
                community: "x",
                linked,
              },
            ],
            grids: [
              {
                id: "g",
                numbers:
                  floorArea === null
                    ? {}
                    : { partyOrgs: floorArea === 10 ? 0 : 1, gridWorkers: floorArea === 10 ? 0 : 1 },
              },
            ],
          };
        }
      }
    }
  }
}

describe("figures", () => {
  it.each([
    [2340, "households", "2,340 户", "2,340 households"],
    [1, "households", "1 户", "1 household"],
    [999.9, "m2", "999.9 ㎡", "999.9 m²"],
    [30, "m2/100hh", "每百户 30 ㎡", "30 m² per 100 households"],
    [0.9997, "ratio", "99.9%", "99.9%"],
    [0.897, "ratio", "89.7%", "89.7%"],
    [1, "ratio", "100%", "100%"],
    [901 / 60, "minutes", "15.1 分钟", "15.1 minutes"],
    [15, "minutes", "15 分钟", "15 minutes"],
    [1, "mps", "1.0 米/秒", "1.0 m/s"],
    [12345, "count", "12,345", "12,345"],
    [null, "m2", "未知", "unknown"],
  ] as const)("%s %s", (value, unit, chinese, english) => {
    expect(formatFigure(value, unit, "zh-CN")).toBe(chinese);
    expect(formatFigure(value, unit, "en")).toBe(english);
  });
});

describe("labels", () => {
  it.each(LANGUAGES)("name every code in %s, each differently", (language) => {
    const groups = [
      FLAGS.map((flag) => flagLabel(flag, language)),
      VERDICTS.map((verdict) => verdictLabel(verdict, language)),
      METRIC_IDS.map((metric) => metricLabel(metric, language)),
      FORCES.map((force) => forceLabel(force, language)),
      PLACE_KINDS.map((kind) => placeKindLabel(kind, language)),
      EVIDENCE_NAMES.map((name) => evidenceLabel(name, language)),
      MISSING_DATA.map((missing) => silenceLabel(missing, language)),
      FIGURE_UNITS.map((unit) => formatFigure(2, unit, language)),
    ];
    for (const names of groups.slice(0, -1)) {
      expect(new Set(names).size).toBe(names.length);
    }
    for (const name of groups.flat()) expect(name.trim()).not.toBe("");
  });
});
