import type { Phrase } from "@materbone/clinical";
import { say, type Terms } from "@materbone/clinical";
import type { StoreError, StoreTrouble } from "./registry-error.ts";

/** What a sentence about a trouble needs to know: the file or folder concerned. */
export type TroubleFacts = { readonly path: string };

/** What is wrong with the place where data are kept, and how to mend it. */
export function sayStoreTrouble({ trouble, path }: Pick<StoreError, "trouble" | "path">, terms: Terms): string {
  return say(storeTroubleWords[trouble], { path }, terms);
}

export const storeTroubleWords: Readonly<Record<StoreTrouble, Phrase<TroubleFacts>>> = {
  locked: {
    en: ({ path }) =>
      `Another program is using ${path}, so this could not be finished. Nothing is half-saved. Close the other program, or wait a moment and try again.`,
    zh: ({ path }) => `其他程序正在使用 ${path}，操作未能完成，未留下不完整的数据。请关闭该程序，或稍后重试。`,
  },
  full: {
    en: ({ path }) => `The disk that holds ${path} is full. Nothing was half-saved. Free some space and try again.`,
    zh: ({ path }) => `${path} 所在磁盘空间已满，未留下任何不完整的数据。请清理空间后重试。`,
  },
  readOnly: {
    en: ({ path }) =>
      `${path} cannot be written to. Give this user permission to write to the file and its folder, or choose another folder with --data.`,
    zh: ({ path }) => `${path} 不可写入。请为当前用户开放该文件及其所在文件夹的写入权限，或用 --data 指定其他文件夹。`,
  },
  newerSchema: {
    en: ({ path }) =>
      `${path} was written by a newer version of Materbone and was left as it is. Update Materbone to open it.`,
    zh: ({ path }) => `${path} 由更新版本的 Materbone 写入，文件保持原样。请升级 Materbone 后再打开。`,
  },
  damaged: {
    en: ({ path }) =>
      `${path} is damaged and was not opened. Keep a copy of it, and restore the latest backup into a new folder (materbone restore FILE --data FOLDER).`,
    zh: ({ path }) =>
      `${path} 已损坏，未予打开。请先保留该文件的副本，再将最近的备份恢复到新文件夹（materbone restore 备份文件 --data 文件夹）。`,
  },
  notARegistry: {
    en: ({ path }) => `${path} is not a Materbone database and was left as it is. Choose another file or folder.`,
    zh: ({ path }) => `${path} 不是 Materbone 数据库，文件保持原样。请选择其他文件或文件夹。`,
  },
  notEmpty: {
    en: ({ path }) => `There is something at ${path} already, and nothing is overwritten. Choose a new place.`,
    zh: ({ path }) => `${path} 已有内容，不会被覆盖。请选择新的位置。`,
  },
  notOverwritten: {
    en: ({ path }) =>
      `It is erased and can no longer be read in Materbone, but its traces in ${path} could not be overwritten yet. Make sure that no other program uses the file and that the disk has room, then restart Materbone: it overwrites them when it starts.`,
    zh: ({ path }) =>
      `已彻底清除，Materbone 中已无法再读取；但 ${path} 中的残留数据尚未覆写。请确认没有其他程序使用该文件且磁盘空间充足，然后重新启动 Materbone，启动时将完成覆写。`,
  },
};
