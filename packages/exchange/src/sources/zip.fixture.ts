import { crc32, deflateRawSync } from "node:zlib";

/** A zip archive of files that are stored as they are. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  return archiveOf(files, undefined);
}

/** A zip archive of one packed file, which says that it has `claimed` bytes. */
export function bombOf(name: string, text: string, claimed: number): Buffer {
  return archiveOf({ [name]: text }, claimed);
}

function archiveOf(files: Readonly<Record<string, string>>, claimed: number | undefined): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text);
    const content = claimed === undefined ? plain : deflateRawSync(plain);
    const bare = Buffer.from(name);
    // Bit 11: the name is UTF-8.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(claimed === undefined ? 0 : 8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(claimed ?? plain.length, 18);
    common.writeUInt16LE(bare.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, bare, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, tail, bare]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from("PK\u0005\u0006"), end]);
}
