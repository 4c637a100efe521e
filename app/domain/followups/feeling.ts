import { z } from "zod";

/** How it feels today, from very bad to very good. */
export const feelings = [1, 2, 3, 4, 5] as const;
export type Feeling = (typeof feelings)[number];

/** One day's answer. `day` is an ISO date. */
export type FeltDay = { day: string; value: Feeling };

/** The form of the day's answer: nothing is chosen beforehand. Messages are codes of `today:error.*`. */
export const feelingFormSchema = z.object({
  kansla: z.coerce
    .number({ error: "feeling_missing" })
    .refine((value): value is Feeling => feelings.some((one) => one === value), { error: "feeling_missing" }),
});
