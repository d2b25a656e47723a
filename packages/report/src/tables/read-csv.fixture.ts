/** Reads CSV after RFC 4180, independently of the writer: records of fields. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') field += character;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      fields.push(field);
      field = "";
    } else if (character === "\r" && text.charAt(at + 1) === "\n") {
      records.push([...fields, field]);
      fields = [];
      field = "";
      at++;
    } else field += character;
  }
  return records;
}
