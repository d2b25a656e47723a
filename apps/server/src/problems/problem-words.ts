import type { Phrase, Text } from "@materbone/clinical";
import { OUT_OF_MEMORY, type ReviewProblemKind, sayReviewProblem } from "@materbone/finder";
import { type DocumentRef, type StoreTrouble, storeTroubleWords, type TroubleFacts } from "@materbone/registry";

type None = Readonly<Record<string, never>>;
type Document = DocumentRef["kind"];
type FinderThing = "run" | "job" | "definition" | "candidate" | "converted" | "upload" | "mapping";

/** What a problem of each kind has to say besides its kind. */
export type ProblemFacts = {
  "not-signed-in": None;
  "foreign-origin": None;
  "foreign-host": None;
  "not-found": { readonly what: Document | "page" | "revision" | FinderThing };
  "method-not-allowed": { readonly allow: readonly string[] };
  "invalid-request": None;
  "invalid-record": { readonly count: number };
  "broken-reference": { readonly count: number };
  "precondition-required": None;
  "stale-revision": { readonly expected: number; readonly current: number };
  exists: { readonly what: Document; readonly isDeleted: boolean };
  state: { readonly what: Document; readonly isDeleted: boolean };
  "too-large": { readonly megabytes: number };
  "too-many": { readonly limit: number };
  "uri-too-long": None;
  "unsupported-media": None;
  "finder-path": None;
  "finder-busy": None;
  "finder-superseded": None;
  /** `file`: name of a file of a run, or the folder of the converted data. */
  "finder-unreadable": { readonly what: "review" | "run" | "data"; readonly file: string };
  "finder-memory": None;
  "upload-name": None;
  "upload-taken": { readonly path: string };
  "upload-unstated": { readonly path: string };
  "upload-gap": None;
  "upload-full": None;
  "run-has-decisions": { readonly isReadable: boolean };
  "mapping-name": None;
  "mapping-exists": None;
  "mapping-changed": None;
  "mapping-several": None;
  "mapping-no-folder": None;
  "mapping-not-written": None;
  "definition-shipped": { readonly id: string };
  "definition-changed": None;
  "definition-damaged": None;
  "review-refused": { readonly problem: ReviewProblemKind };
  "review-withheld": None;
  "not-confirmed": None;
  "written-before": { readonly series: string; readonly id: string };
  "bad-case-id": None;
  "store-locked": TroubleFacts;
  "store-full": TroubleFacts;
  "store-read-only": TroubleFacts;
  "store-not-overwritten": TroubleFacts;
  "store-damaged": TroubleFacts & { readonly trouble: StoreTrouble };
  internal: None;
};

export type ProblemKind = keyof ProblemFacts;

type ProblemWords<F> = { readonly status: number; readonly title: Text; readonly detail: Phrase<F> };

const documents: Readonly<Record<Document | "page" | "revision" | FinderThing, Text>> = {
  series: { en: "series", zh: "系列" },
  case: { en: "case record", zh: "病例" },
  literature: { en: "own literature", zh: "自建文献库" },
  page: { en: "page", zh: "页面" },
  revision: { en: "revision", zh: "修订版本" },
  run: { en: "run of the finder", zh: "检索运行记录" },
  job: { en: "search under way", zh: "检索任务" },
  definition: { en: "definition", zh: "定义" },
  candidate: { en: "candidate in this worklist", zh: "候选者" },
  converted: { en: "converted data", zh: "已转换的数据" },
  upload: { en: "copy of files", zh: "文件副本" },
  mapping: { en: "mapping", zh: "映射" },
};

/** A definition that is sent to the address of another. */
export const sayOtherId: Phrase<{ readonly id: string }> = {
  en: ({ id }) => `The id is not that of the address, "${id}".`,
  zh: ({ id }) => `编号与地址不符，应为“${id}”。`,
};

