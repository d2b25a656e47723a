/** A file that the build writes. */
export type GeneratedFile = { readonly name: string; readonly text: string };
