export { poolScript } from "@materbone/evidence";
