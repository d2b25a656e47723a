/**
 * Draws a finished figure on a canvas, element by element. An SVG in an `<img>` cannot use the fonts of the page, so Chinese
 * would be missing wherever the system has no Chinese font; drawn here, its words stand in the page's own fonts.
 * The elements are those that the figures of the report package are made of.
 *
 * @throws TypeError for an element that the figures do not use
 */
export function drawOnCanvas(svg: string, context: CanvasRenderingContext2D): void {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const family = root.getAttribute("font-family") ?? "sans-serif";
  for (const child of root.children) drawElement(child, context, family);
}

function drawElement(element: Element, context: CanvasRenderingContext2D, family: string): void {
  if (element.tagName === "title" || element.tagName === "desc") return;
  if (element.tagName === "g") {
    for (const child of element.children) drawElement(child, context, family);
    return;
  }
  if (element.tagName === "text") drawText(element, context, family);
  else paint(element, shapeOf(element), context);
}

function shapeOf(element: Element): Path2D {
  const n = (name: string): number => Number(element.getAttribute(name) ?? 0);
  const shape = new Path2D();
  switch (element.tagName) {
    case "rect":
      if (n("rx") > 0) shape.roundRect(n("x"), n("y"), n("width"), n("height"), n("rx"));
      else shape.rect(n("x"), n("y"), n("width"), n("height"));
      return shape;
    case "line":
      shape.moveTo(n("x1"), n("y1"));
      shape.lineTo(n("x2"), n("y2"));
      return shape;
    case "circle":
      shape.arc(n("cx"), n("cy"), n("r"), 0, 2 * Math.PI);
      return shape;
    case "polygon":
      return new Path2D(`M ${element.getAttribute("points") ?? ""} Z`);
    case "path":
      return new Path2D(element.getAttribute("d") ?? "");
    default:
      throw new TypeError(`not an element of a figure: ${element.tagName}`);
  }
}

function paint(element: Element, shape: Path2D, context: CanvasRenderingContext2D): void {
  const fill = element.getAttribute("fill") ?? "#000000";
  if (fill !== "none" && element.tagName !== "line") {
    context.globalAlpha = opacity(element, "fill-opacity");
    context.fillStyle = fill;
    context.fill(shape);
  }
  if (setStroke(element, context)) context.stroke(shape);
  context.globalAlpha = 1;
}

/** @returns false where there is nothing to stroke */
function setStroke(element: Element, context: CanvasRenderingContext2D): boolean {
  const stroke = element.getAttribute("stroke");
  if (stroke === null || stroke === "none") return false;
  context.globalAlpha = opacity(element, "stroke-opacity");
  context.strokeStyle = stroke;
  context.lineWidth = Number(element.getAttribute("stroke-width") ?? 1);
  context.lineCap = element.getAttribute("stroke-linecap") === "round" ? "round" : "butt";
  context.lineJoin = element.getAttribute("stroke-linejoin") === "round" ? "round" : "miter";
  const dashes = element.getAttribute("stroke-dasharray")?.split(/[\s,]+/) ?? [];
  context.setLineDash(dashes.map(Number));
  return true;
}

function drawText(element: Element, context: CanvasRenderingContext2D, family: string): void {
  const weight = element.getAttribute("font-weight") ?? "400";
  context.font = `${weight} ${element.getAttribute("font-size") ?? "12"}px ${family}`;
  context.textBaseline = "alphabetic";
  context.textAlign = ALIGN[element.getAttribute("text-anchor") ?? "start"] ?? "left";
  const words = element.textContent ?? "";
  const x = Number(element.getAttribute("x") ?? 0);
  const y = Number(element.getAttribute("y") ?? 0);
  // The outline stands behind the letters: paint-order "stroke".
  if (setStroke(element, context)) context.strokeText(words, x, y);
  context.globalAlpha = 1;
  context.fillStyle = element.getAttribute("fill") ?? "#000000";
  context.fillText(words, x, y);
}

const ALIGN: Readonly<Record<string, CanvasTextAlign>> = { start: "left", middle: "center", end: "right" };

function opacity(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 1);
}
