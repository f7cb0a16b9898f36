// Project files: what is written is read back bit for bit; what is not whole, not ours, newer or too large is
// refused with a code; every older version still opens.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  type ArchiveRead,
  isProjectArchive,
  PROJECT_EXTENSION,
  PROJECT_VERSION,
  readProjectArchive,
  writeProjectArchive,
} from "../../../../src/core/formats/index.ts";
import { MIGRATIONS } from "../../../../src/core/formats/project-archive/migrations/migrate-project.ts";
import { editsOf, NO_POINTS, noAreas, openHistory, openPlan } from "../../../../src/core/model/index.ts";
import { issueSentence } from "../../../../src/messages/issues.ts";
import { anyProject, netProject, smallProject } from "../../../helpers/small-project.ts";

const FILE = `星河区${PROJECT_EXTENSION}`;
const FIXTURES = fileURLToPath(new URL("../../../fixtures/projects/", import.meta.url));
const fixture = (version: number) => new Uint8Array(readFileSync(`${FIXTURES}version-${version}.quandian`));

const codeOf = (read: ArchiveRead) => ("refusal" in read ? read.refusal.code : "read");
const projectOf = (read: ArchiveRead) => {
  if ("refusal" in read) throw new Error(issueSentence(read.refusal, "en"));
  return read.project;
};

/** The archive with members replaced; null = left out. */
function tamper(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | Uint8Array | null>>,
): Uint8Array {
  const members: Record<string, Uint8Array> = unzipSync(bytes);
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) delete members[name];
    else members[name] = typeof content === "string" ? new TextEncoder().encode(content) : content;
  }
  return zipSync(members);
}

describe("a project file", () => {
  it("gives back what was written, columns bit for bit", async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (project) => {
        const read = await readProjectArchive(FILE, await writeProjectArchive(project));
        expect(projectOf(read)).toStrictEqual(project);
        const bits = ({ households }: { households: Float64Array }) =>
          new BigUint64Array(households.slice().buffer);
        expect(bits(projectOf(read).baseline.residences)).toEqual(bits(project.baseline.residences));
      }),
    );
  });

  it("is the same for the same project, and recognised by its first bytes", async () => {
    const bytes = await writeProjectArchive(smallProject());
    expect(await writeProjectArchive(smallProject())).toEqual(bytes);
    expect(isProjectArchive(bytes)).toBe(true);
    expect(isProjectArchive(zipSync({ "layer.shp": new Uint8Array(9) }))).toBe(false);
    expect(isProjectArchive(new Uint8Array(3))).toBe(false);
  });

  it("says in its manifest what it is and where its layers come from", async () => {
    const members = unzipSync(await writeProjectArchive(smallProject()));
    expect(Object.keys(members)[0]).toBe("manifest.json");
    expect(JSON.parse(new TextDecoder().decode(members["manifest.json"]))).toMatchObject({
      format: "quandian-project",
      version: PROJECT_VERSION,
      savedAt: "2026-03-02T17:30:00Z",
      sources: [{ role: "residences", file: "楼栋.shp", datum: "EPSG:4547" }],
    });
    expect(members["columns/baseline.residences.households.f64"]).toHaveLength(16);
  });

  it("keeps members it does not know, and writes them again", async () => {
    const bytes = tamper(await writeProjectArchive(smallProject()), { "notes/minutes.txt": "联席会议" });
    const project = projectOf(await readProjectArchive(FILE, bytes));
    expect(Object.keys(project.extra)).toEqual(["notes/minutes.txt"]);
    expect(projectOf(await readProjectArchive(FILE, await writeProjectArchive(project)))).toStrictEqual(
      project,
    );
  });
});

