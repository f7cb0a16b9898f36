// Runs inside the hand-out: moves the map, changes the theme, says what a community's figures are. While a hand moves
// the map the finished picture is moved; when it rests the map is drawn anew, sharp, with names of constant size.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const [stage, map, view, over, tip] = ["stage", "map", "view", "over", "tip"].map(byId);
const width = Number(map.dataset.width);
const height = Number(map.dataset.height);

/** Pixels a millimetre, and where the map's corner is; `drawn` is the state of the last sharp drawing. */
let now = { k: 1, x: 0, y: 0 };
let drawn = now;
let chosen = -1;
let theme = data.themes[Math.min(1, data.themes.length - 1)].key;

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};
const drawing = (name, attributes, text) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
};

const wholeView = () => {
  const k = Math.min(stage.clientWidth / width, stage.clientHeight / height);
  return { k, x: (stage.clientWidth - width * k) / 2, y: (stage.clientHeight - height * k) / 2 };
};

let resting = 0;
/** Moves the finished picture; draws it anew when nothing has moved for a moment. */
function show(next, isAtOnce) {
  now = next;
  const s = now.k / drawn.k;
  map.style.transform = `translate(${now.x - drawn.x * s}px, ${now.y - drawn.y * s}px) scale(${s})`;
  clearTimeout(resting);
  if (isAtOnce) settle();
  else resting = setTimeout(settle, 140);
}

function settle() {
  drawn = now;
  map.style.transform = "";
  view.setAttribute("transform", `translate(${now.x} ${now.y}) scale(${now.k})`);
  placeNames();
}

function zoom(factor, x, y, isAtOnce) {
  const least = wholeView().k * 0.8;
  const k = Math.min(Math.max(now.k * factor, least), least * 40);
  const s = k / now.k;
  show({ k, x: x - (x - now.x) * s, y: y - (y - now.y) * s }, isAtOnce);
}

/** Marks first, then the names that touch neither them nor one another. */
function placeNames() {
  over.replaceChildren();
  const taken = [];
  const grown = Math.min(1.8, Math.max(1, now.k / 1.2));
  const isSeen = (x, y) => x > -40 && y > -40 && x < stage.clientWidth + 40 && y < stage.clientHeight + 40;
  for (const [i, { x, y, radius, mark }] of data.centers.entries()) {
    const [left, top, r] = [now.x + x * now.k, now.y + y * now.k, radius * 3 * grown];
    if (!Number.isFinite(left) || !isSeen(left, top)) continue;
    const disc = drawing("circle", { class: "mark", "data-center": i, cx: left, cy: top, r });
    over.append(disc, drawing("text", { class: "letter", x: left, y: top, "font-size": r * 1.1 }, mark));
    taken.push([left - r, top - r, left + r, top + r]);
  }
  for (const { x, y, name } of data.places) {
    const [left, top] = [now.x + x * now.k, now.y + y * now.k];
    if (!Number.isFinite(left) || !isSeen(left, top)) continue;
    const label = drawing("text", { class: "name", x: left, y: top }, name);
    over.append(label);
    const half = label.getComputedTextLength() / 2;
    const shift = [0, -18, 18, -30, 30].find((dy) => {
      const box = [left - half, top + dy - 9, left + half, top + dy + 9];
      return taken.every(
        (other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1],
      );
    });
    if (shift === undefined) label.remove();
    else {
      label.setAttribute("y", top + shift);
      taken.push([left - half, top + shift - 9, left + half, top + shift + 9]);
    }
  }
}

function figureList(figures) {
  const list = element("div", "figures");
  for (const { label, value, how } of figures) {
    const item = element("div");
    item.title = how;
    item.append(element("b", "", value), element("span", "", label));
    list.append(item);
  }
  return list;
}

function showTheme(key) {
  theme = key;
  for (const part of document.querySelectorAll("[data-themes]")) {
    part.classList.toggle("off", !part.dataset.themes.split(" ").includes(key));
  }
  for (const button of byId("themes").children) {
    button.setAttribute("aria-checked", String(button.dataset.key === key));
    button.tabIndex = button.dataset.key === key ? 0 : -1;
  }
  if (chosen === -1) showWhole();
}

function showWhole() {
  const { title, figures } = data.themes.find(({ key }) => key === theme);
  byId("about").replaceChildren(
    element("h2", "", title),
    figureList(figures),
    element("p", "hint", data.labels.pick),
  );
}

function choose(index) {
  chosen = index;
  for (const path of document.querySelectorAll(".place")) {
    path.classList.toggle("chosen", Number(path.dataset.place) === index);
  }
  byId("list").hidden = index !== -1;
  byId("panel").scrollTop = 0;
  if (index === -1) return showWhole();
  const { name, id, figures, findings, fixes } = data.places[index];
  const close = element("button", "close", data.labels.close);
  close.type = "button";
  close.onclick = () => choose(-1);
  const parts = findings.map(({ title, verdict, color, text, basis }) => {
    const part = element("div", "finding");
    part.style.borderColor = color;
    const head = element("p");
    head.append(element("b", "", `${title} · ${verdict}`));
    part.append(head, element("p", "", text), element("p", "basis", basis));
    return part;
  });
  byId("about").replaceChildren(
    close,
    element("h2", "", name),
    element("p", "hint", id),
    figureList(figures),
    ...fixes.map((line) => element("p", "", line)),
    ...parts,
  );
}

