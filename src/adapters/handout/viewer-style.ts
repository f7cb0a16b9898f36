// The hand-out's style sheet, as text to put inside the file.

export const VIEWER_STYLE = `
:root {
  --paper: #faf9f6;
  --panel: #fff;
  --ink: #1f2328;
  --soft: #5b6168;
  --line: #e4e2dc;
  --accent: #b3261e;
}
* {
  box-sizing: border-box;
}
html,
body {
  height: 100%;
  margin: 0;
}
body {
  display: flex;
  flex-direction: column;
  color: var(--ink);
  background: var(--panel);
  font:
    14px / 1.5 "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    system-ui,
    sans-serif;
  font-variant-numeric: tabular-nums;
}
header {
  display: flex;
  align-items: center;
  gap: 24px;
  padding: 10px 20px;
  border-bottom: 1px solid var(--line);
}
header > div {
  flex: 1;
  min-width: 0;
}
h1 {
  margin: 0;
  font-size: 20px;
  line-height: 1.3;
}
header p {
  margin: 2px 0 0;
  color: var(--soft);
  font-size: 13px;
}
.stamp:not(:empty) {
  padding: 2px 10px;
  border: 1px solid var(--accent);
  border-radius: 3px;
  color: var(--accent);
  font-weight: 700;
  white-space: nowrap;
}
.stale {
  margin: 0;
  padding: 8px 20px;
  color: #fff;
  background: var(--accent);
  font-weight: 700;
}
nav {
  display: flex;
  border: 1px solid var(--line);
  border-radius: 6px;
  overflow: hidden;
}
nav button {
  padding: 6px 14px;
  border: 0;
  border-left: 1px solid var(--line);
  background: none;
  white-space: nowrap;
}
nav button:first-child {
  border-left: 0;
}
nav button[aria-checked="true"] {
  background: var(--ink);
  color: #fff;
}
button {
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:focus-visible,
#stage:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: -2px;
}
main {
  flex: 1;
  display: flex;
  min-height: 0;
}
#stage {
  position: relative;
  flex: 1;
  min-width: 0;
  overflow: hidden;
  background: #f3f1eb;
  touch-action: none;
  cursor: grab;
}
#stage.moving {
  cursor: grabbing;
}
#map {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  overflow: visible;
  transform-origin: 0 0;
  user-select: none;
}
#stage.moving #map {
  will-change: transform;
}
#map text {
  font-family: inherit;
}
.place {
  fill: #000;
  fill-opacity: 0;
  stroke: none;
  cursor: pointer;
}
.place:hover {
  fill-opacity: 0.05;
}
.place.chosen {
  fill-opacity: 0;
  stroke: var(--accent);
  stroke-width: 3px;
  vector-effect: non-scaling-stroke;
}
#over {
  pointer-events: none;
}
.name {
  fill: var(--ink);
  stroke: var(--paper);
  stroke-width: 3px;
  stroke-linejoin: round;
  paint-order: stroke;
  font-size: 13px;
  font-weight: 600;
  text-anchor: middle;
  dominant-baseline: central;
}
.mark {
  fill: var(--ink);
  stroke: #fff;
  stroke-width: 1.5px;
  pointer-events: auto;
}
.letter {
  fill: #fff;
  font-weight: 700;
  text-anchor: middle;
  dominant-baseline: central;
  pointer-events: none;
}
#tools {
  position: absolute;
  right: 14px;
  bottom: 14px;
  display: flex;
  flex-direction: column;
  border: 1px solid var(--line);
  border-radius: 6px;
  overflow: hidden;
  background: var(--panel);
}
#tools button {
  width: 36px;
  height: 36px;
  border: 0;
  border-top: 1px solid var(--line);
  background: none;
  font-size: 18px;
  line-height: 1;
}
#tools button:first-child {
  border-top: 0;
}
#tip {
  position: absolute;
  left: 0;
  top: 0;
  max-width: 300px;
  padding: 6px 10px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--panel);
  font-size: 13px;
  pointer-events: none;
}
#tip b {
  display: block;
}
#panel {
  width: 380px;
  overflow: auto;
  padding: 16px 20px;
  border-left: 1px solid var(--line);
}
#panel h2 {
  margin: 0 0 8px;
  font-size: 18px;
  line-height: 1.35;
}
#panel h3 {
  margin: 18px 0 6px;
  font-size: 13px;
  color: var(--soft);
  font-weight: 600;
}
#panel .close {
  float: right;
  margin: -4px -8px 0 8px;
  padding: 2px 10px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: none;
}
.figures {
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 12px 16px;
  margin: 8px 0;
}
.figures b {
  display: block;
  font-size: 20px;
  line-height: 1.25;
  overflow-wrap: anywhere;
}
.figures span {
  color: var(--soft);
  font-size: 12px;
}
.finding {
  margin: 10px 0;
  padding-left: 10px;
  border-left: 3px solid var(--line);
}
.finding p {
  margin: 2px 0;
}
.finding .basis {
  color: var(--soft);
  font-size: 12px;
}
.legend {
  display: block;
  width: 100%;
  margin-top: 12px;
}
#list button {
  display: flex;
  width: 100%;
  justify-content: space-between;
  gap: 12px;
  padding: 5px 0;
  border: 0;
  border-bottom: 1px solid var(--line);
  background: none;
  text-align: left;
}
#list button:hover {
  color: var(--accent);
}
.hint {
  color: var(--soft);
  font-size: 12px;
}
footer {
  padding: 6px 20px;
  border-top: 1px solid var(--line);
  color: var(--soft);
  font-size: 11px;
  line-height: 1.5;
}
footer summary {
  cursor: pointer;
}
footer p {
  margin: 0;
}
.legend.off,
.off {
  display: none;
}
@media (max-width: 860px) {
  main {
    flex-direction: column;
  }
  #panel {
    width: auto;
    height: 45%;
    border-left: 0;
    border-top: 1px solid var(--line);
  }
  header {
    flex-wrap: wrap;
    gap: 8px;
  }
}
@media print {
  #tools,
  nav,
  .hint {
    display: none;
  }
  body {
    height: auto;
  }
}
`;
