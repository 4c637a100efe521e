import { z } from "zod";
import { cell, isoDate, line, optionalCell, reference, whole, word, yesOrNo } from "#app/domain/import/cell";
import { sexes } from "#app/domain/profiles/participant";
import {
  educationForms,
  educations,
  households,
  incomeSources,
  obstacles,
  outcomes,
} from "#app/domain/profiles/participant-vocabulary";

// "Unknown is always an answer, and counted as unknown": an empty cell is unknown, never a mistake. domain.md "Profile".
const cells = z.object({
  referens: cell(reference),
  kon: optionalCell("okant", (text, context) => (text === "okänt" ? "okant" : word(sexes)(text, context))),
  fodelsear: optionalCell(null, whole(1900, 2100)),
  kommun: optionalCell(null, line(100)),
  ort: optionalCell(null, line(100)),
  remitterande_myndighet: optionalCell(null, line(200)),
  remissdatum: optionalCell(null, isoDate),
  kartlagd: optionalCell(null, isoDate),
  utbildning: optionalCell(null, word(educations)),
  hushallstyp: optionalCell(null, word(households)),
  forsorjning: optionalCell(null, word(incomeSources)),
  hinder_psykiska: optionalCell(false, yesOrNo),
  hinder_fysiska: optionalCell(false, yesOrNo),
  hinder_kompetens: optionalCell(false, yesOrNo),
  hinder_sjalvfortroende: optionalCell(false, yesOrNo),
  hinder_social: optionalCell(false, yesOrNo),
  avslutad: optionalCell(null, isoDate),
  avslutsresultat: optionalCell(null, word(outcomes)),
  utbildningsform: optionalCell(null, word(educationForms)),
});

/** The columns of a `deltagare` file, in the golden file's order. */
export const participantColumns = Object.keys(cells.shape);
export const optionalParticipantColumns: string[] = [];

/** One row of a `deltagare` file. Key = `reference`, within one association. Unknown is `null`. Dates ISO. */
export const participantRow = cells
  .superRefine((row, context) => {
    if (row.avslutad && row.remissdatum && row.avslutad < row.remissdatum) {
      context.addIssue({
        code: "custom",
        path: ["avslutad"],
        message: "before",
        params: { than: "remissdatum" },
      });
    }
    if (row.avslutsresultat && !row.avslutad) {
      context.addIssue({
        code: "custom",
        path: ["avslutad"],
        message: "needs",
        params: { other: "avslutsresultat" },
      });
    }
    if (row.ort && !row.kommun) {
      context.addIssue({ code: "custom", path: ["kommun"], message: "needs", params: { other: "ort" } });
    }
  })
  .transform((row) => ({
    reference: row.referens,
    sex: row.kon,
    birthYear: row.fodelsear,
    municipality: row.kommun,
    locality: row.ort,
    agency: row.remitterande_myndighet,
    referredOn: row.remissdatum,
    mappedOn: row.kartlagd,
    education: row.utbildning,
    household: row.hushallstyp,
    incomeSource: row.forsorjning,
    obstacles: obstacles.filter((obstacle) => row[`hinder_${obstacle}`]),
    closedOn: row.avslutad,
    outcome: row.avslutsresultat,
    educationForm: row.utbildningsform,
  }));

export type ParticipantRow = z.output<typeof participantRow>;
