import { z } from "zod";

/** What a participant chooses on the page for pausing and stopping: which agreement, and which of the three. Never why. */
export const ownStayFormSchema = z.object({
  id: z.uuid(),
  gor: z.enum(["pausa", "borja-igen", "sluta"]),
});
