// A project file is printed as it stands: the option last worked on with its own grids, drawn paths, meeting and revision,
// the others beside it.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { writeProjectArchive } from "../../src/core/formats/index.ts";
import {
  type ChangeEntry,
  EDITS,
  type EditInputs,
  openHistory,
  openPlan,
  record,
} from "../../src/core/model/index.ts";
import { openTown, type Town } from "../helpers/report-town.ts";
import { smallProject } from "../helpers/small-project.ts";
import { runCli } from "./run-cli.ts";

let town: Town;
let project: Uint8Array;

type Edit = { readonly [C in keyof EditInputs]: readonly [C, EditInputs[C]] }[keyof EditInputs];

/** A centre, two grids over the first community, a need with the project that answers it, a meeting that decided. */
const MATTER = { state: "confirmed", opened: "2026-10-01", dates: {}, moves: [] };
const ACTS: readonly Edit[] = [
  [
    "center.add",
    { id: "new", name: "=新建中心", level: "community", lon: 112.92, lat: 28.204, floorArea: 500 },
  ],
  [
    "grid.assign",
    {
      level: "grid",
      rows: [0, 1, 2],
      gridId: "g1",
      create: { id: "g1", name: "一号网格", code: "990101001", communityId: "C0" },
    },
  ],
  [
    "grid.assign",
    {
      level: "grid",
      rows: [3, 4, 5],
      gridId: "g2",
      create: { id: "g2", name: "二号网格", code: "990101002", communityId: "C0" },
    },
  ],
  [
    "matter.add",
    {
      matters: [
        { ...MATTER, id: "n", kind: "need", name: "加装扶手", placeId: "C1", due: "2026-12-01", texts: {} },
        {
          ...MATTER,
          ...{ id: "p", kind: "project", name: "扶手工程", placeId: "gone", due: null },
          ...{ texts: { owner: "住建局" }, answers: ["n"] },
        },
      ],
    },
  ],
  [
    "register.add",
    {
      rows: [
        {
          ...{ id: "k", kind: "courierOutlet", name: "桂花快递点", placeId: null },
          ...{ position: [112.904, 28.204], numbers: {}, texts: {}, dates: {} },
        },
      ],
    },
  ],
  [
    "meeting.add",
    {
      id: "m",
      name: "第三次联席会议",
      date: "2026-11-20",
      chair: "区委常委",
      chairLevel: "district",
      opinions: [{ from: "桂花街道", text: "同意" }],
      decisions: [{ text: "先建东区", owner: "区委组织部", due: "2027-01-31", state: "decided" }],
    },
  ],
];

beforeAll(async () => {
  town = await openTown({ names: ["桂花社区", "枫林社区", "东湖社区"] });
  let history = openHistory(openPlan(town.baseline));
  for (const [label, input] of ACTS) {
    const patch = (EDITS[label] as (plan: typeof history.plan, input: unknown) => object)(
      history.plan,
      input,
    );
    expect(patch, label).not.toHaveProperty("refusal");
    history = record(history, { label, patch, figures: {}, note: "", time: "" } as ChangeEntry);
  }
  const edits = history.past.map(({ entry }) => entry);
  project = await writeProjectArchive(
    smallProject({
      baseline: town.baseline,
      options: [
        { id: "A", name: "现状", edits: [] },
        { id: "B", name: "方案A", edits },
      ],
      currentOption: "B",
      settings: { walk: { minutes: 15, speed: 1 }, packId: "hunan-2022" },
    }),
  );
});

