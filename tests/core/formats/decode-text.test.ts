import { describe, expect, it } from "vitest";
import { decodeText, encodingIssues } from "../../../src/core/formats/decode-text.ts";
import { encodeAs } from "./encodings.ts";
import { bytesOf, decode } from "./fixtures.ts";

/** 户数 in GBK. */
const HUSHU_GBK = [0xbb, 0xa7, 0xca, 0xfd];

describe("decodeText", () => {
  it.each([
    ["UTF-8", bytesOf("户数"), "utf-8"],
    ["UTF-8 with a byte order mark", bytesOf("\ufeff户数"), "utf-8"],
    ["GB18030", Uint8Array.from(HUSHU_GBK), "gb18030"],
    ["UTF-16", Uint8Array.from([0xff, 0xfe, 0x37, 0x62, 0x70, 0x65]), "utf-16le"],
  ])("reads %s", (_, bytes, encoding) => {
    expect(decodeText(bytes, decode)).toMatchObject({ text: "户数", encoding, runnerUp: null });
  });

  it("tells what was tried when some of it does not decode at all", () => {
    const good = encodeAs("gb18030", "星河社区党群服务中心,绿地花园3栋,户数\n");
    const bytes = Uint8Array.from([...good, ...good, 0xff, 0xff, 0x0a, ...good]);
    const decoded = decodeText(bytes, decode);
    expect(decoded).toMatchObject({ encoding: "gb18030", clean: false });
    expect(decoded.text).toContain("\ufffd");
    const [issue, ...more] = encodingIssues("a.csv", decoded);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ code: "file.encodingUnread", severity: "warning" });
    expect(issue!.values!["tried"]).toBe("UTF-8, GB18030, BIG5, SHIFT_JIS, WINDOWS-1252");
    expect(encodingIssues("a.csv", decodeText(good, decode)).map(({ code }) => code)).toEqual([
      "file.encoding",
    ]);
  });

  it.each([1, 2])("stays with UTF-8 when the file is cut %i bytes into its last character", (kept) => {
    const bytes = bytesOf("户数").subarray(0, 3 + kept);
    expect(decodeText(bytes, decode)).toEqual({ text: "户", encoding: "utf-8", runnerUp: null });
  });
});
