import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { uncontrolled } from "../../../../src/core/base/index.ts";
import { canBeRead } from "../../../../src/core/formats/read-tables.ts";
import { groupFiles } from "../../../../src/core/formats/unpack/group-files.ts";
import { unpackFiles } from "../../../../src/core/formats/unpack/unpack-files.ts";
import { encodeAs } from "../encodings.ts";
import { bytesOf, decode } from "../fixtures.ts";
import type { Entry } from "./write-zip.ts";
import { zipBytes } from "./write-zip.ts";

const TEXT = bytesOf("a,b\n1,2\n");
const context = { decode, libraries: {}, control: uncontrolled };

async function unpack(name: string, bytes: Uint8Array) {
  const { files, issues } = await unpackFiles([{ name, bytes }], canBeRead, context);
  return { names: files.map((file) => file.name), files, codes: issues.map(({ code }) => code), issues };
}
const zip = (...entries: Entry[]): Uint8Array => zipBytes(entries);
const nest = (depth: number): Uint8Array => {
  let bytes = zip({ name: "a.csv", bytes: TEXT });
  for (let i = 1; i < depth; i++) bytes = zip({ name: `z${i}.zip`, bytes });
  return bytes;
};

describe("unpackFiles", () => {
  it("takes what can be read and counts the rest", async () => {
    const result = await unpack(
      "x.zip",
      zip(
        { name: "data/a.csv", bytes: TEXT },
        { name: "data/photo.jpg", bytes: TEXT },
        { name: "__MACOSX/data/._a.csv", bytes: TEXT },
        { name: "data/", bytes: new Uint8Array(0) },
      ),
    );
    expect(result.names).toEqual(["x.zip/data/a.csv"]);
    expect(result.files[0]!.bytes).toEqual(TEXT);
    expect(result.issues).toEqual([
      { code: "file.membersUnused", severity: "info", file: "x.zip", values: { rows: 1 } },
    ]);
  });

  it("says when the table of contents breaks off, and takes what stands before", async () => {
    const bytes = zip({ name: "a.csv", bytes: TEXT }, { name: "b.csv", bytes: TEXT });
    const second = new TextDecoder("latin1").decode(bytes).lastIndexOf("PK\x01\x02");
    const { names, issues } = await unpack("x.zip", bytes.with(second + 2, 9));
    expect(names).toEqual(["x.zip/a.csv"]);
    expect(issues).toEqual([{ code: "file.packDamaged", severity: "error", file: "x.zip", values: {} }]);
  });

  it("reads names in GBK where the archive does not say what they are", async () => {
    const name = encodeAs("gb18030", "居民楼/绿地花园.csv");
    const { names } = await unpack("x.zip", zip({ name, bytes: TEXT }));
    expect(names).toEqual(["x.zip/居民楼/绿地花园.csv"]);
  });

  it("opens archives in archives, and gzip", async () => {
    expect((await unpack("x.zip", nest(3))).names).toEqual(["x.zip/z2.zip/z1.zip/a.csv"]);
    expect(await unpack("x.csv.gz", gzipSync(TEXT))).toMatchObject({ names: ["x.csv"], codes: [] });
  });

  it("stops at the fourth archive inside another", async () => {
    expect(await unpack("x.zip", nest(4))).toMatchObject({ names: [], codes: ["file.nested"] });
  });

  it.each([
    ["a bomb", { bytes: new Uint8Array(80 * 2 ** 20) }, "file.bomb"],
    ["a bomb that claims to be small", { bytes: new Uint8Array(2 ** 20), claims: { size: 9 } }, "file.bomb"],
    ["a claim beyond all bounds", { bytes: TEXT, claims: { size: 0xfffffff0 } }, "file.bomb"],
    ["a false sum", { bytes: TEXT, claims: { crc: 1 } }, "file.packDamaged"],
    ["a false size", { bytes: TEXT, claims: { size: 99 } }, "file.packDamaged"],
    ["a password", { bytes: TEXT, claims: { flags: 0x801 } }, "file.encrypted"],
    ["another method", { bytes: TEXT, claims: { method: 14 } }, "file.badArchive"],
  ])("refuses %s", async (_, entry, code) => {
    expect(await unpack("x.zip", zip({ name: "a.csv", ...entry }))).toMatchObject({
      names: [],
      codes: [code],
    });
  });

  it("refuses a gzip bomb", async () => {
    const bomb = gzipSync(new Uint8Array(80 * 2 ** 20));
    expect((await unpack("x.csv.gz", bomb)).codes).toEqual(["file.bomb"]);
  });

  it("refuses more entries than anybody has", async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}`, bytes: new Uint8Array(0) }));
    const archive = zipBytes(many);
    const two = [archive, archive].map((bytes, i) => ({ name: `${i}.zip`, bytes }));
    const { issues } = await unpackFiles(two, canBeRead, context);
    expect(issues.map(({ code }) => code)).toContain("file.manyEntries");
  });

  it.each([
    ["nothing", new Uint8Array(0), "file.empty"],
    ["noise", bytesOf("this is no archive"), "file.badArchive"],
    ["half an archive", zip({ name: "a.csv", bytes: TEXT }).subarray(0, 40), "file.badArchive"],
    ["no data", zip({ name: "a.jpg", bytes: TEXT }), "file.nothingInside"],
  ])("says what is wrong with %s", async (_, bytes, code) => {
    expect((await unpack("x.zip", bytes)).codes).toContain(code);
  });
});

describe("groupFiles", () => {
  it("puts members together by name, whatever the case, folder by folder", () => {
    const names = [
      "d/Roads.SHP",
      "d/roads.dbf",
      "d/ROADS.Prj",
      "e/roads.shp",
      "a.csv",
      "x/City.gdb/a1.gdbtable",
      "x/City.gdb/gdb",
      "alone.dbf",
      "alone.cpg",
    ];
    const groups = groupFiles(names.map((name) => ({ name, bytes: TEXT })));
    expect(groups.map(({ main, parts }) => [main.name, parts.length])).toEqual([
      ["d/Roads.SHP", 2],
      ["e/roads.shp", 0],
      ["a.csv", 0],
      ["x/City.gdb", 2],
      ["alone.dbf", 1],
    ]);
  });
});
