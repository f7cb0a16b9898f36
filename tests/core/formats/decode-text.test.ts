import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/core/formats/decode-text.ts";
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
    expect(decodeText(bytes, decode)).toEqual({ text: "户数", encoding, runnerUp: null });
  });

  it.each([1, 2])("stays with UTF-8 when the file is cut %i bytes into its last character", (kept) => {
    const bytes = bytesOf("户数").subarray(0, 3 + kept);
    expect(decodeText(bytes, decode)).toEqual({ text: "户", encoding: "utf-8", runnerUp: null });
  });
});
