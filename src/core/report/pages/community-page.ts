// One page a community: its map at a true scale with circles and grids, figures, findings with their articles, and
// what would mend them. Text that finds no room beside the map goes on to a page of its own.

import { openWindow, showsAll, widen } from "../map/map-window.ts";
import { boxAt } from "../map/trace.ts";
import { say } from "../report-words.ts";
import { paragraph } from "./blocks.ts";
import { communityText } from "./community-text.ts";
import { type Desk, type Draft, draftOf, restPages } from "./draft.ts";
import { setMapPage } from "./map-page.ts";
import { sized } from "./page-look.ts";
import { figureFoot } from "./provenance.ts";

export function communityPages(desk: Desk, row: number): Draft[] {
  const { subject, request, sheet, facts, foot, provenance } = desk;
  const { words } = request;
  const record = subject.baseline.communities.records[row]!;
  const title = record.name || record.id;
  const parent = subject.baseline.subdistricts.records.find(({ id }) => id === record.parentId)?.name;
  const subtitle = [parent, record.id, provenance.option, provenance.walk].filter(Boolean).join(" · ");
  const textAt = (type: number) => communityText(subject, request, row, type);
  const extent = widen(boxAt(facts.ground.communities, row), 0.04);
  const { figures } = textAt(sheet.type);
  const order = {
    facts,
    request,
    sheet,
    theme: "community" as const,
    title,
    subtitle,
    foot: [...foot, ...figureFoot(figures, words)],
    extent,
    focus: row,
    scale: request.scale,
  };
  const page = setMapPage({ ...order, blocksAt: (type) => textAt(type).blocks });
  const window = openWindow(page.map.item.box, extent, page.map.scale);
  const notes = showsAll(window, boxAt(facts.ground.communities, row))
    ? []
    : [
        paragraph([{ ...sized("small", sheet.type), text: say(words, "note.offMap") }], {
          role: "body",
          above: 1.4,
        }),
      ];
  const kind = "community";
  return [
    draftOf({
      key: `community:${record.id}`,
      kind,
      title,
      items: page.items,
      scale: page.map.scale,
      figures,
    }),
    ...restPages(desk, { key: `community:${record.id}`, kind, title, subtitle }, [...page.rest, ...notes]),
  ];
}
