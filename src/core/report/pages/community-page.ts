// One page a community: its map at a true scale with circles and grids, figures, findings with their articles, and
// what would mend them. Text that finds no room beside the map goes on to a page of its own.

import { boxAt } from "../map/trace.ts";
import { communityText } from "./community-text.ts";
import { type Desk, type Draft, draftOf, restPages } from "./draft.ts";
import { setMapPage } from "./map-page.ts";
import { minutesBlocks } from "./minutes-block.ts";
import { figureFoot } from "./provenance.ts";

export function communityPages(desk: Desk, row: number): Draft[] {
  const { subject, request, sheet, facts, foot, provenance } = desk;
  const { words } = request;
  const record = subject.baseline.communities.records[row]!;
  const title = record.name || record.id;
  const parent = subject.baseline.subdistricts.records.find(({ id }) => id === record.parentId)?.name;
  const subtitle = [parent, record.id, provenance.option, provenance.walk].filter(Boolean).join(" · ");
  const textAt = (type: number, isBrief = false) => communityText(subject, request, row, type, isBrief);
  const { figures } = textAt(sheet.type);
  const page = setMapPage({
    facts,
    request,
    sheet,
    theme: "community",
    title,
    subtitle,
    foot: [...foot, ...figureFoot(figures, words)],
    extent: boxAt(facts.ground.communities, row),
    margin: 0.03,
    focus: row,
    scale: request.scale,
    blocksAt: (type, isBrief) => [
      ...textAt(type, isBrief).blocks,
      ...minutesBlocks(desk, type, (home) => subject.residenceCommunity[home] === row),
    ],
  });
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
    ...restPages(desk, { key: `community:${record.id}`, kind, title, subtitle }, page.rest),
  ];
}
