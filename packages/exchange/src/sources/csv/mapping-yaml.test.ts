import { csvMapping, MAPPING_SCHEMA, type Mapping, mappingYaml, readMapping } from "@materbone/finder";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yamlValue } from "./load-mapping.ts";

describe("a mapping written as YAML", () => {
  it("is read back as it was, whatever is in its words", () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 20, unit: "binary" }),
      fc.constantFrom(
        "no",
        "null",
        "1",
        "a: b",
        "- a",
        "#",
        "'",
        '"',
        "\n",
        "*.csv",
        "{",
        "&a",
        "!x",
        "~",
        "女",
        " ",
        "__proto__x",
      ),
    );
    fc.assert(
      fc.property(text, text, text, (file, column, word) => {
        const mapping: Mapping = {
          schema: MAPPING_SCHEMA,
          sexes: { female: [word], male: [] },
          tables: [
            { file, person: { id: column } },
            {
              file,
              delimiter: "\t",
              events: [
                {
                  kind: "condition",
                  person: column,
                  date: word,
                  code: {
                    column,
                    system: "local",
                    values: { [word]: { system: word, code: column }, [`${word}x`]: word },
                  },
                },
              ],
            },
          ],
        };
        expect(yamlValue(mappingYaml(mapping))).toEqual(mapping);
      }),
    );
  });

  it("shows the mapping of a hospital without marks where none are needed", () => {
    const written = csvMapping("gb18030");
    const yaml = mappingYaml(written as unknown as Mapping);
    expect(yaml).toContain("      - kind: condition\n        person: 患者ID\n        date: 诊断时间\n        code:\n");
    expect(readMapping(yamlValue(yaml))).toEqual({ kind: "mapping", mapping: written });
  });
});
