import { join } from "node:path";
import * as z from "zod";
import type { AppOptions } from "../app-options.ts";
import type { FindJobs } from "../finder/find-jobs.ts";
import { finderFolder } from "../finder/finder-data.ts";
import { beginUpload, listUploads, removeUpload, writePart } from "../finder/uploads.ts";
import { type Api, addOperation } from "../operation.ts";
import { Refusal } from "../problems/refusal.ts";
import { readSmall } from "./parts.ts";

const ofUpload = { upload: z.string().min(1).max(64) };
const bytes = z.coerce.number().int().min(0);

/** Files that a page hands over to be searched: copies on this computer, listed with their size and deleted on demand. */
export function addFinderUploadRoutes(api: Api, { dataFolder, now }: AppOptions, jobs: FindJobs): void {
  const folder = join(finderFolder(dataFolder), "uploads");
  addOperation(
    api,
    {
      id: "listFinderUploads",
      method: "get",
      path: "/api/finder/uploads",
      group: "finder",
      says: {
        en: "Copies of files that were handed over, with what they take on the disk",
        zh: "已复制到工作台的文件及其占用的磁盘空间",
      },
      params: {},
      answer: "FinderUploads",
    },
    async () => ({ folder, uploads: await listUploads(folder) }),
  );
  addOperation(
    api,
    {
      id: "beginFinderUpload",
      method: "post",
      path: "/api/finder/uploads",
      group: "finder",
      says: {
        en: "Begin to hand over files, all of which are stated, or go on with an upload of the same files that is not whole; answers how many bytes of each are there",
        zh: "开始复制文件（须列明全部文件），或继续此前未完成的同一批文件；返回各文件已接收的字节数",
      },
      params: {},
      body: "FinderUploadFiles",
      answer: "FinderUploadBegun",
    },
    async ({ c }) => {
      const { files } = await readSmall(c, "FinderUploadFiles");
      const begun = await beginUpload(folder, now(), files);
      c.header("Location", `/api/finder/uploads/${begun.upload.id}`);
      return begun;
    },
  );
  addOperation(
    api,
    {
      id: "putFinderFile",
      method: "put",
      path: "/api/finder/uploads/{upload}/file",
      group: "finder",
      says: {
        en: "One part of a file, written to the disk as it comes; the file appears when its last byte is there",
        zh: "上传文件的一段，边接收边写入磁盘；全部到齐后文件才出现",
      },
      params: ofUpload,
      query: {
        path: z.string().min(1).max(4000),
        at: bytes,
        size: bytes,
        changed: bytes.max(8.64e15).optional(),
      },
      takesFile: true,
      answer: "FinderFilePart",
    },
    async ({ c, params, query }) => {
      const received = await writePart(folder, params.upload, query, c.req.raw.body);
      return { received, isWhole: received === query.size };
    },
  );
  addOperation(
    api,
    {
      id: "deleteFinderUpload",
      method: "delete",
      path: "/api/finder/uploads/{upload}",
      group: "finder",
      says: { en: "Delete the copies of one handing over", zh: "删除一次复制的全部文件" },
      params: ofUpload,
      answer: "nothing",
    },
    async ({ params }) => {
      if (jobs.isBusy()) throw new Refusal("finder-busy", {});
      await removeUpload(folder, params.upload);
      return undefined;
    },
  );
}