function fillLists() {
  for (const { key, title } of data.themes) {
    const button = element("button", "", title);
    button.type = "button";
    button.dataset.key = key;
    button.setAttribute("role", "radio");
    button.onclick = () => showTheme(key);
    byId("themes").append(button);
  }
  byId("themes").onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...byId("themes").children];
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    next.click();
    next.focus();
  };
  if (data.places.length > 0) byId("list").append(element("h3", "", data.labels.list));
  data.places.forEach(({ name, figures }, index) => {
    const button = element("button");
    button.type = "button";
    button.append(element("span", "", name), element("span", "", figures[1]?.value ?? ""));
    button.onclick = () => {
      const { x, y } = data.places[index];
      const k = Math.max(now.k, wholeView().k * 3);
      if (Number.isFinite(x))
        show({ k, x: stage.clientWidth / 2 - x * k, y: stage.clientHeight / 2 - y * k }, true);
      choose(index);
    };
    byId("list").append(button);
  });
}

const pointers = new Map();
let moved = 0;
let pressed = -1;

const spotOf = (event) => {
  const { left, top } = stage.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
};
/** A mark lies over its community. */
const placeAt = ({ clientX, clientY }) =>
  Number(
    document.elementsFromPoint(clientX, clientY).find((part) => part.dataset.place)?.dataset.place ?? -1,
  );

function follow(event) {
  const from = pointers.get(event.pointerId);
  const to = spotOf(event);
  if (from === undefined) return point(event, to);
  const others = [...pointers].filter(([id]) => id !== event.pointerId);
  moved += Math.hypot(to[0] - from[0], to[1] - from[1]);
  pointers.set(event.pointerId, to);
  if (moved < 4) return;
  if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
  stage.classList.add("moving");
  tip.hidden = true;
  if (others.length === 0) return show({ ...now, x: now.x + to[0] - from[0], y: now.y + to[1] - from[1] });
  const [, still] = others[0];
  const grown =
    Math.hypot(to[0] - still[0], to[1] - still[1]) / Math.hypot(from[0] - still[0], from[1] - still[1]);
  zoom(grown, (to[0] + still[0]) / 2, (to[1] + still[1]) / 2);
}

/** The centre or community under the pointer, and its first figures. */
function point(event, [x, y]) {
  const center = data.centers[event.target.dataset?.center];
  const place = data.places[placeAt(event)];
  tip.hidden = center === undefined && place === undefined;
  if (tip.hidden) return;
  const lines =
    center === undefined
      ? place.figures.slice(0, 2).map(({ label, value }) => `${label} ${value}`)
      : [center.facts];
  tip.replaceChildren(
    element("b", "", (center ?? place).name),
    ...lines.map((line) => element("div", "", line)),
  );
  const left = Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 4);
  const top = Math.min(y + 14, stage.clientHeight - tip.offsetHeight - 4);
  tip.style.transform = `translate(${left}px, ${top}px)`;
}

function release(event) {
  pointers.delete(event.pointerId);
  if (pointers.size > 0) return;
  stage.classList.remove("moving");
  if (moved < 4 && event.type === "pointerup" && event.target.closest("#map")) choose(pressed);
  moved = 0;
}

function listen() {
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target.closest("#tools")) return;
    pressed = placeAt(event);
    pointers.set(event.pointerId, spotOf(event));
  });
  stage.addEventListener("pointermove", follow);
  stage.addEventListener("pointerup", release);
  stage.addEventListener("pointercancel", release);
  stage.addEventListener("pointerleave", () => {
    tip.hidden = true;
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)), ...spotOf(event));
    },
    { passive: false },
  );
  const middle = () => [stage.clientWidth / 2, stage.clientHeight / 2];
  byId("in").onclick = () => zoom(1.5, ...middle(), true);
  byId("out").onclick = () => zoom(1 / 1.5, ...middle(), true);
  byId("whole").onclick = () => show(wholeView(), true);
  const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  stage.addEventListener("keydown", ({ key }) => {
    const step = steps[key];
    if (step !== undefined) show({ ...now, x: now.x + step[0], y: now.y + step[1] });
    if (key === "+" || key === "=") zoom(1.5, ...middle(), true);
    if (key === "-") zoom(1 / 1.5, ...middle(), true);
    if (key === "0") show(wholeView(), true);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") choose(-1);
  });
  new ResizeObserver(() => show(wholeView(), true)).observe(stage);
}

fillLists();
listen();
showTheme(theme);
choose(-1);