async function workbook(...more: readonly string[]): Promise<ReadonlyMap<string, Sheet>> {
  let bytes: Uint8Array = new Uint8Array();
  const argv = [
    "report",
    "work.quandian",
    "--format",
    "xlsx",
    "--pages",
    "pack",
    "--out",
    "out.xlsx",
    ...more,
  ];
  const { code, error } = await runCli(argv, { "work.quandian": project }, (folder) => {
    if (existsSync(join(folder, "out.xlsx"))) bytes = readFileSync(join(folder, "out.xlsx"));
  });
  expect({ code, error }).toEqual({ code: 0, error: "" });
  const { sheets } = await readXlsx(bytes);
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

describe("report of a project file", () => {
  it("has the option last worked on, the others beside it, each with its revision", async () => {
    const sheets = await workbook();
    const options = sheets.get("方案比较")!.rows;
    expect(options.slice(1).map((row) => row.slice(0, 3))).toEqual([
      ["方案A", ACTS.length, town.baseline.centers.length + 1],
      ["现状", 0, town.baseline.centers.length],
    ]);
    expect(sheets.get("来源与口径")!.rows.flat()).toContain(`方案“方案A”第 ${ACTS.length} 版`);
    expect(sheets.get("党群服务中心一览表")!.rows.at(-1)!.slice(0, 2)).toEqual(["new", "'=新建中心"]);
  });

  it("has the plan's own grids with their households", async () => {
    const [, ...rows] = (await workbook()).get("网格一览表")!.rows;
    expect(rows.map((row) => [row[0], row[1], row[2], row[5], row[7]])).toEqual([
      ["990101001", "一号网格", "桂花社区", 180, "一般网格"],
      ["990101002", "二号网格", "桂花社区", 180, "一般网格"],
    ]);
  });

  it("has the meeting: lists with places, states and matches, opinions, decisions", async () => {
    const sheets = await workbook();
    const [, need, work] = sheets.get("三张清单")!.rows;
    expect(need!.slice(0, 3)).toEqual(["需求清单", "加装扶手", "枫林社区"]);
    expect(work!.slice(0, 4)).toEqual(["项目清单", "扶手工程", "gone", "住建局"]);
    expect(work).toContain("加装扶手");
    const decided = sheets.get("意见与决议")!.rows.flat();
    for (const part of ["同意", "桂花街道", "先建东区", "区委组织部", "2027-01-31", "已议定"])
      expect(decided).toContain(part);
  });

  it("counts the option's own registers, and no other's", async () => {
    const aboutOutlets = async (...more: readonly string[]) =>
      (await workbook(...more)).get("全部结论")!.rows.filter((row) => row.includes("桂花快递点"));
    const own = await aboutOutlets();
    expect(own.map((row) => [row[3], row[6]])).toContainEqual(["HN-50", "达标"]);
    expect(await aboutOutlets("--option", "现状")).toEqual([]);
  });

  it("has another option when it is asked for, and says which there are", async () => {
    const options = (await workbook("--option", "现状")).get("方案比较")!.rows;
    expect(options.slice(1).map(([name]) => name)).toEqual(["现状", "方案A"]);
    const { code, error } = await runCli(["report", "work.quandian", "--option", "方案Z", "--out", "x.pdf"], {
      "work.quandian": project,
    });
    expect(code).toBe(2);
    expect(error).toMatch(/“方案Z”.*现状, 方案A/);
  });

  it("is refused in a sentence when the file is cut off or not there", async () => {
    const cut = project.subarray(0, project.length - 200);
    for (const [name, files] of [
      ["cut.quandian", { "cut.quandian": cut }],
      ["none.quandian", {}],
    ] as const) {
      const { code, error } = await runCli(["report", name, "--out", "x.pdf"], files);
      expect(code).toBe(3);
      expect(error).toContain(name);
    }
  });

  it("says that the printed font is missing: no PDF, pictures in the machine's own letters", async () => {
    const readFonts = (): never => {
      throw Object.assign(new Error("no such file"), { code: "ENOENT" });
    };
    const print = async (format: string) => {
      let names: string[] = [];
      const argv = ["report", "work.quandian", "--format", format, "--only", "C0", "--out", `x.${format}`];
      const look = (folder: string): void => {
        names = readdirSync(folder).filter((name) => name !== "work.quandian");
      };
      const run = await runCli(argv, { "work.quandian": project }, look, { readFonts });
      return { ...run, names };
    };
    const pdf = await print("pdf");
    expect([pdf.code, pdf.names]).toEqual([2, []]);
    expect(pdf.error).toContain("没有找到印刷字体");
    const docx = await print("docx");
    expect([docx.code, docx.names]).toEqual([0, ["x.docx"]]);
    expect(docx.error).toContain("改用本机字体");
    const svg = await print("svg");
    expect([svg.code, svg.error]).toEqual([0, ""]);
    expect(svg.names.length).toBeGreaterThan(1);
  });

  it("leaves nothing behind when it is stopped half-way", async () => {
    const left: string[] = [];
    let stop = (): void => undefined;
    const argv = ["report", "work.quandian", "--format", "png", "--pages", "pack", "--out", "x.png"];
    const { code } = await runCli(["--help"], { "work.quandian": project });
    expect(code).toBe(0);
    const { mkdtempSync, rmSync, writeFileSync } = await import("node:fs");
    const { tmpdir } = await import("node:os");
    const folder = mkdtempSync(join(tmpdir(), "quandian-"));
    writeFileSync(join(folder, "work.quandian"), project);
    let said = "";
    const ended = await main(argv, {
      folder,
      terminal: true,
      out: () => undefined,
      error: (text) => {
        said += text;
        if (/写|输出|[Ww]rit/.test(text)) stop();
      },
      onInterrupt: (stopped) => {
        stop = stopped;
        return () => left.push("listening ended");
      },
    });
    expect(ended).toBe(130);
    expect(said).toContain("已停止");
    expect(readdirSync(folder)).toEqual(["work.quandian"]);
    expect(existsSync(join(folder, "x.png"))).toBe(false);
    expect(left).toEqual(["listening ended"]);
    rmSync(folder, { recursive: true });
  });
});
