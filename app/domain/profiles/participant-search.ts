import { z } from "zod";
import { searchableStatuses } from "#app/domain/profiles/participant";

const schema = z.object({
  reference: z.string().trim().max(20).min(1).nullable().catch(null),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .nullable()
    .catch(null),
  status: z.enum(searchableStatuses).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What the list is narrowed to; null is everything. */
export type ParticipantSearch = z.infer<typeof schema>;

/** Reads the address of the list: `sok`, `kommun`, `status`, `sida`. What makes no sense is left out. */
export function parseParticipantSearch(params: URLSearchParams): ParticipantSearch {
  return schema.parse({
    reference: params.get("sok"),
    municipality: params.get("kommun"),
    status: params.get("status"),
    page: params.get("sida"),
  });
}
