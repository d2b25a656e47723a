/** Whether Windows takes a name for that of a device, with whatever ending: no file there can have it. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/iu.test(name);
}
