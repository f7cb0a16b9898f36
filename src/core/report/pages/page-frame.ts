// What every page has around its body: title and subtitle, the stamp of an internal paper, the mark of stale figures,
// and at the foot the sources, rules, speed, option and maker. The body gets what they leave.

import {
  type Box,
  bottom,
  type DrawingItem,
  type Millimetres,
  type PageItem,
  right,
  type TextItem,
} from "../page.ts";
import { GROUND } from "../palette.ts";
import type { Sheet } from "../paper.ts";
import type { ReportRequest } from "../report-input.ts";
import { type ReportWords, say } from "../report-words.ts";
import { boxShape, labelShape, lineShape, strokeOf } from "../shapes.ts";
import { breakLines } from "../text/break-lines.ts";
import { measureText } from "../text/measure-text.ts";
import { leadingOf, setText } from "../text/set-text.ts";
import { sized } from "./page-look.ts";

export interface FrameOrder {
  readonly sheet: Sheet;
  readonly title: string;
  readonly subtitle: string;
  readonly request: ReportRequest;
  /** Paragraphs at the foot. */
  readonly foot: readonly string[];
  readonly isMap: boolean;
}

export interface Frame {
  readonly items: readonly PageItem[];
  readonly body: Box;
}

/** Air between the frame's parts. */
const AIR: Millimetres = 2.4;
/** Width at the right end of the foot for maker, date and page number. */
const MAKER_WIDTH: Millimetres = 58;
/** Height kept free under the maker for the page number. */
const NUMBER_HEIGHT: Millimetres = 3.6;

export function framePage(order: FrameOrder): Frame {
  const { sheet, request } = order;
  const { inner, type } = sheet;
  const head = setHead(order);
  const stale = request.stale ? staleMark(inner, head.end + 0.6, type, request) : null;
  const top = (stale === null ? head.end : bottom(stale.box)) + AIR;
  const foot = setFoot(order);
  const end = foot.start - AIR;
  return {
    items: [...head.items, ...(stale === null ? [] : [stale]), ...foot.items],
    body: { x: inner.x, y: top, width: inner.width, height: Math.max(0, end - top) },
  };
}

function setHead({ sheet, title, subtitle, request, isMap }: FrameOrder): {
  readonly items: readonly PageItem[];
  readonly end: Millimetres;
} {
  const { inner, type } = sheet;
  const stamp = setStamp(inner, type, request, isMap);
  const width = inner.width - (stamp === null ? 0 : stamp.box.width + AIR);
  const titleItem = setText([{ ...sized("title", type), text: title }], {
    role: "title",
    x: inner.x,
    y: inner.y,
    width,
    leading: 1.25,
  });
  const items: PageItem[] = [titleItem, ...(stamp === null ? [] : [stamp])];
  let end = bottom(titleItem.box);
  if (subtitle !== "") {
    const place = { role: "title" as const, x: inner.x, y: end, width };
    const item = setText([{ ...sized("subtitle", type), text: subtitle }], place);
    items.push(item);
    end = bottom(item.box);
  }
  end = Math.max(end, stamp === null ? 0 : bottom(stamp.box)) + 1.2;
  const shapes = [lineShape([inner.x, end, right(inner), end], { color: GROUND.ink, width: 0.35 })];
  const box = { x: inner.x, y: end - 0.18, width: inner.width, height: 0.36 };
  items.push({ kind: "drawing", role: "title", box, shapes });
  return { items, end };
}

/** 内部资料, or the review number of a public map, boxed at the top right. */
function setStamp(inner: Box, type: number, request: ReportRequest, isMap: boolean): DrawingItem | null {
  const { words, audience, reviewNumber } = request;
  if (audience === "public" && !isMap) return null;
  const text =
    audience === "internal"
      ? say(words, "stamp.internal")
      : reviewNumber === ""
        ? say(words, "foot.reviewMissing")
        : say(words, "foot.review", { number: reviewNumber });
  const style = sized("stamp", type);
  const lines = breakLines([{ ...style, text }], inner.width * 0.3);
  const step = leadingOf([style]);
  const pad = 1.6 * type;
  const width = lines.reduce((most, line) => Math.max(most, line.width), 0) + 2 * pad;
  const height = lines.length * step + pad;
  const box = { x: right(inner) - width, y: inner.y, width, height };
  const frame = boxShape(box, null, strokeOf({ color: GROUND.accent, width: 0.35 }));
  const labels = lines.flatMap((line, k) =>
    line.runs.map((run) => labelShape(run.text, box.x + pad, box.y + pad / 2 + (k + 0.74) * step, style)),
  );
  return { kind: "drawing", role: "stamp", box, shapes: [frame, ...labels] };
}

function staleMark(inner: Box, y: Millimetres, type: number, { words, revision }: ReportRequest): TextItem {
  const runs = [
    { ...sized("bodyBold", type), color: GROUND.accent, text: say(words, "mark.stale", { revision }) },
  ];
  return setText(runs, { role: "mark", x: inner.x, y, width: inner.width });
}

function setFoot({ sheet, request, foot }: FrameOrder): {
  readonly items: readonly PageItem[];
  readonly start: Millimetres;
} {
  const { inner, fine: type } = sheet;
  const { words, maker, madeOn } = request;
  const style = sized("foot", type);
  const makerWidth = MAKER_WIDTH * type;
  const set = (text: string, x: Millimetres, width: Millimetres, role: "sources" | "maker"): TextItem =>
    setText([{ ...style, text }], {
      role,
      x,
      y: 0,
      width,
      align: role === "maker" ? "end" : "start",
      leading: 1.36,
    });
  const left = foot.map((text) => set(text, inner.x, inner.width - makerWidth - AIR, "sources"));
  const made = [
    ...(maker === "" ? [] : [say(words, "foot.maker", { maker })]),
    say(words, "foot.made", { date: madeOn }),
  ].map((text) => set(text, right(inner) - makerWidth, makerWidth, "maker"));
  const heightOf = (items: readonly TextItem[]): number =>
    items.reduce((sum, { box }) => sum + box.height, 0);
  const height = Math.max(heightOf(left), heightOf(made) + NUMBER_HEIGHT * type);
  const start = bottom(inner) - height - 1.2;
  const stack = (items: readonly TextItem[]): TextItem[] => {
    let y = start + 1.2;
    return items.map((item) => {
      const placed = { ...item, box: { ...item.box, y } };
      y += item.box.height;
      return placed;
    });
  };
  const shapes = [lineShape([inner.x, start, right(inner), start], { color: GROUND.ink, width: 0.15 })];
  const rule: DrawingItem = {
    kind: "drawing",
    role: "sources",
    box: { x: inner.x, y: start - 0.08, width: inner.width, height: 0.16 },
    shapes,
  };
  return { items: [rule, ...stack(left), ...stack(made)], start };
}

/** The page number, at the foot's right end, once it is known how many pages there are. */
export function pageNumber(sheet: Sheet, page: number, pages: number, words: ReportWords): TextItem {
  const { inner, fine: type } = sheet;
  const style = sized("foot", type);
  const text = say(words, "foot.page", { page, pages });
  const width = measureText(text, style) + 0.5;
  const place = { role: "maker" as const, x: right(inner) - width, y: 0, width, align: "end" as const };
  const item = setText([{ ...style, text }], place);
  return { ...item, box: { ...item.box, y: bottom(inner) - item.box.height } };
}
