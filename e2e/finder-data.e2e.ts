import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeHospital } from "@materbone/exchange";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { settled, signedIn, startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let workbench: Workbench;
let folder: string;
let context: BrowserContext;
let faults: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "materbone-finder-"));
  await writeHospital(join(folder, "fhir"), { format: "fhir", seed: 4, persons: 200 });
  await writeHospital(join(folder, "csv"), { format: "csv", encoding: "gb18030", seed: 4, persons: 200 });
  await rm(join(folder, "csv", "data", "mapping.yaml"));
  workbench = await startWorkbench();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  ({ context, faults } = await signedIn(browser, workbench, { lang: "en" }));
});

afterEach(async () => {
  await context.close();
});

async function opened(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${workbench.origin}${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** A search as if it ran. */
function runs(id: string | null): object {
  const progress = { phase: "read", done: 1, total: 2 };
  return { kind: "running", id, data: "0".repeat(16), progress };
}

/** How many candidates the end of the search tells. */
async function candidates(page: Page): Promise<number> {
  const said = page.getByRole("status").filter({ hasText: /^\d+ candidates$/ });
  await said.waitFor();
  return Number.parseInt((await said.textContent()) ?? "", 10);
}

describe("a search", () => {
  it("goes from files that are handed over to candidates, and leaves nothing when it is deleted", async () => {
    const page = await opened("/find?lang=en");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a folder" }).click();
    await (await chooser).setFiles(join(folder, "fhir", "data"));
    await page.getByText("FHIR R4", { exact: true }).waitFor();
    await page
      .getByText(/^7 files, /)
      .first()
      .waitFor();
    expect(await readdir(join(workbench.folder, "finder", "uploads"))).toHaveLength(1);

    await page.getByLabel("Day of the data").fill("2026-01-31");
    await page.getByRole("button", { name: "Start the search" }).click();
    expect(await candidates(page)).toBeGreaterThan(5);
    // The address holds the search, so a reload shows the same.
    await page.reload();
    const count = await candidates(page);
    expect(await page.getByLabel("Day of the data").inputValue()).toBe("2026-01-31");
    const run = page.getByRole("region", { name: "Former searches" }).getByRole("listitem").first();
    await run.getByText(`${count} candidates`).waitFor();
    await run.getByText(/ · data as of 2026-01-31$/).waitFor();
    expect(await violations(page)).toEqual([]);

    await run.getByRole("button", { name: /^Delete/ }).click();
    await page.getByRole("dialog").getByText(`timelines of ${count} candidates`).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByText("None yet. A search appears here when it has ended.").waitFor();
    const kept = page.getByRole("region", { name: "What lies on this computer" });
    for (let left = 2; left > 0; left -= 1) {
      await kept
        .getByRole("button", { name: /^Delete/ })
        .first()
        .click();
      await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await expect.poll(() => readdir(join(workbench.folder, "finder", "uploads"))).toEqual([]);
    await expect
      .poll(() => readdir(join(workbench.folder, "finder")))
      .not.toContainEqual(expect.stringMatching(/^[0-9a-f]{16}$/));
    expect(faults).toEqual([]);
  });

  it("takes a dropped folder, file by file", async () => {
    const page = await opened("/find?lang=zh");
    await settled(page);
    const patients = join(folder, "只有患者");
    await mkdir(join(patients, "导出"), { recursive: true });
    await writeFile(
      join(patients, "导出", "Patient.ndjson"),
      '{"resourceType":"Patient","id":"1","gender":"female"}\n',
    );
    const devtools = await context.newCDPSession(page);
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      const data = { items: [], files: [patients], dragOperationsMask: 1 };
      await devtools.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
    }
    await page.getByText("FHIR R4", { exact: true }).waitFor();
    // What is not there is said with what it loses.
    await page.getByText(/缺少 Observation：无法识别骨密度与检验结果/).waitFor();
    expect(faults).toEqual([]);
  });

  it("leaves nothing of files whose copying is cancelled, and goes past one with a name that cannot be kept", async () => {
    const page = await opened("/find?lang=en");
    const uploads = join(workbench.folder, "finder", "uploads");
    const before = (await readdir(uploads).catch(() => [])).length;
    const choose = async (
      files: string | readonly { name: string; mimeType: string; buffer: Buffer }[],
    ): Promise<void> => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: typeof files === "string" ? "Choose a folder" : "Choose files" }).click();
      await (await chooser).setFiles(typeof files === "string" ? files : [...files]);
    };
    // The request hangs, as a slow disk would let it.
    await page.route("**/file?*", () => undefined);
    await choose(join(folder, "fhir", "data"));
    await page.getByText(/^Copying 0 of 7 files/).waitFor();
    await page.getByRole("button", { name: "Cancel", exact: true }).click();
    await page.getByText(/^Copying /).waitFor({ state: "detached" });
    await expect.poll(() => readdir(uploads)).toHaveLength(before);
    await page.unroute("**/file?*");

    const patient = '{"resourceType":"Patient","id":"1","gender":"female"}\n';
    await choose([
      { name: "con.txt", mimeType: "text/plain", buffer: Buffer.from("x") },
      { name: "Patient.ndjson", mimeType: "text/plain", buffer: Buffer.from(patient) },
    ]);
    await page.getByText("A name that cannot be kept").waitFor();
    await page.getByRole("button", { name: "Leave this file out" }).click();
    await page.getByText("FHIR R4", { exact: true }).waitFor();
    expect(faults).toEqual([]);
  });

  it("offers a conversion that failed to go on with or to delete, never as data", async () => {
    const broken = join(folder, "broken");
    await mkdir(broken);
    const patient = '{"resourceType":"Patient","id":"1","gender":"female"}\n';
    await writeFile(join(broken, "Patient.ndjson"), `${patient}{\n`);
    const page = await opened(`/find?lang=en&path=${encodeURIComponent(broken)}`);
    await page.getByText("FHIR R4", { exact: true }).waitFor();
    await page.getByRole("checkbox", { name: /^Strict/ }).check();
    await page.getByRole("button", { name: "Start the search" }).click();
    await page.getByText("The search did not end").waitFor();

    const kept = page.getByRole("region", { name: "What lies on this computer" });
    await kept.getByRole("heading", { name: "Conversions that did not end" }).waitFor();
    expect(await kept.getByRole("button", { name: `Use (${broken})` }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.goto(`${workbench.origin}/find?lang=en`);
    await kept.getByRole("button", { name: `Go on (${broken})` }).click();
    await page.getByText("FHIR R4", { exact: true }).waitFor();
    await page
      .getByRole("heading", { name: /What was found$/ })
      .and(page.locator(":focus"))
      .waitFor();
    await page.getByRole("button", { name: "Start the search" }).click();
    await page.getByRole("status").filter({ hasText: "0 candidates" }).waitFor({ timeout: 60_000 });
    await kept.getByRole("button", { name: `Use (${broken})` }).waitFor();
    await kept.getByRole("button", { name: `Delete (${broken})` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
    await kept.getByText(broken, { exact: true }).waitFor({ state: "detached" });
    expect(faults).toEqual([]);
  });

  it("keeps strictness and day in the address, and says of a search that the program knows no more how to go on", async () => {
    const path = encodeURIComponent(join(folder, "fhir", "data"));
    const page = await opened(`/find?lang=en&path=${path}&job=0b6f4a52-3c1f-4b1e-9d59-5f8f0e4c7a11`);
    const told = page.getByRole("alert").filter({ hasText: "This search is not known any more" });
    await told.getByText(/^The program was restarted since\./).waitFor();
    await page.getByRole("checkbox", { name: /^Strict/ }).check();
    const day = page.getByLabel("Day of the data");
    const ofFiles = await day.inputValue();
    await day.fill("2025-12-31");
    // Another day is another search.
    await told.waitFor({ state: "detached" });
    await page.reload();
    await day.waitFor();
    expect(await page.getByRole("checkbox", { name: /^Strict/ }).isChecked()).toBe(true);
    expect(await day.inputValue()).toBe("2025-12-31");
    expect(new URL(page.url()).searchParams.get("asOf")).toBe("2025-12-31");
    // Emptied and left, the day of the files holds again.
    await day.fill("");
    await day.blur();
    expect(await day.inputValue()).toBe(ofFiles);
    await page.getByRole("button", { name: "Start the search" }).click();
    await candidates(page);
    await page.waitForURL(/job=/);
    expect(await page.getByText("This search is not known any more").count()).toBe(0);
    expect(faults).toEqual([]);

    // Another window's search is told beside this one, which stays, and so is its end.
    const other = page.getByText("Another search, started in another window, is under way. One runs at a time.");
    await page.route("**/api/finder/jobs", async (asked) => {
      if (asked.request().method() === "POST") {
        await asked.fulfill({ status: 409, json: { type: "/problems/finder-busy", title: "busy", status: 409 } });
        return;
      }
      const answer = await page.request.get(asked.request().url());
      const { jobs } = await answer.json();
      await asked.fulfill({ json: { jobs: [runs("another"), ...jobs] } });
    });
    await page.getByRole("button", { name: "Start the search" }).click();
    await other.waitFor();
    await candidates(page);
    expect(await page.getByRole("button", { name: "Stop the search" }).count()).toBe(0);
    await page.unroute("**/api/finder/jobs");
    await page.getByText(/^The search was not started, since another one ran\./).waitFor();
    await other.waitFor({ state: "detached" });

    // The program is ended while a search runs: nothing is shown as if it went on.
    const stop = page.getByRole("button", { name: "Stop the search" });
    await page.route("**/api/finder/jobs", (asked) =>
      asked.fulfill({ json: { jobs: [runs(new URL(page.url()).searchParams.get("job"))] } }),
    );
    await page.reload();
    await stop.waitFor();
    await page.route("**/api/finder/jobs", (asked) => asked.abort());
    await page
      .getByRole("alert")
      .getByText(/^The workbench does not answer\./)
      .waitFor();
    expect(await stop.count()).toBe(0);
    await page.unroute("**/api/finder/jobs");
    // It answers again.
    await candidates(page);
  });

  it("says at its place why a path cannot be searched, and keeps what was typed", async () => {
    const page = await opened("/find?lang=zh");
    await page.getByRole("button", { name: "识别", exact: true }).click();
    await page.getByText("请填写路径，或在下方拖放、选择文件。").waitFor();
    const nowhere = join(folder, "没有");
    await page.getByRole("textbox", { name: "本机路径" }).fill(nowhere);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("文件或文件夹不存在。").waitFor();
    expect(await page.getByRole("textbox", { name: "本机路径" }).inputValue()).toBe(nowhere);
    await page.getByRole("button", { name: "开始检索" }).click();
    await page.getByRole("alert").getByText("请先选择数据。").waitFor();
    await mkdir(nowhere);
    await page.getByRole("button", { name: "重新识别" }).click();
    await page
      .getByRole("alert")
      .getByText(/^未找到数据。/)
      .waitFor();
    expect(faults).toEqual([]);
  });
});

describe("tables without a mapping", () => {
  it("are explained in the wizard, searched with the mapping, and open for a change of it", async () => {
    const tables = join(folder, "csv", "data");
    const page = await opened(`/find?lang=zh&path=${encodeURIComponent(tables)}`);
    await page
      .getByRole("alert")
      .getByText(/^无法得知 .* 各列的含义/)
      .waitFor();
    await page.getByRole("link", { name: "说明各列含义" }).click();
    await page.getByRole("heading", { level: 1, name: "说明各列含义" }).waitFor();

    // A column that has a role gives it up; the field says what is missing, and the last step leads there.
    await page
      .getByRole("navigation")
      .getByRole("button", { name: /^骨密度\.csv/ })
      .click();
    const day = page.getByRole("combobox", { name: "检查时间 的含义" });
    expect(await day.inputValue()).toBe("date");
    await day.selectOption("");
    await page.getByText("请选择列。", { exact: true }).waitFor();
    await page.getByText("事件 1，事件日期：请选择列。").waitFor();
    await page.getByRole("button", { name: "保存并前往检索" }).click();
    await page.getByRole("alert").getByText("请先更正以下各处：").waitFor();
    await day.selectOption("date");
    await page.getByText("映射可以使用。").waitFor();

    // A word that is the name of a code has it; the others are told before the search, and get one by its name.
    const preview = page.getByRole("region", { name: "前若干行的读取结果" });
    await preview.getByRole("cell", { name: "LOINC 85394-5" }).first().waitFor();
    const unseen = page.getByRole("note").filter({ hasText: "不被任何内置定义识别" });
    await unseen.getByText(/血钙/).waitFor();
    await unseen.getByRole("button", { name: "检验.csv" }).click();
    await page.getByText(/^文字对应的编码（\d+）$/).click();
    await page.getByRole("button", { name: "列出样例中的文字" }).click();
    await page
      .getByRole("button", { name: "血钙 · Calcium [Mass/volume] in Serum or Plasma · LOINC 17861-6" })
      .first()
      .click();
    expect(await page.getByRole("textbox", { name: "编码（血钙）", exact: true }).inputValue()).toBe("17861-6");
    await unseen.getByText(/血钙/).waitFor({ state: "detached" });
    await page.reload();
    await page.getByText("已恢复本标签页上次编辑的内容。").waitFor();
    await page
      .getByRole("navigation")
      .getByRole("button", { name: /^骨密度\.csv/ })
      .click();
    await preview.getByRole("cell", { name: "LOINC 85394-5" }).first().waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole("textbox", { name: "映射名称" }).fill("我院 HIS");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "在医院数据中检索" }).waitFor();
    await expect.poll(() => page.getByRole("combobox", { name: "映射" }).inputValue()).toBe("我院 HIS");
    await page.getByText("带映射的表格", { exact: true }).waitFor();
    await page
      .getByText("映射 我院 HIS：")
      .getByText(/^与表格相符/)
      .waitFor();
    await page.getByRole("button", { name: "开始检索" }).click();
    const said = page.getByRole("status").filter({ hasText: /^\d+ 名候选者$/ });
    await said.waitFor();
    expect(Number.parseInt((await said.textContent()) ?? "", 10)).toBeGreaterThan(0);

    await page.getByRole("link", { name: "查看或修改映射" }).click();
    await page
      .getByRole("navigation")
      .getByRole("button", { name: /^骨密度\.csv/ })
      .click();
    await preview.getByRole("cell", { name: "LOINC 85394-5" }).first().waitFor();
    expect(faults).toEqual([]);
  });

  it("with a mapping beside them that does not fit are told so before the search, and after the mend that it fits", async () => {
    const tables = join(folder, "beside");
    await mkdir(tables);
    await writeFile(join(tables, "病人.csv"), "病案号,性别\n1,女\n");
    const mapping = (column: string) =>
      `schema: materbone/mapping/1\ntables:\n  - file: 病人.csv\n    person: { id: ${column} }\n`;
    await writeFile(join(tables, "mapping.yaml"), mapping("住院号"));
    const page = await opened(`/find?lang=en&path=${encodeURIComponent(tables)}`);
    const state = page.getByText("Mapping beside the tables, mapping.yaml:");
    await state.getByText("1 place needs mending").waitFor();
    await page.getByText(/^病人\.csv, Identifier of the person: .*住院号/).waitFor();
    expect(await violations(page)).toEqual([]);
    await writeFile(join(tables, "mapping.yaml"), mapping("病案号"));
    await page.getByRole("button", { name: "Look again" }).click();
    await state.getByText("fits these tables").waitFor();

    // It is written over from the state that it was opened in, and not when somebody changed it meanwhile.
    await page.getByRole("link", { name: "Look at or change the mapping" }).click();
    const pressed = async (name: string): Promise<number> => {
      const [answer] = await Promise.all([
        page.waitForResponse("**/api/finder/mapping-file"),
        page.getByRole("button", { name }).click(),
      ]);
      return answer.status();
    };
    const write = "Write as a file beside the data";
    expect(await pressed(write)).toBe(201);
    await page.getByText(`Written: ${join(tables, "mapping.yaml")}`).waitFor();
    expect(await pressed(write)).toBe(201);
    await writeFile(join(tables, "mapping.yaml"), mapping("性别"));
    expect(await pressed(write)).toBe(409);
    expect(await pressed("Replace the one that is there")).toBe(201);
    expect(await readFile(join(tables, "mapping.yaml"), "utf8")).toContain("病案号");
    expect(faults).toEqual([]);
  });
});
