// North arrow above the scale bar. The map never turns, so it is a drawing, not a button.

import type { IControl } from "maplibre-gl";

const SVG = "http://www.w3.org/2000/svg";

export class NorthArrow implements IControl {
  private readonly element = document.createElement("div");

  onAdd(): HTMLElement {
    this.element.className = "maplibregl-ctrl map-north";
    this.element.replaceChildren(arrow());
    return this.element;
  }

  onRemove(): void {
    this.element.remove();
  }
}

/** Half-filled needle with N above, 18 × 30 pixels. */
function arrow(): SVGElement {
  const svg = make("svg", { viewBox: "0 0 18 30", width: "18", height: "30", "aria-hidden": "true" });
  const letter = make("text", { x: "9", y: "8.5", "text-anchor": "middle" });
  letter.textContent = "N";
  svg.append(
    letter,
    make("path", { d: "M9 11 L3.5 28 L9 24 Z", class: "map-north-west" }),
    make("path", { d: "M9 11 L14.5 28 L9 24 Z", class: "map-north-east" }),
  );
  return svg;
}

function make(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
