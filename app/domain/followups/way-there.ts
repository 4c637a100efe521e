import { z } from "zod";
import { freeNote } from "#app/domain/profiles/plain-words";

/** How to get to a workplace, beside the signed text: changes freely. domain.md "Field classes". */
export type WayThere = {
  /** One step a line. */
  steps: string;
  bring: string;
  /** How the supervisor is known: "har en röd väst". */
  recognise: string;
  version: number;
};
export const noWay: WayThere = { steps: "", bring: "", recognise: "", version: 0 };

/** Messages are codes of `today:error.*`. `version`: the one that was read. */
export const wayFormSchema = z.object({
  steps: freeNote(1500),
  bring: freeNote(300),
  recognise: freeNote(200),
  version: z.coerce.number().int().min(0).default(0),
});
export type WayForm = z.input<typeof wayFormSchema>;