describe("a file that is not a sound project", () => {
  it("is refused wherever it is cut off", async () => {
    const bytes = await writeProjectArchive(smallProject());
    for (let length = 4; length < bytes.length; length += 97) {
      expect(codeOf(await readProjectArchive(FILE, bytes.subarray(0, length)))).toBe("archive.truncated");
    }
    expect(codeOf(await readProjectArchive(FILE, bytes.subarray(0, bytes.length - 1)))).toBe(
      "archive.truncated",
    );
    expect(codeOf(await readProjectArchive(FILE, bytes.subarray(0, 2)))).toBe("archive.notProject");
  });

  it("is never read as another project when any bit of it flips", async () => {
    const project = smallProject();
    const bytes = await writeProjectArchive(project);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const flipped = bytes.slice();
        flipped[at]! ^= 1 << bit;
        const read = await readProjectArchive(FILE, flipped);
        if ("project" in read) expect(read.project).toStrictEqual(project);
      }),
      { numRuns: 1500 },
    );
  });

  it("is refused when it was never one", async () => {
    const zips = [zipSync({ "a.shp": new Uint8Array(5) }), zipSync({ "manifest.json": new Uint8Array(5) })];
    const others = ["", "{}", "PK", "%PDF-1.7"].map((text) => new TextEncoder().encode(text));
    for (const bytes of [...zips, ...others]) {
      expect(codeOf(await readProjectArchive(FILE, bytes))).toBe("archive.notProject");
    }
  });

  it("is refused when it is newer, with both versions", async () => {
    const manifest = { format: "quandian-project", version: PROJECT_VERSION + 5, appVersion: "9.0" };
    const bytes = tamper(await writeProjectArchive(smallProject()), {
      "manifest.json": JSON.stringify(manifest),
    });
    const read = await readProjectArchive(FILE, bytes);
    expect(read).toEqual({
      refusal: {
        code: "archive.newer",
        severity: "error",
        file: FILE,
        values: { version: PROJECT_VERSION + 5, known: PROJECT_VERSION, program: "9.0" },
      },
    });
  });

  it("is refused before it is unpacked when it would be too large", async () => {
    const bytes = await writeProjectArchive(smallProject());
    expect(codeOf(await readProjectArchive(FILE, bytes, { total: 999, ratio: 200, ratioFrom: 1e9 }))).toBe(
      "archive.tooLarge",
    );
    const bomb = tamper(bytes, { "zeros.bin": new Uint8Array(70_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(codeOf(await readProjectArchive(FILE, bomb))).toBe("archive.tooLarge");
  });

  it("is refused when its parts do not fit each other, with the place", async () => {
    const bytes = await writeProjectArchive(smallProject());
    const text = (name: string) => new TextDecoder().decode(unzipSync(bytes)[name]);
    const cases: [string, string | Uint8Array | null, string][] = [
      ["columns/baseline.residences.xy.f64", new Uint8Array(8), "baseline.residences"],
      ["columns/baseline.residences.xy.f64", null, "columns/baseline.residences.xy.f64"],
      ["columns/baseline.network.lines.offsets.u32", new Uint8Array(8), "baseline.network.lines"],
      [
        "columns/baseline.water.ringOffsets.u32",
        new Uint8Array(7),
        "columns/baseline.water.ringOffsets.u32 of 7 bytes is no column",
      ],
      ["baseline.json", "[", "baseline.json"],
      ["baseline.json", null, "baseline"],
      [
        "baseline.json",
        text("baseline.json").replace('"level":"community"', '"level":"palace"'),
        "baseline.centers.0.level",
      ],
      ["options.json", "[]", "options"],
      ["options.json", text("options.json").replace('"id":"B"', '"id":"A"'), "currentOption"],
    ];
    for (const [member, content, path] of cases) {
      const read = await readProjectArchive(FILE, tamper(bytes, { [member]: content }));
      expect(read).toMatchObject({ refusal: { code: "archive.invalid", values: { path } } });
    }
    const broken = text("options.json").replace('"lon":112,', '"lon":112.5,');
    expect(await readProjectArchive(FILE, tamper(bytes, { "options.json": broken }))).toMatchObject({
      refusal: { code: "archive.brokenEdit", values: { option: "方案A", number: 1 } },
    });
  });
});

describe("older versions", () => {
  it("all have a migration and a file that opens", async () => {
    expect(MIGRATIONS).toHaveLength(PROJECT_VERSION - 1);
    for (let version = 1; version <= PROJECT_VERSION; version++) {
      const read = await readProjectArchive(FILE, fixture(version));
      expect(read).toMatchObject({ version, project: { name: "星河区十五分钟服务圈" } });
    }
  });

  it("1: the one plan becomes the first option, with its change record", async () => {
    const { options, currentOption, baseline } = projectOf(await readProjectArchive(FILE, fixture(1)));
    expect(currentOption).toBe("A");
    expect(options.map(({ id }) => id)).toEqual(["A"]);
    const history = openHistory(openPlan(baseline), options[0]!);
    expect(editsOf(history).map(({ label }) => label)).toEqual([
      "center.move",
      "center.add",
      "center.remove",
    ]);
    expect(history.plan.centers.map(({ id, lon }) => [id, lon])).toEqual([
      ["c0", 113],
      ["c2", 112.02],
      ["new-1", 112],
    ]);
  });

  it("2: gets the layers it did not have, empty; its edits stay", async () => {
    const { baseline, ...rest } = smallProject();
    const layers = {
      candidates: [],
      departmentNets: [],
      transit: NO_POINTS,
      exercise: NO_POINTS,
      renewal: noAreas("renewal"),
    };
    expect(projectOf(await readProjectArchive(FILE, fixture(2)))).toStrictEqual({
      ...rest,
      baseline: { ...baseline, ...layers },
    });
  });

  it("3: is what is written today, every collection of a plan in it", async () => {
    expect(projectOf(await readProjectArchive(FILE, fixture(3)))).toStrictEqual(netProject());
  });
});
