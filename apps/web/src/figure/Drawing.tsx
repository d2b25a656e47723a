import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

/** The SVG is parsed as XML, which runs nothing, and put in as nodes; its ids are made unique on the page. */
export function Drawing({ svg }: { readonly svg: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    const node = document.importNode(drawn, true);
    for (const named of node.querySelectorAll("[id]")) named.id = `${named.id}-${id}`;
    const names = node.getAttribute("aria-labelledby")?.split(" ") ?? [];
    node.setAttribute("aria-labelledby", names.map((name) => `${name}-${id}`).join(" "));
    place.current?.replaceChildren(node);
  }, [svg, id]);
  return <div className="mb-figure" ref={place} />;
}
