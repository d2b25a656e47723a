export { type Box, commonRegion, type HalfPlane } from "./half-planes.ts";
export { type WithinGroupSd, withinGroupSd } from "./within-group-sd.ts";
