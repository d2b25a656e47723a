import type { Phrase, Text } from "@materbone/clinical";
import type { Holder } from "@materbone/registry";

/** Sentences of the program on the terminal. */
export const programWords = {
  running: {
    en: "Materbone is running on this computer. Open this address in your browser; it holds the key of this launch:",
    zh: "Materbone 已在本机启动。请在浏览器中打开以下地址（含本次启动的密钥）：",
  },
  data: { en: "Data:", zh: "数据：" },
  stop: { en: "Stop with Ctrl+C.", zh: "按 Ctrl+C 停止。" },
  stopped: { en: "Stopped. Everything saved is on the disk.", zh: "已停止。所有已保存内容均已写入磁盘。" },
  help: {
    en: `Usage: materbone-server [options]

  --port <number>   port on this computer; 4780 or the next free one when left out
  --data <folder>   folder of the database
  --no-open         do not open a browser
  --lang <zh|en>    language of these messages
  -h, --help        show this help`,
    zh: `用法：materbone-server [选项]

  --port <number>   本机端口；省略时为 4780 或其后第一个空闲端口
  --data <folder>   数据库所在文件夹
  --no-open         不打开浏览器
  --lang <zh|en>    提示语言
  -h, --help        显示帮助`,
  },
} as const satisfies Record<string, Text>;

export const badOption: Phrase<{ readonly option: string }> = {
  en: ({ option }) => `This cannot be read: ${option}. See --help.`,
  zh: ({ option }) => `无法识别：${option}。请查看 --help。`,
};

export const portTaken: Phrase<{ readonly port: number }> = {
  en: ({ port }) => `Port ${port} is taken. Choose another with --port, or leave it out to get a free one.`,
  zh: ({ port }) => `端口 ${port} 已被占用。请用 --port 另选，或省略以自动选择空闲端口。`,
};

/** The data have a program already. */
export const folderHeld: Phrase<{
  readonly folder: string;
  readonly holder: Holder | undefined;
  readonly isHere: boolean;
}> = {
  en: ({ folder, holder, isHere }) => {
    const place =
      holder === undefined
        ? ""
        : ` It runs ${isHere ? "on this computer" : `on the computer ${holder.host}`} at ${holder.address} (process ${holder.pid}); its terminal shows the address with the key.`;
    return `Materbone is running already on the data in ${folder}.${place} Use that one, or stop it before you start another; --data chooses another folder.`;
  },
  zh: ({ folder, holder, isHere }) => {
    const place =
      holder === undefined
        ? ""
        : `其地址为 ${holder.address}（${isHere ? "本机" : `计算机 ${holder.host}`}，进程 ${holder.pid}），含密钥的完整地址见其终端。`;
    return `已有一个 Materbone 正在使用 ${folder} 中的数据。${place}请使用该程序，或将其停止后再启动；也可用 --data 另选文件夹。`;
  },
};

export const worldFailed: Phrase<{ readonly cause: string }> = {
  en: ({ cause }) => `Materbone could not start: ${cause}`,
  zh: ({ cause }) => `Materbone 无法启动：${cause}`,
};
