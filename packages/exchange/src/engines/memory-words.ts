import type { Terms } from "@materbone/clinical";

/** That a question takes more memory than its engine may, and what to do. */
export function sayOutOfMemory(terms: Terms): string {
  return terms.text({
    en: "The question takes more memory than a search may. Ask with fewer criteria, or of fewer data at a time.",
    zh: "该查询所需内存超出检索上限。请减少定义中的标准，或减少一次检索的数据。",
  });
}
