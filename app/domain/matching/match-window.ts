import { z } from "zod";

const schema = z.object({
  alla: z.literal("1").optional().catch(undefined),
  sida: z.coerce.number().int().min(1).max(500).catch(1),
});

/** Reads `?alla=1&sida=2`: whether to list what clashes, and the page. Anything else counts as not said. */
export function readMatchWindow(search: URLSearchParams): { all: boolean; page: number } {
  const { alla, sida } = schema.parse({
    alla: search.get("alla") ?? undefined,
    sida: search.get("sida") ?? 1,
  });
  return { all: alla === "1", page: sida };
}
