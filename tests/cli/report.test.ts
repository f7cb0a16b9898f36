import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const DEMO = join(import.meta.dirname, "../../data/demo");

describe("quandian report", () => {
  it("writes an atlas of the communities asked for as one PDF", async () => {
    let pdf = "";
    const argv = [
      "report",
      DEMO,
      "--only",
      "990101001001,990101001004",
      "--date",
      "2026-11-22",
      "--out",
      "a/atlas.pdf",
    ];
    const { code, out, error } = await runCli(argv, {}, (folder) => {
      pdf = readFileSync(join(folder, "a/atlas.pdf"), "latin1");
    });
    expect({ code, out }).toEqual({ code: 0, out: "已写出 4 页：atlas.pdf\n" });
    expect(error).toBe("");
    expect(pdf.startsWith("%PDF-1.7")).toBe(true);
    expect(pdf).toContain("/Count 4");
  });

  it("writes a file a page, in a folder that is there or beside a name", async () => {
    let names: string[] = [];
    const argv = [
      "report",
      DEMO,
      "--only",
      "990101001001",
      "--format",
      "svg",
      "--paper",
      "A3",
      "--lang",
      "en",
    ];
    const { code, out } = await runCli([...argv, "--out", "."], {}, (folder) => {
      names = readdirSync(folder);
    });
    expect(code).toBe(0);
    expect(names.sort()).toEqual(["atlas-1.svg", "atlas-2.svg", "atlas-3.svg"]);
    expect(out).toBe("3 pages written: atlas-1.svg and so on, 3 files\n");
  });

  it("warns of a public map without a number, and of a large set at a large scale", async () => {
    const argv = [
      "report",
      DEMO,
      "--only",
      "990101001001",
      "--scale",
      "1:2000",
      "--public",
      "--format",
      "svg",
    ];
    const { code, error } = await runCli([...argv, "--out", "x.svg"], {});
    expect(code).toBe(0);
    expect(error).toContain("超过 25 平方千米");
    expect(error).toContain("审图号");
  });

  it("takes the format from the ending, packs pictures into a zip, and leaves any other ending to the name", async () => {
    const found: Record<string, Uint8Array> = {};
    const look = (folder: string): void => {
      for (const name of readdirSync(folder)) found[name] = readFileSync(join(folder, name));
    };
    const only = [DEMO, "--only", "990101001001"];
    for (const more of [
      ["--out", "a.XLSX"],
      ["--out", "三季度.v2"],
      ["--format", "svg", "--out", "b.zip"],
    ]) {
      expect((await runCli(["report", ...only, ...more], {}, look)).code).toBe(0);
    }
    expect(Object.keys(found).sort()).toEqual(["a.XLSX", "b.zip", "三季度.v2.pdf"]);
    expect([...found["a.XLSX"]!.subarray(0, 2)]).toEqual([0x50, 0x4b]);
    expect(new TextDecoder().decode(found["三季度.v2.pdf"]!.subarray(0, 5))).toBe("%PDF-");
    const members = Object.entries(unzipSync(found["b.zip"]!));
    expect(members[0]![0]).toMatch(/^b-\d+\.svg$/);
    for (const [, bytes] of members) expect(new TextDecoder().decode(bytes)).toContain("<svg");
  });

  it("tells wrong arguments in a sentence, before anything is computed", async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[DEMO], /--out/],
      [[DEMO, "--out", "x.pdf", "--format", "doc"], /pdf, png, svg, pptx, docx, xlsx, html/],
      [[DEMO, "--out", "x.pdf", "--pages", "all"], /atlas, pack, grids/],
      [[DEMO, "--out", "x.pdf", "--paper", "B5"], /A4, A3, 8K, 16:9/],
      [[DEMO, "--out", "x.pdf", "--scale", "big"], /--scale 2000/],
      [[DEMO, "--out", "x.pdf", "--date", "today"], /2026-10-31/],
      [[DEMO, "--out"], /--out/],
      [[DEMO, "--out", "x.pptx", "--format", "pdf"], /“.pptx”与格式 pdf 不符/],
      [[DEMO, "--out", "x.zip"], /“.zip”与格式 pdf 不符/],
      [[DEMO, "--out", "x.pdf", "--only", "1"], /“1”/],
      [[DEMO, "--out", "x.pdf", "--odd"], /--odd/],
      [["--out", "x.pdf"], /./],
    ];
    for (const [argv, expected] of cases) {
      const { code, error } = await runCli(["report", ...argv], {});
      expect({ argv, code }).toEqual({ argv, code: 2 });
      expect(error).toMatch(expected);
    }
  });

  it("says how it is used", async () => {
    const { code, out } = await runCli(["report", "--help", "--lang", "en"], {});
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("pptx, docx, xlsx, or html");
  });
});
