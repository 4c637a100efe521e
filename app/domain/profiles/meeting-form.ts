import { z } from "zod";
import { swedishMoment } from "#app/domain/matching/step-input";
import { typedTime } from "#app/domain/profiles/clock-time";
import { freeNote, plainNote } from "#app/domain/profiles/plain-words";
import { formKey } from "#app/domain/profiles/referral-form";

// Messages are codes of `referrals:error.*`.

const fields = {
  date: z.iso.date({ error: "date_required" }),
  time: typedTime("time_required"),
  place: freeNote(200),
  /** User ids of staff and case workers. */
  people: z.array(z.string().max(100)).default([]),
  /** Agencies that come without a name. */
  agencies: z.array(z.coerce.number({ error: "choose_in_list" }).int().positive()).default([]),
};

type When = { date: string; time: string };

/** The moment of a meeting, from its date and time in Sweden. */
function withMoment<T extends When>(form: T, context: z.RefinementCtx): T & { at: Date } {
  const at = swedishMoment(form.date, form.time);
  if (at) return { ...form, at };
  context.addIssue({ code: "custom", path: ["time"], message: "time_pattern" });
  return z.NEVER;
}

/** A new case meeting. */
export const meetingFormSchema = z
  .object({
    key: formKey,
    ...fields,
    /** Said on purpose: it has been already, and is written down afterwards. */
    hasBeen: z.literal("on").optional(),
  })
  .transform(withMoment);
export type MeetingForm = z.output<typeof meetingFormSchema>;

/** A changed one, with the version it was opened with. */
export const changeMeetingSchema = z
  .object({ version: z.coerce.number().int(), ...fields })
  .transform(withMoment);
export type ChangeMeeting = z.output<typeof changeMeetingSchema>;

/** What was said about a case, with the version that was read. */
export const agendaNoteSchema = z.object({
  item: z.uuid({ error: "form_expired" }),
  version: z.coerce.number({ error: "form_expired" }).int(),
  note: plainNote(4000),
  /** What stood there when the page was opened: who has not touched a note does not write it. */
  read: z.string().trim().optional(),
});
export type AgendaNote = z.output<typeof agendaNoteSchema>;

/**
 * The notes of a whole agenda, as the page's one form sends them: `item` again and again, and three fields of each. `wrong`
 * holds what a note is refused for, by its item: a code of `referrals:error.*`.
 */
export function notesOf(form: FormData): {
  notes: AgendaNote[];
  wrong: Record<string, string>;
  typed: Record<string, string>;
} {
  const items = form.getAll("item").map(String);
  const typed = Object.fromEntries(items.map((item) => [item, String(form.get(`note-${item}`) ?? "")]));
  const notes: AgendaNote[] = [];
  const wrong: Record<string, string> = {};
  for (const item of items) {
    const read = agendaNoteSchema.safeParse({
      item,
      version: form.get(`version-${item}`),
      note: typed[item]?.replaceAll("\r\n", "\n"),
      read: String(form.get(`read-${item}`) ?? "").replaceAll("\r\n", "\n"),
    });
    if (read.success) notes.push(read.data);
    else wrong[item] = read.error.issues[0]?.message ?? "form_expired";
  }
  return { notes, wrong, typed };
}