/** What cannot be read, what of it is still there, and how to go on without losing it. */
const unreadable = {
  review: {
    en: ({ file }) =>
      `${file} in the folder of this run is missing or damaged, so no decision can be shown or added. What is in the file is not changed: keep the folder, and mend the file or put a copy of it back.`,
    zh: ({ file }) =>
      `本次检索文件夹中的 ${file} 缺失或损坏，暂不能显示或添加判断。该文件不会被改动：请保留文件夹，修复该文件或用备份还原。`,
  },
  run: {
    en: ({ file }) =>
      `${file} in the folder of this run is missing or damaged. The reviewers' decisions stand in review.json beside it: keep the folder, and put a copy of the file back. A new search makes a run of its own, without these decisions.`,
    zh: ({ file }) =>
      `本次检索文件夹中的 ${file} 缺失或损坏。核查判断保存在同一文件夹的 review.json 中：请保留文件夹，并用备份还原该文件。重新检索会生成新的检索记录，不含这些判断。`,
  },
  data: {
    en: ({ file }) =>
      `The converted data in ${file} cannot be read. Delete them under "What lies on this computer" and search again; runs and decisions stay.`,
    zh: ({ file }) =>
      `无法读取 ${file} 中已转换的数据。请在“保存在本机的内容”中将其删除，再重新检索；检索记录与核查判断不受影响。`,
  },
} as const satisfies Record<string, Phrase<{ readonly file: string }>>;

