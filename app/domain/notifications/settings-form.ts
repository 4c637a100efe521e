import { z } from "zod";
import { channels } from "#app/domain/notifications/kinds";
import { mobileOf } from "#app/domain/notifications/phone";

const chosen = z.array(z.enum(channels)).default([]);

/** What somebody wants to be reminded of, and how. Messages are codes of `notifications:error.*`. */
export const settingsFormSchema = z
  .object({
    unsigned: chosen,
    first_day: chosen,
    attendance: chosen,
    rating: chosen,
    ends_soon: chosen,
    incoming: chosen,
    phone: z.string().trim().max(40, { error: "phone_pattern" }).default(""),
  })
  .check(({ value, issues }) => {
    const wrong = (message: string) =>
      issues.push({ code: "custom", path: ["phone"], message, input: value.phone });
    const { phone, ...kinds } = value;
    if (phone !== "" && mobileOf(phone) === null) wrong("phone_pattern");
    if (phone === "" && Object.values(kinds).some((list) => list.includes("sms"))) wrong("phone_missing");
  });
export type SettingsForm = z.output<typeof settingsFormSchema>;