/** Status and words of every kind of problem, as the answers and the page of the interface print them. */
export const problemWords: { readonly [K in ProblemKind]: ProblemWords<ProblemFacts[K]> } = {
  "not-signed-in": {
    status: 401,
    title: { en: "Not signed in", zh: "尚未登录" },
    detail: {
      en: () => "Open the address that the terminal shows; it signs this browser in until the program stops.",
      zh: () => "请打开终端中显示的地址，本浏览器即可登录，直至程序停止。",
    },
  },
  "foreign-origin": {
    status: 403,
    title: { en: "Request from another site", zh: "来自其他网站的请求" },
    detail: {
      en: () => "The request came from a page that is not Materbone's. It was refused and nothing was changed.",
      zh: () => "该请求并非由 Materbone 页面发出，已拒绝，未作任何改动。",
    },
  },
  "foreign-host": {
    status: 421,
    title: { en: "Wrong address", zh: "地址不符" },
    detail: {
      en: () => "Materbone answers only under the address that the terminal shows.",
      zh: () => "Materbone 只在终端所显示的地址上提供服务。",
    },
  },
  "not-found": {
    status: 404,
    title: { en: "Not found", zh: "未找到" },
    detail: {
      en: ({ what }, t) => `There is no such ${t.text(documents[what])}. It may have been renamed or purged.`,
      zh: ({ what }, t) => `没有这个${t.text(documents[what])}，可能已改名或已彻底清除。`,
    },
  },
  "method-not-allowed": {
    status: 405,
    title: { en: "Method not allowed", zh: "不支持的方法" },
    detail: {
      en: () => "This address does not take requests of that method.",
      zh: () => "该地址不接受此种方法的请求。",
    },
  },
  "invalid-request": {
    status: 400,
    title: { en: "Request not understood", zh: "请求无法识别" },
    detail: {
      en: () => "Something about the request is wrong; see the places named.",
      zh: () => "请求有误，请查看所列位置。",
    },
  },
  "invalid-record": {
    status: 422,
    title: { en: "Not a valid record", zh: "记录不合格式" },
    detail: {
      en: ({ count }, t) => `${count} ${t.count(count, "place needs", "places need")} mending. Nothing was saved.`,
      zh: ({ count }) => `有 ${count} 处需要更正，尚未保存。`,
    },
  },
  "broken-reference": {
    status: 422,
    title: { en: "A reference points nowhere", zh: "引用对象不存在" },
    detail: {
      en: ({ count }, t) =>
        `${count} ${t.count(count, "reference", "references")} would point at something that is not in this series. Nothing was saved.`,
      zh: ({ count }) => `有 ${count} 处引用指向本病例系列中不存在的内容，尚未保存。`,
    },
  },
  "precondition-required": {
    status: 428,
    title: { en: "Revision missing", zh: "缺少修订号" },
    detail: {
      en: () => 'Name the revision that the change was made from: If-Match: "3".',
      zh: () => '请用 If-Match: "3" 指明修改所依据的修订号。',
    },
  },
  "stale-revision": {
    status: 409,
    title: { en: "Changed in between", zh: "在此期间已被修改" },
    detail: {
      en: ({ expected, current }) =>
        `The change was made from revision ${expected}, and revision ${current} stands by now. Nothing was saved; compare and save again.`,
      zh: ({ expected, current }) =>
        `本次修改基于修订 ${expected}，而当前已是修订 ${current}。尚未保存，请比对后再次保存。`,
    },
  },
  exists: {
    status: 409,
    title: { en: "The id is taken", zh: "编号已被占用" },
    detail: {
      en: ({ what, isDeleted }, t) =>
        isDeleted
          ? `A deleted ${t.text(documents[what])} holds this id. Restore it, or purge it to free the id.`
          : `There is a ${t.text(documents[what])} with this id already. Choose another.`,
      zh: ({ what, isDeleted }, t) =>
        isDeleted
          ? `该编号属于一个已删除的${t.text(documents[what])}。可将其恢复，或彻底清除后再使用该编号。`
          : `已有使用该编号的${t.text(documents[what])}，请换一个编号。`,
    },
  },
  state: {
    status: 409,
    title: { en: "Not possible in this state", zh: "当前状态下无法操作" },
    detail: {
      en: ({ what, isDeleted }, t) =>
        isDeleted
          ? `This ${t.text(documents[what])} is deleted. Restore it before changing it.`
          : `This ${t.text(documents[what])} is not deleted; only a deleted one can be restored or purged.`,
      zh: ({ what, isDeleted }, t) =>
        isDeleted
          ? `该${t.text(documents[what])}已删除，须先恢复才能修改。`
          : `该${t.text(documents[what])}未被删除；只有已删除的才能恢复或彻底清除。`,
    },
  },
  "too-large": {
    status: 413,
    title: { en: "Too large", zh: "内容过大" },
    detail: {
      en: ({ megabytes }) => `What was sent is larger than ${megabytes} MB, the most that is taken here.`,
      zh: ({ megabytes }) => `所发送的内容超过 ${megabytes} MB 的上限。`,
    },
  },
  "too-many": {
    status: 413,
    title: { en: "Too many at once", zh: "一次请求过多" },
    detail: {
      en: ({ limit }) => `At most ${limit} women can be asked for at once.`,
      zh: ({ limit }) => `一次最多可请求 ${limit} 例。`,
    },
  },
  "uri-too-long": {
    status: 414,
    title: { en: "Address too long", zh: "地址过长" },
    detail: {
      en: () => "The address of the request is too long.",
      zh: () => "请求的地址过长。",
    },
  },
  "unsupported-media": {
    status: 415,
    title: { en: "Unknown kind of content", zh: "内容类型不支持" },
    detail: {
      en: () => "Send JSON and say so: Content-Type: application/json; a file as application/octet-stream.",
      zh: () => "请发送 JSON，并注明 Content-Type: application/json；文件则为 application/octet-stream。",
    },
  },
  "finder-path": {
    status: 422,
    title: { en: "Not a place on this computer", zh: "不是本机路径" },
    detail: {
      en: () => "Give the full path of a folder or file on this computer. Addresses and network places are not opened.",
      zh: () => "请填写本机文件夹或文件的完整路径。不支持网址和网络位置。",
    },
  },
  "finder-busy": {
    status: 409,
    title: { en: "A search is under way", zh: "已有检索在进行" },
    detail: {
      en: () => "One search runs at a time. Wait for it, or cancel it.",
      zh: () => "同一时间只能进行一次检索。请等待其完成或将其取消。",
    },
  },
  "finder-superseded": {
    status: 409,
    title: { en: "A later question came", zh: "已有更新的请求" },
    detail: {
      en: () => "The definition was changed meanwhile, and this count was stopped.",
      zh: () => "定义又有修改，本次计数已停止。",
    },
  },
  "finder-unreadable": {
    status: 500,
    title: { en: "Data of the finder cannot be read", zh: "检索数据无法读取" },
    detail: {
      en: ({ what, file }) => unreadable[what].en({ file }),
      zh: ({ what, file }) => unreadable[what].zh({ file }),
    },
  },
  "finder-memory": {
    status: 500,
    title: { en: "The question takes too much memory", zh: "查询所需内存过多" },
    detail: {
      en: () => OUT_OF_MEMORY.en,
      zh: () => OUT_OF_MEMORY.zh,
    },
  },
  "upload-name": {
    status: 422,
    title: { en: "A name that cannot be kept", zh: "文件名无法保存" },
    detail: {
      en: () =>
        'A file or folder has a name that not every computer can keep: hidden, reserved, too long, or with one of the signs < > : " | ? * \\. Rename it and hand it over again.',
      zh: () =>
        '文件或文件夹的名称并非所有系统都能保存：以点开头、属系统保留名、过长，或含 < > : " | ? * \\ 等符号。请改名后重新复制。',
    },
  },
  "upload-taken": {
    status: 409,
    title: { en: "The name is taken", zh: "名称已被占用" },
    detail: {
      en: ({ path }) =>
        `Another file or folder has the name "${path}" in this handing over, or that of a folder in it. Rename one and hand both over anew.`,
      zh: ({ path }) => `本次复制中已有与“${path}”或其上级文件夹同名的文件或文件夹。请将其一改名后重新复制。`,
    },
  },
  "upload-unstated": {
    status: 409,
    title: { en: "Not one of the stated files", zh: "文件不在所列清单中" },
    detail: {
      en: ({ path }) =>
        `"${path}" is not among the files with which the copying was begun, or has changed since. Choose the files again.`,
      zh: ({ path }) => `“${path}”不在开始复制时所列的文件中，或此后已有改动。请重新选择文件。`,
    },
  },
  "upload-gap": {
    status: 409,
    title: { en: "A part is missing", zh: "缺少文件分段" },
    detail: {
      en: () => "The parts of the file do not follow each other. Hand the file over again.",
      zh: () => "文件各分段不连续。请重新复制该文件。",
    },
  },
  "upload-full": {
    status: 507,
    title: { en: "The disk is full", zh: "磁盘已满" },
    detail: {
      en: () =>
        "There is no room for the copy. Delete former copies or converted data, or give the path of the folder.",
      zh: () => "磁盘空间不足，无法保存副本。请删除以前的副本或已转换的数据，或直接填写文件夹路径。",
    },
  },
  "run-has-decisions": {
    status: 409,
    title: { en: "There are decisions", zh: "已有核查判断" },
    detail: {
      // How many there are would tell one reviewer of the other.
      en: ({ isReadable }) =>
        isReadable
          ? "The review of this run has decisions. Confirm that they go too."
          : "The review of this run cannot be read, so decisions may be lost with it. Confirm that they go too.",
      zh: ({ isReadable }) =>
        isReadable
          ? "本次检索已有核查判断。请确认一并删除。"
          : "本次检索的核查记录无法读取，其中的判断可能随之丢失。请确认一并删除。",
    },
  },
  "mapping-name": {
    status: 422,
    title: { en: "Not a name of a mapping", zh: "映射名称不可用" },
    detail: {
      en: () =>
        "Use up to 60 letters, digits, spaces, dots, dashes and underscores, beginning and ending with a letter or digit.",
      zh: () => "请使用文字、数字、空格、点、短横线或下划线（最多 60 个），首尾须为文字或数字。",
    },
  },
  "mapping-exists": {
    status: 409,
    title: { en: "There is such a mapping already", zh: "已有该映射" },
    detail: {
      en: () => "Confirm that it is replaced, or choose another name.",
      zh: () => "请确认替换，或换一个名称。",
    },
  },
  "mapping-changed": {
    status: 409,
    title: { en: "Changed in between", zh: "在此期间已被修改" },
    detail: {
      en: () =>
        "Another state of this mapping is kept by now, or it was deleted. Nothing was changed; replace it, or choose another name.",
      zh: () => "该映射在此期间已被他人修改或删除。未作任何改动；请替换，或换一个名称。",
    },
  },
  "mapping-several": {
    status: 409,
    title: { en: "There are other mapping files", zh: "已有其他映射文件" },
    detail: {
      en: () => "More than one mapping file would lie there. Keep one, or save this mapping under a name.",
      zh: () => "保存后该文件夹中会有多个映射文件。请只保留一个，或为本映射命名后保存。",
    },
  },
  "mapping-no-folder": {
    status: 422,
    title: { en: "Not a folder", zh: "不是文件夹" },
    detail: {
      en: () => "A mapping can lie beside tables in a folder only. Save it under a name instead.",
      zh: () => "映射只能写入表格所在的文件夹。请改为命名保存。",
    },
  },
  "mapping-not-written": {
    status: 503,
    title: { en: "The folder cannot be written", zh: "文件夹无法写入" },
    detail: {
      en: () => "The mapping was not written. Check the permissions, or save it under a name.",
      zh: () => "映射未写入。请检查文件夹权限，或改为命名保存。",
    },
  },
  "definition-shipped": {
    status: 409,
    title: { en: "A shipped definition is not changed", zh: "内置定义不可更改" },
    detail: {
      en: ({ id }) => `"${id}" ships with Materbone. Give your definition an id of its own.`,
      zh: ({ id }) => `“${id}”为 Materbone 的内置定义。请为您的定义另取编号。`,
    },
  },
  "definition-damaged": {
    status: 422,
    title: { en: "Not a definition any more", zh: "定义文件已损坏" },
    detail: {
      en: () => "The file of this definition was changed by hand and is no definition any more. Mend it, or delete it.",
      zh: () => "该定义的文件经手工改动，已不是有效定义。请更正或删除。",
    },
  },
  "definition-changed": {
    status: 409,
    title: { en: "Changed in between", zh: "在此期间已被修改" },
    detail: {
      en: () =>
        "Another state of this definition is kept by now, or it was deleted. Nothing was changed; compare, or give yours another id.",
      zh: () => "该定义在此期间已被修改或删除，您的修改未保存。请比对，或为您的定义另取编号。",
    },
  },
  "review-refused": {
    status: 409,
    title: { en: "Not taken into the review", zh: "未计入核查" },
    detail: {
      en: ({ problem }, t) => sayReviewProblem(problem, t),
      zh: ({ problem }, t) => sayReviewProblem(problem, t),
    },
  },
  "review-withheld": {
    status: 409,
    title: { en: "The review may not leave yet", zh: "核查文件暂不能对外提供" },
    detail: {
      en: () =>
        "A small count, or one that the funnel hides, could be read from it. It may leave once at least ten others of the same tier were given the same decisions as each candidate.",
      zh: () =>
        "可由其得知小计数，或筛选漏斗所隐藏的计数。待每名候选者在同一层级中至少另有 10 人的判断与其相同时方可提供。",
    },
  },
  "not-confirmed": {
    status: 409,
    title: { en: "Not confirmed", zh: "尚未证实" },
    detail: {
      en: () => "Only a candidate whom both reviewers, or an adjudicator, confirmed becomes a case record.",
      zh: () => "只有经两名核查者一致或仲裁证实的候选者才能导出为病例。",
    },
  },
  "written-before": {
    status: 409,
    title: { en: "She stands in a series already", zh: "该患者已写入病例系列" },
    detail: {
      en: ({ series, id }) =>
        `This candidate was written into series ${series} as ${id}. A second record of her is made only when it is asked for.`,
      zh: ({ series, id }) => `该候选者已写入病例系列 ${series}，编号 ${id}。确认需要后才会再次写入。`,
    },
  },
  "bad-case-id": {
    status: 422,
    title: { en: "Not a pseudonym", zh: "编号不可用" },
    detail: {
      en: () =>
        "A new id has Latin letters, digits, dots, dashes and underscores, and does not hold the identifier of the hospital.",
      zh: () => "新编号只含拉丁字母、数字、点、短横线和下划线，且不得含有医院的原标识。",
    },
  },
  "store-locked": {
    status: 503,
    title: { en: "The database is busy", zh: "数据库正被占用" },
    detail: storeTroubleWords.locked,
  },
  "store-full": {
    status: 507,
    title: { en: "The disk is full", zh: "磁盘已满" },
    detail: storeTroubleWords.full,
  },
  "store-read-only": {
    status: 503,
    title: { en: "The database cannot be written", zh: "数据库不可写" },
    detail: storeTroubleWords.readOnly,
  },
  "store-not-overwritten": {
    status: 500,
    title: { en: "Erased, but not yet overwritten", zh: "已清除，尚未覆写" },
    detail: storeTroubleWords.notOverwritten,
  },
  "store-damaged": {
    status: 500,
    title: { en: "The database cannot be used", zh: "数据库无法使用" },
    detail: {
      en: ({ trouble, path }, t) => storeTroubleWords[trouble].en({ path }, t),
      zh: ({ trouble, path }, t) => storeTroubleWords[trouble].zh({ path }, t),
    },
  },
  internal: {
    status: 500,
    title: { en: "Something went wrong", zh: "程序出错" },
    detail: {
      en: () => "The program failed at this request. What was saved before is kept; try again.",
      zh: () => "程序处理该请求时出错。此前保存的内容不受影响，请重试。",
    },
  },
};
